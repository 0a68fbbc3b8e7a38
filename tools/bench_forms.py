"""A fund's Word form of some forty pages, read and made into a round."""

import io
import zipfile
from collections.abc import Callable

from defusedxml.ElementTree import fromstring

from bidwriter.desk.making_round import make_round
from bidwriter.fund_forms.opening import open_form
from bidwriter.fund_forms.pack.making import Named

_QUESTIONS = 260  # with guidance and a box each, forty pages as Word sets them
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org"
_LINKS = (
    f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="a" '
    f'Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_TYPES = (
    f'<Types xmlns="{_OFFICE}/package/2006/content-types"><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"'
    "/></Types>"
)
_GUIDANCE = "Tell us how you know, who will gain by it, and how anybody could check it. " * 3


def word_form() -> bytes:
    """The form: sections of ten questions, each over a box, some with options."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", _TYPES)
        parts.writestr("_rels/.rels", _LINKS)
        parts.writestr("word/document.xml", _document())
    return made.getvalue()


def form_works() -> dict[str, Callable[[], object]]:
    """What is done with it, beside a bare reading of its XML."""
    data, xml = word_form(), _document()

    def read() -> object:
        return open_form(data, "form.docx").found({})

    def made() -> object:
        opened = open_form(data, "form.docx")
        return make_round(opened, Named(), {})

    return {
        "defusedxml reads its XML": lambda: fromstring(xml),
        "bidwriter reads its questions": read,
        "bidwriter makes a round of it, linted": made,
    }


def _document() -> str:
    body = "".join(_question(at) for at in range(_QUESTIONS))
    return f"<w:document {_W}><w:body>{body}</w:body></w:document>"


def _question(at: int) -> str:
    head = _paragraph(f"Section {at // 10 + 1}", "Heading1") if at % 10 == 0 else ""
    asked = _paragraph(
        f"{at // 10 + 1}.{at % 10 + 1} What will change in part {at}? (max 250 words)"
    )
    if at % 7 == 3:
        asked = _paragraph(f"{at // 10 + 1}.{at % 10 + 1} Which parts of it, {at}? Choose one")
        return head + asked + "".join(_paragraph(f"☐ Part {one}") for one in "ABCD")
    box = f"<w:tbl><w:tr><w:tc>{_paragraph('')}</w:tc></w:tr></w:tbl>"
    return head + asked + _paragraph(_GUIDANCE) + box


def _paragraph(words: str, style: str = "") -> str:
    looks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{looks}<w:r><w:t>{words}</w:t></w:r></w:p>"
