"""A document that holds every kind of block, laid out like the design's two PDF pages, and the
ways to look into a PDF that the tests share."""

import subprocess
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import page
from reportlab.graphics.shapes import Circle, Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor

from bidwriter.exports.tagged import (
    REGULAR,
    Badge,
    Block,
    Callout,
    Card,
    Cards,
    Cell,
    Chip,
    Chips,
    Column,
    Contents,
    Embedded,
    Figure,
    Furniture,
    FurnitureStyle,
    Heading,
    ItemList,
    KeepTogether,
    Ornament,
    PageBreak,
    PageFacts,
    Paragraph,
    Row,
    Rule,
    Run,
    Spacer,
    Table,
    TableStyle,
    TaggedDocument,
    TextStyle,
)

WHEN = datetime(2018, 11, 13, 10, 32, tzinfo=UTC)
TEXT, TEXT2, TEXT3, INK = "#1C2130", "#4A5060", "#646977", "#2B3A67"
HAIR, HAIR2, SUNKEN = "#E3DFD6", "#D2CDC2", "#FBFAF7"
FIVE = (
    ("User needs", "#2866D2", "#EAF1FD"),
    ("Fix the plumbing", "#902B08", "#FBEEE8"),
    ("Share safely", "#0A5F50", "#E5F3F0"),
    ("Digital leadership", "#741C6C", "#F7EBF6"),
    ("Open culture", "#8A6900", "#FAF3DC"),
)

PROSE = TextStyle(11, 17, TEXT, after=8, measure=466, link_colour="#2B4C9B")
SMALL = TextStyle(9, 13.5, TEXT2, link_colour="#2B4C9B")
H1 = TextStyle(30, 36, TEXT, "semibold", after=8)
H2 = TextStyle(18, 23, TEXT, "semibold", before=26, after=10)
H3 = TextStyle(12.5, 18, TEXT, "semibold", before=18, after=8)
TABLE = TableStyle(SMALL.but(weight="semibold"), SMALL.but(colour=TEXT), HAIR, HAIR2, pad=4, gap=10)

HOSTILE = '<img src="file:///etc/passwd"/> &amp; &lt; < > ]]> % \\ (a) "b" \'c\' %s {x} <b>no</b>'
LONG = "https://example.org/" + "path-of-many-parts/" * 15


def document(
    embedded: Sequence[Embedded] = (),
    furniture: Callable[[PageFacts], Furniture] | None = None,
) -> TaggedDocument:
    """A document with the sample's furniture."""
    return TaggedDocument(
        "Tell us once when you move home",
        "Hambleton District Council",
        "Bid to the Local Digital Fund",
        created=WHEN,
        embedded=embedded,
        furniture=furniture or sample_furniture,
        furniture_style=FurnitureStyle(
            header=TextStyle(8.5, 12, TEXT2),
            footer=TextStyle(8.5, 12, TEXT2),
            pill_colour="#BE1238",
        ),
    )


def sample_furniture(facts: PageFacts) -> Furniture:
    right = "Questions " + " and ".join(facts.topics) if facts.topics else "Discovery"
    return Furniture(
        left=(Run("Bid to the Local Digital Fund, round 1", bold=facts.number == 1),),
        right=right,
        foot_left="Tell us once when you move home · version c04e 5d18",
        foot_right=f"Page {facts.number} of {facts.total}",
    )


def data_file() -> Embedded:
    return Embedded("bid.json", b'{"title":"Tell us once"}', "The bid as data", WHEN)


def build(story: Sequence[Block]) -> bytes:
    return document().build(story)


def everything() -> list[Block]:
    """The kitchen sink: every kind of block, over several pages."""
    return [*cover(), PageBreak(), *contents(), *answer(), *costs(), *long_things(), *odd_text()]


def cover() -> list[Block]:
    return [
        Heading(1, "Tell us once when you move home", H1),
        Paragraph(
            "Hambleton District Council, with Ryedale District Council, Scarborough Borough "
            "Council and North Yorkshire County Council",
            TextStyle(12.5, 17, TEXT2, after=22),
        ),
        Paragraph(
            "People who move home tell their councils the same five facts in 3.4 contacts on "
            "average, and one move in six goes wrong. Four councils will spend twelve weeks "
            "finding out whether one notice can serve them all.",
            TextStyle(13, 20, TEXT, measure=440, after=24),
        ),
        facts(),
        Heading(2, "Where this bid shows the five principles", H3, bookmark="Five principles"),
        cards(),
        Paragraph("Filled block: strongly. Outlined block: in part.", SMALL.but(before=8)),
        Heading(2, "At a glance", H3),
        Table(
            (Column(width=118), Column()),
            [
                Row((Cell("Services", "Row", style=SMALL), "Council tax, waste and recycling")),
                Row((Cell("Region", "Row", style=SMALL), "Yorkshire and The Humber")),
                Row(
                    (
                        Cell("More", "Row", style=SMALL),
                        Cell((Run("The open map", link="https://example.org/map"),)),
                    )
                ),
            ],
            TABLE,
        ),
        signed(),
    ]


def facts() -> Block:
    label, figure = SMALL.but(leading=13), TextStyle(19, 24, TEXT, "semibold")
    four = (
        ("We ask the fund for", "£78,400", "under the £80,000 cap"),
        ("We give in kind", "£21,550", "88 days of our own time"),
        ("Net value, 12 years", "£2.88m", "£2.41 back for each £1"),
        ("The work runs", "12 weeks", "7 Jan to 29 Mar 2019"),
    )
    strip = [
        Card((Paragraph(a, label), Paragraph(b, figure), Paragraph(c, label))) for a, b, c in four
    ]
    return Cards(strip, gap=0, pad=12, pad_y=10, lines=HAIR2, top_line=TEXT3, foot_line=HAIR2)


def cards() -> Block:
    name, line = SMALL.but(size=9, leading=13, colour=TEXT, weight="semibold"), SMALL.but(size=8.5)
    return Cards(
        [
            Card(
                (
                    Paragraph("", name, badge=Badge(str(n), colour, size=15)),
                    Paragraph(title, name.but(before=4)),
                    Ornament(strip(colour), before=8),
                    Paragraph("Strong", name.but(before=3)),
                    Paragraph("Questions 1, 2, 5, 6", line),
                ),
                tint,
            )
            for n, (title, colour, tint) in enumerate(FIVE, 1)
        ]
    )


def strip(colour: str) -> Drawing:
    drawing = Drawing(70, 6)
    for place in range(6):
        fill = HexColor(colour) if place < 4 else HexColor("#FFFFFF")
        block = Rect(place * 9, 0.5, 7, 4.5, 1.2, 1.2)
        block.fillColor, block.strokeColor, block.strokeWidth = fill, HexColor(colour), 0.7
        drawing.add(block)
    return drawing


def signed() -> Block:
    icon = Drawing(16, 16)
    ring = Circle(8, 8, 6.5)
    ring.fillColor, ring.strokeColor, ring.strokeWidth = None, HexColor("#2C6E31"), 1.3
    icon.add(ring)
    words = (
        Run("Signed off for this version", bold=True),
        Run(
            " by Amir Wahid, section 151 officer, 13 November 2018, and Dr Helen Marsh, project "
            "sponsor, on the same day."
        ),
    )
    style = SMALL.but(colour=TEXT)
    return Callout([Paragraph(words, style)], fill="#F1F3F8", icon=icon, before=18)


def contents() -> list[Block]:
    return [
        Heading(2, "Contents", H2),
        Contents((PROSE.but(after=1), SMALL)),
    ]


def answer() -> list[Block]:
    return [
        Heading(
            2,
            "2  How we will approach the problem",
            H2,
            key="q2",
            topic="2",
            aside=Paragraph("148 of 150 words", SMALL.but(align="right")),
            rule=INK,
        ),
        Chips(
            [
                Chip(Badge("1", "#2866D2"), "User needs, strongly", "#EAF1FD", "#2866D2"),
                Chip(
                    Badge("2", "#902B08", outlined=True),
                    "Fix the plumbing, in part",
                    "#FFFFFF",
                    "#902B08",
                ),
                Chip(Badge("3", "#0A5F50"), "Share safely, strongly", "#E5F3F0", "#0A5F50"),
            ],
            SMALL.but(colour=TEXT, weight="semibold"),
            after=10,
        ),
        Paragraph(
            (
                Run(
                    "We will spend the first three weeks with residents who moved home in the "
                    "last year, and with the staff who take their calls. Forty interviews "
                ),
                Run("across four councils", italic=True),
                Run(", see "),
                Run(
                    "our log of every call that the contact centre took this year",
                    link="https://example.org/log?a=1&b=2",
                ),
                Run(", or "),
                Run("the costs", goto="q11"),
                Run(".\nA new line."),
                Run("3", raised=True, goto="q11"),
            ),
            PROSE,
        ),
        Heading(3, "Sprints", H3),
        ItemList(
            [
                "sprints 1 and 2: listen, observe and count avoidable contact",
                (Run("sprints 3 and 4: ", bold=True), Run("compare three ways")),
                [
                    Paragraph("then", PROSE.but(after=2)),
                    ItemList(["first", "second"], PROSE, ordered=True),
                ],
            ],
            PROSE,
            bullet_colour=TEXT3,
            after=8,
        ),
        KeepTogether([Paragraph("Kept", PROSE), Rule(HAIR2, length=300), Spacer(10)]),
        chart(),
    ]


def chart() -> Block:
    drawing = Drawing(300, 80)
    drawing.add(Line(0, 10, 300, 10, strokeColor=HexColor(TEXT3)))
    bar = Rect(20, 10, 30, 50)
    bar.fillColor, bar.strokeColor = HexColor(INK), None
    drawing.add(bar)
    drawing.add(String(20, 65, "£2.4m", fontName=REGULAR, fontSize=9, fillColor=HexColor(TEXT)))
    return Figure(drawing, "The work pays back in the year 23/24.", before=6, after=6)


def costs(rows: int = 45) -> list[Block]:
    header = ("What", "Quantity", "Unit cost", "Total", "Principle it serves")
    columns = (
        Column(2.6),
        Column(1, align="right"),
        Column(1, align="right"),
        Column(1, align="right"),
        Column(2),
    )
    bold = TABLE.body.but(weight="bold")
    body = [
        Row(
            ("Asking the fund", Cell("£78,400", columns=3, style=bold), ""),
            style=bold,
            fill=SUNKEN,
            group=True,
        )
    ]
    for number in range(rows):
        title, colour, _ = FIVE[number % 5]
        badge = Paragraph(title, TABLE.body, badge=Badge(str(number % 5 + 1), colour, size=12))
        body.append(
            Row(
                (
                    f"User researcher {number}",
                    "45 days",
                    "£720",
                    Cell("£32,400", style=bold),
                    Cell(badge),
                )
            )
        )
    return [
        Heading(2, "11  Who does the work and what it costs", H2, key="q11", topic="11", rule=INK),
        Table(
            columns,
            body,
            TABLE,
            header=header,
            caption=Paragraph("What the work costs", SMALL.but(after=4), tag="Caption"),
        ),
    ]


def long_things() -> list[Block]:
    sentence = "We will map each step against the records it touches. "
    return [
        Heading(2, "12  Long things", H2, topic="12"),
        ItemList([f"item {n}: {sentence * 6}" for n in range(14)], PROSE, ordered=True, after=10),
        Callout([Paragraph(sentence * 12, PROSE) for _ in range(5)], fill="#F1F3F8"),
        Table(
            (Column(), Column(2)),
            [Row((Cell("One", "Row"), sentence * 60))] * 1
            + [Row((Cell("Two", "Row"), sentence * 5))],
            TABLE,
            before=10,
        ),
        Paragraph(sentence * 30, PROSE.but(before=10)),
    ]


def odd_text() -> list[Block]:
    return [
        Heading(2, HOSTILE, H2),
        Paragraph(HOSTILE, PROSE),
        Paragraph(LONG, PROSE),
        Paragraph((Run(LONG, link=LONG),), PROSE),
        Paragraph("x" * 300, PROSE),
        Paragraph(
            "made\u2011up 7\u202f000 so\u00adft \U0001d400\U0001d6fc x\u0302 ✓ → \U0001f600 "
            "e\u0301 \uf0b7 Жи Ωμ \u00b5m ½ ﬁ",
            PROSE,
        ),
        Paragraph("", PROSE),
        Paragraph("last words", PROSE),
    ]


def failures(pdf: bytes, profile: str) -> list[str]:
    """What page-validation finds against "ua1", "2a" or "3a"."""
    report = page.validate_pdf_bytes(pdf, profile=profile)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def run(program: str, pdf: bytes, *options: str, after: Sequence[str] = ()) -> str:
    """What a command says of the file."""
    return run_bytes(program, pdf, *options, after=after).decode("utf-8")


def run_bytes(program: str, pdf: bytes, *options: str, after: Sequence[str] = ()) -> bytes:
    """What a command makes of the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.pdf"
        path.write_bytes(pdf)
        done = subprocess.run([program, *options, str(path), *after], stdout=-1, check=True)
    return done.stdout


def structure(pdf: bytes) -> str:
    """The structure tree with its text, as poppler reads it. The colour profile is kept from it:
    poppler works that out anew for each element, for nine tenths of its time."""
    plain = run_bytes("qpdf", pdf, "--object-streams=disable", after=("-",))
    return run("pdfinfo", plain.replace(b"/OutputIntents", b"/PutAsideStuff"), "-struct-text")


def words(pdf: bytes) -> str:
    """The text as extracted, runs of white space as one space."""
    return " ".join(run("pdftotext", pdf, after=("-",)).split())
