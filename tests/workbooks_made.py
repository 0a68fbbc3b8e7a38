"""Workbooks made part by part, honest and hostile ones."""

import hashlib
import io
import zipfile
from collections.abc import Callable

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKED = "http://schemas.openxmlformats.org/package/2006/relationships"
# A small table of costs, two rows, as texts and numbers in place.
TABLE = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>What</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Total</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2"><v>5</v></c></row>'
)


def sheet(rows: str = TABLE, before: str = "", after: str = "") -> str:
    """A sheet's part around its rows."""
    return f"<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def workbook(
    *sheets: str,
    styles: str = "",
    texts: str = "",
    states: tuple[str, ...] = (),
    settings: str = "",
    more: dict[str, bytes] | None = None,
    packed: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A workbook of these sheets, "S1" and on; `styles` and `texts` are what stands inside those
    parts, `states` those of the sheets."""
    names = [f"sheet{at}" for at in range(1, len(sheets) + 1)]
    states = (*states, *["visible"] * len(sheets))
    listed = "".join(
        f'<sheet name="S{at}" sheetId="{at}" state="{state}" r:id="rId{at}"/>'
        for at, (_, state) in enumerate(zip(sheets, states, strict=False), 1)
    )
    links = [(f"rId{at}", "worksheet", f"{n}.xml") for at, n in enumerate(names, 1)]
    links += [("rIdT", "sharedStrings", "texts.xml"), ("rIdY", "styles", "styles.xml")]
    parts: dict[str, str | bytes] = {
        "_rels/.rels": _links([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{_OFFICE}">{settings}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _links(links),
        "xl/styles.xml": f"<styleSheet {MAIN}>{styles}</styleSheet>",
        "xl/texts.xml": f"<sst {MAIN}>{texts}</sst>",
        **{f"xl/{name}.xml": content for name, content in zip(names, sheets, strict=True)},
        **(more or {}),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packed) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _links(links: list[tuple[str, str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for id_, kind, target in links
    )
    return f'<Relationships xmlns="{_LINKED}">{told}</Relationships>'


def _texts_of(many: int) -> str:
    return "".join(f"<si><t>text {at}</t></si>" for at in range(many))


def _full(kind: str = "n", wide: int = 60) -> str:
    """Every cell that is read, filled."""
    cell = f'<c t="{kind}"><v>0</v></c>'
    return f"<row>{cell * wide}</row>" * 3_000


def _directory() -> bytes:
    """An end record that tells of no entries in front of two hundred thousand."""
    data = workbook(sheet())
    end = data.rfind(b"PK\x05\x06")
    return data[:end] + (b"PK\x01\x02" + bytes(42)) * 200_000 + data[end:]


def _noise() -> str:
    """Eight million characters that hardly pack, so that no ratio gives them away."""
    return "".join(hashlib.sha256(b"%d" % at).hexdigest() for at in range(125_000))


def _rows(cell: str) -> str:
    return TABLE + "".join(
        f'<row r="{at}"><c r="A{at}">{cell}</c></row>' for at in range(3, 300_000)
    )


def _merged(rows: str, many: int) -> bytes:
    merged = '<mergeCell ref="A1:XFD1048576"/>' * many
    return workbook(sheet(rows, after=f"<mergeCells>{merged}</mergeCells>"))


_FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
_XF, _COL = '<xf numFmtId="0"/>', '<col min="1" max="16384" hidden="1"/>'
_FORMATS = [f'<numFmt numFmtId="{at}" formatCode="{"[" * 200}"/>' for at in range(20_000)]
_TEXT = '<row><c t="s"><v>{}</v></c></row>'
# Workbooks made to take all memory or time, by what they do.
_WORKBOOKS: dict[str, Callable[[], bytes]] = {
    "everything merged": lambda: _merged(TABLE, 1),
    "everything merged often": lambda: _merged(_full(), 10_000),
    "very many rows": lambda: workbook(sheet(_rows("<v>1</v>"))),
    "very many rows of nothing": lambda: workbook(sheet(_rows(""))),
    "a cell at the far corner": lambda: workbook(sheet(TABLE + _FAR)),
    "a vast dimension": lambda: workbook(sheet(before='<dimension ref="A1:XFD1048576"/>')),
    "one attribute": lambda: workbook(sheet(f'{TABLE}<row r="3" x="{_noise()}"/>')),
    "one text": lambda: workbook(
        sheet(f'<row><c t="inlineStr"><is><t>{_noise()}</t></is></c></row>')
    ),
    "one comment": lambda: workbook(sheet(f"{TABLE}<!--{_noise()}-->")),
    "white space": lambda: workbook(sheet(TABLE + " " * 39_000_000)),
    "very deep": lambda: workbook(sheet(TABLE + "<a>" * 500_000)),
    "long names in each other": lambda: workbook(
        sheet("".join(f"<{'a' * 60_000}{at}>" for at in range(50)))
    ),
    "very many attributes": lambda: workbook(
        sheet("<row " + " ".join(f'a{at}="{at}"' for at in range(200_000)) + "/>")
    ),
    "one long shared text": lambda: workbook(
        sheet(_full("s")), texts=f"<si><t>{'x' * 32_000}</t></si>"
    ),
    "shared text in pieces": lambda: workbook(
        sheet(_TEXT.format(0)), texts=f"<si>{'<r><t>x</t></r>' * 200_000}</si>"
    ),
    "very many shared texts": lambda: workbook(
        sheet(_TEXT.format(399_999)), texts=_texts_of(400_000)
    ),
    "very many styles": lambda: workbook(sheet(), styles=f"<cellXfs>{_XF * 200_000}</cellXfs>"),
    "very many formats": lambda: workbook(
        sheet(), styles=f"<numFmts>{''.join(_FORMATS)}</numFmts>"
    ),
    "very many columns": lambda: workbook(sheet(before=f"<cols>{_COL * 100_000}</cols>")),
    "very many sheets": lambda: workbook(*[sheet()] * 120),
    "very many full sheets": lambda: workbook(*[sheet(_full(wide=30))] * 6),
    "very many parts": lambda: workbook(sheet(), more={f"x/{at}": b"" for at in range(1_200)}),
    "a hidden directory": _directory,
}
_CSV: dict[str, Callable[[], bytes]] = {
    "an open quotation mark": lambda: b'What,Total\n"A,5\n' + b"B,6\n" * 2_000_000,
    "quotation marks": lambda: b'"' * 9_000_001,
    "commas": lambda: b"," * 9_900_000,
    "line ends": lambda: b"\n" * 9_900_000,
    "quoted line ends": lambda: b'",\n",' * 1_900_000,
    "very many rows": lambda: b"What,Total\n" + b"A,5\n" * 400_000,
    "one cell": lambda: b"What,Total\n" + b"A" * 9_000_000,
    "wide letters": lambda: b"What,Total\n" + "\U0001f600".encode() * 2_400_000,
}
HOSTILE = {f"{name}.xlsx": made for name, made in _WORKBOOKS.items()} | {
    f"{name}.csv": made for name, made in _CSV.items()
}


def broken() -> dict[str, bytes]:
    """Workbooks that are not in order, by how."""
    cell = '<c r="{}"><v>1</v></c>'
    return {
        "column": workbook(sheet(f"<row>{cell.format('ZZZZ1')}</row>")),
        "row": workbook(sheet('<row r="99999999999"><c><v>1</v></c></row>')),
        "no row": workbook(sheet(f"<row>{cell.format('A0')}</row>")),
        "twice": workbook(sheet(f"<row>{cell.format('A1') * 2}</row>")),
        "rows twice": workbook(sheet(f"<row>{cell.format('A1')}</row>" * 2)),
        "no text": workbook(sheet('<row><c t="s"><v>7</v></c></row>')),
        "cut off": workbook(sheet()[:-20]),
        "no sheets": workbook(),
        "packed otherwise": workbook(sheet(), packed=zipfile.ZIP_LZMA),
    }
