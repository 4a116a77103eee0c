"""Text of documents made inert: it pings nobody and shows literally."""

import re

_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSHOWABLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ud800-\udfff]")

# Discord's own rules are in its clients, not in its documentation: a backslash before any
# punctuation mark shows that mark, an address runs to the next white space or "<".
_ACTIVE = re.compile(
    r"(?P<url>https?://[^\W_][^\s<>]*)"
    r"|(?P<ping>@(?=everyone|here|[!&]?[0-9]))"
    r"|(?P<bullet>^[^\S\n]*[-+])"
    r"|(?P<number>^[^\S\n]*[0-9]+[.)])"
    r"|(?P<mark>[\\*_~`|<>\[#]|:(?=//|[A-Za-z0-9_+~-]+:))",
    re.MULTILINE | re.IGNORECASE,
)
_URL_END = "\\*_~`|[]().,:;!?\"'”’»…"
_URL_MARK = re.compile(r"[\\*~`|\[\]()@]|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_")
_HARMLESS_END = re.compile(r"[.,:;\"')\]]*")


def plain(text: str) -> str:
    """A text that Discord shows as it stands: no markup, no ping, http(s) addresses still links.

    Control characters become U+FFFD; inside an address, marks become their %xx form.
    """
    text = _UNSHOWABLE.sub("\ufffd", _BREAK.sub("\n", text))
    return _ACTIVE.sub(_inert, text)


def _inert(match: re.Match[str]) -> str:
    found = match[0]
    match match.lastgroup:
        case "url":
            return _address(found, match.string[match.end() : match.end() + 1])
        case "ping":  # the server looks for pings without regard to backslashes
            return "@\u200b"
        case _:
            return f"{found[:-1]}\\{found[-1]}"


def _address(found: str, after: str) -> str:
    """A bare address; a space after it where Discord would take more for a part of it."""
    url = found.rstrip(_URL_END)
    if found[len(url) :].startswith(")") and url.count("(") > url.count(")"):
        url += ")"
    end = found[len(url) :]
    scheme, colon, rest = url.partition(":")  # which the clients look for in small letters
    url = scheme.lower() + colon + _URL_MARK.sub(lambda mark: f"%{ord(mark[0]):02X}", rest)
    apart = "" if _HARMLESS_END.fullmatch(end) and (not after or after.isspace()) else " "
    return url + apart + _ACTIVE.sub(_inert, apart + end)[len(apart) :]
