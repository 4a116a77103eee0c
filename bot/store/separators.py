"""Separators: characters that SQLite's tokenizer would take for letters, and that are none."""

# Signs, dashes, emoji and invisible marks that Unicode got after SQLite's table was made
# (https://sqlite.org/fts5.html, "Unicode61 Tokenizer"), as ranges of code points. They are part
# of the index of version 0002: another list needs a migration of its own.
_RANGES = """
58d-58e 605 61c-61d 7fe-7ff 888 890-891 8e2 9fd a76 c77 c84 d4f 1b7d-1b7e 2066-2069 20ba-20cf
218a-218b 23f4-23ff 2700 2b4d-2bff 2e3c-2e5d 2ffc-2fff 31ef 32ff a8fc ab5b ab6a-ab6b fbc2 fd40-fd4f
fdcf fdfe-fdff 1018c-101a0 1056f 10877-10878 10ac8 10af0-10af6 10b99-10b9c 10ead 10f55-10f59
10f86-10f89 110cd 11174-11175 111cd 111db 111dd-111df 11238-1123d 112a9 1144b-1144f 1145a-1145d
114c6 115c1-115d7 11641-11643 11660-1166c 116b9 1173c-1173f 1183b 11944-11946 119e2 11a3f-11a46
11a9a-11a9c 11a9e-11aa2 11b00-11b09 11c41-11c45 11c70-11c71 11ef7-11ef8 11f43-11f4f 11fd5-11fff
12474 12ff1-12ff2 13430-1343f 16a6e-16a6f 16af5 16b37-16b3f 16b44-16b45 16e97-16e9a 16fe2 1bc9c
1bc9f-1bca3 1cf50-1cfc3 1d1de-1d1ea 1d800-1d9ff 1da37-1da3a 1da6d-1da74 1da76-1da83 1da85-1da8b
1e14f 1e2ff 1e95e-1e95f 1ecac 1ecb0 1ed2e 1f0bf-1f0f5 1f10d-1f1ad 1f23b-1f265 1f321-1f441
1f4f8-1f6fc 1f774-1fbca
"""


def separators() -> str:
    """All of them, for the option of that name."""
    return "".join(map(_characters, _RANGES.split()))


def _characters(between: str) -> str:
    first, _, last = between.partition("-")
    return "".join(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
