"""Word files made to take all memory or time, by what they do."""

import hashlib
import zipfile
from collections.abc import Callable
from functools import partial

from word_made import (
    W,
    cell,
    control,
    deleted,
    docx,
    field,
    level,
    numbering,
    paragraph,
    run,
    style,
    table,
    text_box,
)

_NUM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_P = paragraph("x")


def _nested(inside: str, around: Callable[[str], str], deep: int) -> str:
    for _ in range(deep):
        inside = around(inside)
    return inside


def _noise(many: int) -> str:
    """Characters that hardly pack, so that no ratio gives them away."""
    return "".join(hashlib.sha256(b"%d" % at).hexdigest() for at in range(many // 64))


def _styles(many: int, last: str) -> str:
    told = [style(f"s{at}", based_on=f"s{at + 1}") for at in range(many)]
    return "".join(told) + style(f"s{many}", based_on=last)


def _document(body: str, before: str = "") -> bytes:
    text = f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return _stored(more={"word/document.xml": text})


def _attributes(many: int) -> str:
    return " ".join(f'a{at}="{at}"' for at in range(many))


def _types(many: int) -> str:
    return "".join(f'<Override PartName="/{at}" ContentType="x"/>' for at in range(many))


_TIMES = [f'<!ENTITY a{at + 1} "{f"&a{at};" * 10}">' for at in range(10)]
_LAUGHS = f'<!DOCTYPE a [<!ENTITY a0 "ha">{"".join(_TIMES)}]>'
_COLUMNS = cell("x", looks='<w:gridSpan w:val="999999"/>')
_JOINED = cell("x", looks='<w:vMerge w:val="restart"/>')
_GOES_ON = cell("x", looks="<w:vMerge/>")
_OPEN_FIELD = run(inside='<w:fldChar w:fldCharType="begin"><w:ffData/></w:fldChar>')
_BEGIN = '<w:fldChar w:fldCharType="begin"/>'
_SHOWN = run(inside='<w:fldChar w:fldCharType="separate"/>')
_LOOKS = ("<w:b/>", "<w:i/>")
_MARK_GONE = "<w:rPr><w:del/></w:rPr>"

# Not packed, so that no ratio gives them away.
_stored = partial(docx, packed=zipfile.ZIP_STORED)

HOSTILE: dict[str, Callable[[], bytes]] = {
    "ten million empty runs": lambda: _stored(f"<w:p>{'<w:r/>' * 10_000_000}</w:p>"),
    "as many empty runs as are heard": lambda: _stored(f"<w:p>{'<w:r/>' * 499_900}</w:p>"),
    "as many paragraphs as there may be": lambda: _stored(_P * 74_990),
    "one paragraph more": lambda: _stored(_P * 75_010),
    "runs of other looks": lambda: _stored(
        paragraph(*[run("x", looks=_LOOKS[at % 2]) for at in range(110_000)] * 2)
    ),
    "as many cells as there may be": lambda: _stored(table(*[["x"] * 60] * 810)),
    "tables in tables": lambda: _stored(_nested(_P, lambda inside: table((inside,)), 1_000)),
    "as deep as tables may be": lambda: _stored(_nested(_P, lambda inside: table((inside,)), 60)),
    "controls in controls": lambda: _stored(_nested(_P, lambda i: control("rich", i), 5_000)),
    "long text in as many controls as there may be": lambda: _stored(
        _nested(paragraph("word " * 100_000), lambda i: control("rich", i), 80)
    ),
    "text boxes in text boxes": lambda: _stored(
        _nested(_P, lambda inside: paragraph(text_box(inside)), 12)
    ),
    "fields in fields": lambda: _stored(paragraph(_nested("x", lambda i: field("IF", i), 5_000))),
    "fields without end": lambda: _stored(paragraph(_OPEN_FIELD * 100_000)),
    "shown fields without end": lambda: _stored(*[paragraph(_OPEN_FIELD, _SHOWN, "x")] * 30_000),
    "fields in open tables of contents": lambda: _stored(
        paragraph(*[run(inside=_BEGIN), run(inside="<w:instrText>TOC</w:instrText>"), _SHOWN] * 19),
        paragraph(field("PAGE", "1") * 60_000),
    ),
    "an endless instruction": lambda: _stored(paragraph(field(f'HYPERLINK {" " * 9} "a\\" ' * 900_000))),
    "changes in changes": lambda: _stored(
        paragraph(_nested(run("x") * 5_000, lambda i: f"<w:ins>{i}</w:ins>", 190))
    ),
    "every paragraph deleted": lambda: _stored(
        paragraph(deleted("x"), looks=_MARK_GONE) * 45_000, "end"
    ),
    "every paragraph run on": lambda: _stored(paragraph("x", looks=_MARK_GONE) * 45_000, "end"),
    "bookmarks": lambda: _stored(paragraph('<w:bookmarkStart w:name="b"/>' * 500_000)),
    "choices": lambda: _stored(paragraph(control("choice", "x", choices=["x"] * 400_000))),
    "one text": lambda: _stored(paragraph(_noise(8_000_000))),
    "wide letters": lambda: _stored(paragraph("\U0001f600 " * 3_990_000)),
    "as many wide letters as there may be": lambda: _stored(paragraph("\U0001f600" * 3_990_000)),
    "one attribute": lambda: _stored(f'<w:p x="{_noise(8_000_000)}"/>'),
    "very many attributes": lambda: _stored(f"<w:p {_attributes(200_000)}/>"),
    "very many names": lambda: _stored("".join(f"<w:x{at}/>" for at in range(500_000))),
    "very many names of attributes": lambda: _stored(
        "".join(f'<w:x a{at}=""/>' for at in range(500_000))
    ),
    "long names in each other": lambda: _stored(
        "".join(f"<w:{'a' * 60_000}{at}>" for at in range(50))
    ),
    "one comment": lambda: _stored(f"<!--{_noise(8_000_000)}--><w:p/>"),
    "white space": lambda: _stored(" " * 39_000_000),
    "very deep": lambda: _stored("<w:a>" * 500_000),
    "a billion laughs": lambda: _document("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", _LAUGHS),
    "a part from elsewhere": lambda: _document(
        "&x;", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ),
    "very many parts": lambda: _stored(_P, more={f"x/{at}": b"" for at in range(6_000)}),
    "a swollen part": lambda: docx(_P, more={"word/x.xml": b"\0" * 60_000_000}),
    "styles in a circle": lambda: _stored(paragraph("x", style="s0"), styles=_styles(15_000, "s0")),
    "styles in a chain": lambda: _stored(paragraph("x", style="s0"), styles=_styles(15_000, "Normal")),
    "very many styles": lambda: _stored(_P, styles=_styles(40_000, "Normal")),
    "very many lists": lambda: _stored(
        paragraph("x", looks=_NUM), numbered=numbering(*[level(0, "%1.") * 9] * 9_000)
    ),
    "more lists than there may be": lambda: _stored(_P, numbered=numbering(*[""] * 15_000)),
    "lists like styles in a circle": lambda: _stored(
        paragraph("x", looks=_NUM),
        styles=style("L", f"<w:pPr>{_NUM}</w:pPr>", kind="numbering"),
        numbered=numbering('<w:numStyleLink w:val="L"/>'),
    ),
    "letters without end": lambda: _stored(
        paragraph("x", looks=_NUM),
        numbered=numbering(level(0, "%1" * 50, "lowerLetter", start=999_999_999)),
    ),
    "long labels of very many paragraphs": lambda: _stored(
        paragraph(looks=_NUM) * 70_000,
        numbered=numbering(level(0, "%1" * 50, "lowerLetter", start=780)),
    ),
    "roman numbers without end": lambda: _stored(
        paragraph("x", looks=_NUM),
        numbered=numbering(level(0, "%1" * 50, "lowerRoman", start=999_999_999)),
    ),
    "cells of a million columns": lambda: _stored(table(*[[_COLUMNS] * 10] * 2_000)),
    "cells merged over all rows": lambda: _stored(
        table([_JOINED] * 60, *[[_GOES_ON] * 60] * 800)
    ),
    "very many links": lambda: _stored(
        _P, linked=[(f"r{at}", "hyperlink", "https://x.org") for at in range(100_000)]
    ),
    "very many types": lambda: _stored(_P, more={
        "[Content_Types].xml": f"<Types>{_types(100_000)}</Types>"
    }),
    "a picture of one colour": lambda: docx(_P, more={"word/media/a.bmp": bytes(60_000_000)}),
}  # fmt: skip
