"""The start page of the demo, as HTML."""

import html

from bot.demo.furnishing import Scene
from bot.demo.newsroom import WINDOW

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sitrep demo</title>
{again}<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ font: 1.05rem/1.5 system-ui, sans-serif; max-width: 38rem; margin: 2rem auto;
  padding: 0 1rem; background: #fff; color: #1d1d25 }}
nav a {{ display: block; padding: .6rem 1rem; margin: .5rem 0; border: 1px solid #888;
  border-radius: .5rem; color: #2a3db0; text-decoration: none }}
nav a:hover, nav a:focus {{ background: #eef0ff }}
small {{ display: block; color: #444 }} code {{ background: #eee; padding: 0 .25rem }}
form {{ display: flex; flex-wrap: wrap; gap: .5rem; margin: .5rem 0 }}
button {{ font: inherit; padding: .4rem .8rem; border: 1px solid #888; border-radius: .5rem;
  background: #f4f4f8; color: #1d1d25 }}
button:hover, button:focus {{ background: #eef0ff }}
[role=status] {{ padding: .6rem 1rem; background: #f4f4f8; border-radius: .5rem }}
</style></head><body>
<h1>Sitrep demo</h1>
<p>A simulated Discord with the real bot in it. Open a channel, type <code>/latest</code> and pick a
country, then look through all issues with <code>/quotes</code>, <code>/timeline</code> and
<code>/search</code>; the page lets you be a reader, an editor or an administrator.</p>
<nav>{links}</nav>
<h2>The newsroom</h2>
<p>{stands} Open #alerts to see what subscribers get.</p>
<p>Whatever is sent out waits for {seconds} seconds first, in which it can be undone. Outside the
demo these are 20, or what <code>UNDO_SECONDS</code> says; here they are few, so that you need not
wait.</p>
<p role="status">{said}</p>
<form method="post">{acts}</form>
<p>Take away the right to write in #night-desk, and #log says who is told and what to click.</p>
<form method="post"><button formaction="/right/away">Take the right away</button>
<button formaction="/right/back">Give it back</button></form>
<p>One channel is open at a time; opening another closes the first. Everything is forgotten when
the demo stops.</p>
</body></html>"""


_AGAIN = '<meta http-equiv="refresh" content="2; url=/">\n'
"""Shows the page again while something waits to go out."""


async def start_page(scene: Scene) -> str:
    """Links to the channels, and what the newsroom can do."""
    links = "".join(
        f'<a href="/open/{room.key}">{html.escape(room.title)}'
        f"<small>{html.escape(room.about)}</small></a>"
        for room in scene.rooms
    )
    acts = "".join(
        f'<button formaction="/do/{name}">{html.escape(title)}</button>'
        for name, (title, _) in scene.desk.acts.items()
    )
    said, soon = await scene.desk.news()
    return _PAGE.format(
        again=_AGAIN if soon else "",
        links=links,
        stands=html.escape(await scene.desk.stands()),
        seconds=round(WINDOW.total_seconds()),
        said=html.escape(said),
        acts=acts,
    )
