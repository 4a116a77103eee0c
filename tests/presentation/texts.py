"""Strategies: any text whatever, and texts that look for trouble."""

from hypothesis import strategies as st

FRAGMENTS = (
    *("**", "__", "_", "~~", "||", "`", "```", "\\", "> ", ">>> ", "# ", "-# ", "- ", "* ", "1. "),
    *("[here](https://example.org/x)", "<@123456789012345678>", "<@&12>", "<#34>", "</latest:56>"),
    *("<t:0:f>", "<:smile:78>", ":smile:", "@everyone", "@here", "https://example.org/a_b_(c)"),
    *(
        "http://example.org/**x**",
        "https://example.org<@12>",
        "steam://run\\",
        "HTTPS://EXAMPLE.ORG",
    ),
    *("\n", "\n\n", "\r\n", " ", "\t", "\0", "\u200b", "\u2028", "\x1f", "\x85", "\u202e"),
    *(
        "👩‍👩‍👧",
        "🇷🇺",
        "é",
        "e\u0301",
        "שלום",
        "مرحبا",
        "港口开放。",
        "मौसम",
        "A",
        "word",
        "Mr. Q. ",
    ),
)
anything = st.text(max_size=60)
trouble = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=12).map("".join)
short_texts = anything | trouble
long_texts = st.builds(
    lambda piece, times, end: piece * times + end,
    short_texts,
    st.sampled_from((1, 8, 40)),
    short_texts,
)
