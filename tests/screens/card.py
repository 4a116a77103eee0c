"""A picture of a card: what one person sees of one answer, on a phone."""

from datetime import datetime
from io import BytesIO

import simcord
from PIL import Image

from tests.screens.browser import Page

_WIDTH, _HEIGHT = 430, 2_400
_COLOURS = 48
_MARGIN = 6
_BOX = """(() => {
  const card = document.querySelector(".component-container");
  if (!card?.querySelector("button[aria-disabled=false]")) return null;
  const {x, y, width, height} = card.getBoundingClientRect();
  return {x, y, width, height};
})()"""
"""Where the card is, once its buttons can be pressed; until then the page shows them pale."""


async def pictured(
    page: Page,
    env: simcord.Env,
    channel: simcord.ChannelHandle,
    viewer: simcord.MemberActor,
    shown: simcord.InteractionResult,
    now: datetime,
) -> Image.Image:
    """The card alone, in few colours so that the file is small."""
    async with env.preview(channel, viewers=(viewer,), presentation_time=now) as preview:
        await preview.show(shown)
        await page.size(_WIDTH, _HEIGHT)
        await page.go(preview.url)
        box = await page.wait(_BOX)
        around = {"width": box["width"] + 2 * _MARGIN, "height": box["height"] + 2 * _MARGIN}
        corner = {"x": box["x"] - _MARGIN, "y": box["y"] - _MARGIN}
        taken = await page.picture(corner | around)
    with Image.open(BytesIO(taken)) as image:
        return image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
