"""Word documents made for tests."""

import io
import zipfile
from xml.sax.saxutils import escape

HEAD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
TAIL = "</w:body></w:document>"


def paragraph(text: str, style: str = "", *, bold: bool = False) -> str:
    """One paragraph; line breaks and tabs become their elements."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    runs = escape(text).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    return f"<w:p>{properties}<w:r>{weight}<w:t>{runs}</w:t></w:r></w:p>"


def packed(content: str | bytes, part: str = "word/document.xml") -> bytes:
    """A zip archive with one part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, content)
    return buffer.getvalue()


def word(*paragraphs: str) -> bytes:
    """A Word document of these paragraphs."""
    return packed(HEAD + "".join(paragraphs) + TAIL)
