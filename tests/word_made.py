"""Word files made part by part from short words, as Word writes them:
`docx(paragraph("Your project", style="heading 1"), table(("Name", control("text"))))`."""

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_STYLES = ("Normal", "Title", *(f"heading {at}" for at in range(1, 10)), "toc 1", "Table Grid")


# --- what stands in a document -----------------------------------------------------------------


def run(text: str = "", *, looks: str = "", inside: str = "") -> str:
    """A run: `looks` is what stands in its rPr (`<w:b/>`), `inside` XML instead of text."""
    body = inside or f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{body}</w:r>"


def paragraph(*parts: str, style: str = "", looks: str = "") -> str:
    """A paragraph of texts and runs (what begins with "<" is XML); `style` is a style's name and
    `looks` what else stands in its pPr."""
    named = f'<w:pStyle w:val="{style_id(style)}"/>' if style else ""
    properties = f"<w:pPr>{named}{looks}</w:pPr>" if named or looks else ""
    return f"<w:p>{properties}{''.join(map(_xml, parts))}</w:p>"


def item(text: str, list_id: int = 1, level: int = 0, style: str = "") -> str:
    """A paragraph of a numbered list; `level` from 0."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, style=style, looks=numbered)


def cell(*parts: str, looks: str = "") -> str:
    """A cell of paragraphs (texts become some); `looks` is what stands in its tcPr."""
    blocks = "".join(part if part.startswith("<w:") else paragraph(part) for part in parts)
    properties = f"<w:tcPr>{looks}</w:tcPr>" if looks else ""
    return f"<w:tc>{properties}{blocks or '<w:p/>'}</w:tc>"


def row(*cells: str, looks: str = "") -> str:
    """A row of cells (texts, runs and paragraphs become some)."""
    properties = f"<w:trPr>{looks}</w:trPr>" if looks else ""
    return f"<w:tr>{properties}{''.join(map(_cell, cells))}</w:tr>"


def table(*rows: Iterable[str] | str, style: str = "") -> str:
    """A table of rows; a row is `row(...)` or its cells."""
    named = f'<w:tblPr><w:tblStyle w:val="{style_id(style)}"/></w:tblPr>' if style else ""
    return f"<w:tbl>{named}{''.join(r if isinstance(r, str) else row(*r) for r in rows)}</w:tbl>"


def control(
    sort: str,
    inside: str = "",
    *,
    tag: str = "",
    alias: str = "",
    id_: int = 1,
    choices: Iterable[str] = (),
    ticked: bool = False,
    is_prompt: bool = False,
) -> str:
    """A content control round `inside` (text, runs, paragraphs, cells or rows)."""
    listed = "".join(
        f"<w:listItem w:displayText={quoteattr(c)} w:value={quoteattr(c)}/>" for c in choices
    )
    kinds = {
        "tick": f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>',
        "choice": f"<w:dropDownList>{listed}</w:dropDownList>",
        "combo": f"<w:comboBox>{listed}</w:comboBox>",
        "rich": "",
    }
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(alias)}/><w:tag w:val={quoteattr(tag)}/>"
        f'<w:id w:val="{id_}"/>{"<w:showingPlcHdr/>" if is_prompt else ""}'
        f"{kinds.get(sort, f'<w:{sort}/>')}</w:sdtPr>"
        f"<w:sdtContent>{_xml(inside or ('☒' if ticked else '☐'))}</w:sdtContent></w:sdt>"
    )


def field(instruction: str, result: str = "", form: str = "") -> str:
    """A field in runs; `form` is what stands in its ffData."""
    data = f"<w:ffData>{form}</w:ffData>" if form else ""
    marks = {
        at: run(
            inside=f'<w:fldChar w:fldCharType="{at}">{data if at == "begin" else ""}</w:fldChar>'
        )
        for at in ("begin", "separate", "end")
    }
    told = run(inside=f"<w:instrText>{escape(instruction)}</w:instrText>")
    shown = marks["separate"] + _xml(result) if result else ""
    return marks["begin"] + told + shown + marks["end"]


def inserted(*parts: str, by: str = "Ann", kind: str = "ins") -> str:
    """Tracked as inserted; `kind` "moveTo" as moved."""
    what = "".join(map(_xml, parts))
    return f'<w:{kind} w:id="1" w:author="{by}" w:date="2024-05-01T10:00:00Z">{what}</w:{kind}>'


def deleted(*texts: str, by: str = "Ben", kind: str = "del") -> str:
    """Tracked as deleted; `kind` "moveFrom" as moved."""
    runs = "".join(
        run(inside=f'<w:delText xml:space="preserve">{escape(t)}</w:delText>') for t in texts
    )
    return f'<w:{kind} w:id="1" w:author="{by}" w:date="2024-05-02T10:00:00Z">{runs}</w:{kind}>'


def text_box(*blocks: str) -> str:
    """A run with a text box, in both copies that Word writes."""
    inside = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return run(
        inside="<mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )


def _xml(part: str) -> str:
    return part if part.startswith("<") else run(part)


def _cell(part: str) -> str:
    if part.startswith(("<w:tc>", "<w:sdt><w:sdtPr><w:alias")) and "<w:tc>" in part:
        return part
    return cell(part if part.startswith(("<w:p>", "<w:p/>", "<w:tbl>")) else paragraph(part))


# --- the parts around it -----------------------------------------------------------------------


def style_id(name: str) -> str:
    """The id by which `docx` knows a style."""
    return "".join(name.split())


def style(name: str, looks: str = "", *, based_on: str = "", kind: str = "paragraph") -> str:
    """A style; `looks` is what stands in it beside its name."""
    base = f'<w:basedOn w:val="{style_id(based_on)}"/>' if based_on else ""
    usual = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id(name)}"{usual}>'
        f"<w:name w:val={quoteattr(name)}/>{base}{looks}</w:style>"
    )


def level(at: int, text: str, fmt: str = "decimal", more: str = "", start: int = 1) -> str:
    """A level of a numbering, from 0: `level(1, "%1.%2")`."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def numbering(*lists: str, overrides: dict[int, tuple[int, str]] | None = None) -> str:
    """Lists by their levels, with ids from 1; `overrides` are further ones: the id of the list that
    each is like, and its overrides."""
    told = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{levels}</w:abstractNum>'
        for at, levels in enumerate(lists, 1)
    )
    used = {at: (at, "") for at in range(1, len(lists) + 1)} | (overrides or {})
    return told + "".join(
        f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'
        for id_, (of, more) in used.items()
    )


def links(found: Iterable[tuple[str, str, str]], office: str = R) -> str:
    """A part of relationships: id, kind and target of each; what has "://" is outside."""
    elsewhere = 'TargetMode="External"'
    told = "".join(
        f'<Relationship Id="{id_}" Type="{office}/{kind}" Target={quoteattr(target)} '
        f"{elsewhere if '://' in target else ''}/>"
        for id_, kind, target in found
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def docx(
    *blocks: str,
    styles: str = "",
    numbered: str = "",
    linked: Iterable[tuple[str, str, str]] = (),
    more: dict[str, str | bytes] | None = None,
    type_: str = _TYPE,
    packed: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A Word file of these blocks; Word's usual styles are there. `styles` and `numbered` are what
    else stands in those parts, `linked` further relationships and `more` further parts."""
    usual = "".join(
        style(name, kind="table" if name == "Table Grid" else "paragraph") for name in _STYLES
    )
    body = "".join(block if block.startswith("<") else paragraph(block) for block in blocks)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{type_}"/></Types>',
        "_rels/.rels": links([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": links(
            [("rIdS", "styles", "styles.xml"), ("rIdN", "numbering", "numbering.xml"), *linked]
        ),
        "word/styles.xml": f"<w:styles {_SPACES}>{usual}{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_SPACES}>{numbered}</w:numbering>",
        **(more or {}),
    }
    return zipped(parts, packed)


def zipped(parts: dict[str, str | bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of parts by name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packed) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, packed)  # made at no time
    return made.getvalue()
