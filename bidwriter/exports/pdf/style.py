"""HOW THE BID LOOKS IN PRINT: the light palette and the text styles, named by role.

Sizes are points on A4 (design.md, section 8). Colour belongs to the principles; all else is ink.
"""

from typing import NamedTuple

from bidwriter.exports.tagged import FurnitureStyle, TableStyle, TextStyle

TEXT, TEXT2, TEXT3 = "#1C2130", "#4A5060", "#646977"
INK, INK2 = "#2B3A67", "#7484B8"
LINE, LINE2, SUNKEN = "#E3DFD6", "#D2CDC2", "#FBFAF7"
TINT2, BAD, OK, LINK, WHITE = "#F1F3F8", "#BE1238", "#2C6E31", "#2B4C9B", "#FFFFFF"
WATERMARK = "#F1EFEA"

COLUMN = 487.28
"""Width of the text between A4's side margins."""

PAGE = 700.1
"""Height of the text between the margins."""

_MEASURE = 466.0


class Look(NamedTuple):
    """The colour and tint of one principle."""

    colour: str
    tint: str


_PRINCIPLES = {
    1: Look("#2866D2", "#EAF1FD"),
    2: Look("#902B08", "#FBEEE8"),
    3: Look("#0A5F50", "#E5F3F0"),
    4: Look("#741C6C", "#F7EBF6"),
    5: Look("#8A6900", "#FAF3DC"),
}


def look(principle: int) -> Look:
    """The colours of a principle by its number; ink beyond the five, or for none."""
    return _PRINCIPLES.get(principle, Look(INK, TINT2))


BODY = TextStyle(11, 17, TEXT, after=8, measure=_MEASURE, link_colour=LINK)
ITEM = BODY.but(after=0)  # of a list, which leaves the space below it to the list
MUTED = BODY.but(colour=TEXT3)
SMALL = TextStyle(9, 13, TEXT2, link_colour=LINK)
SMALL_TEXT = SMALL.but(colour=TEXT)
SMALL_BOLD = SMALL_TEXT.but(weight="semibold")
TINY = SMALL.but(size=8.5, leading=12)
NOTE = SMALL.but(after=8, measure=_MEASURE)
ASIDE = SMALL.but(align="right", leading=12.5)

TITLE = TextStyle(28, 34, TEXT, "semibold", after=6)
LONG_TITLE = TITLE.but(size=20, leading=26)
VERY_LONG_TITLE = TITLE.but(size=13, leading=18)
WITH = TextStyle(11.5, 17, TEXT2, after=16)
WITH_MANY = WITH.but(size=9, leading=13)
LEDE = TextStyle(12.5, 19, TEXT, measure=452, after=18)
STAMP = TextStyle(11, 16, TEXT, "bold", after=6)
FIGURE = TextStyle(19, 24, TEXT, "semibold")
FACT = SMALL.but(leading=13)

COVER_HEAD = TextStyle(12.5, 17, TEXT, "semibold", before=18, after=7)
SECTION = TextStyle(19, 24, TEXT, "semibold", before=24, after=6)
QUESTION = TextStyle(14.5, 19.5, TEXT, "semibold", before=18, after=7)
SUBHEAD = TextStyle(11.5, 16, TEXT, "semibold", before=10, after=3)
CONTENTS = (
    TextStyle(10.5, 16.5, TEXT, "semibold"),
    TextStyle(9.5, 13, TEXT2),
)

TABLE = TableStyle(
    SMALL.but(weight="semibold"), SMALL_TEXT, LINE, LINE2, pad=3.2, gap=10, line_width=0.6
)
FURNITURE = FurnitureStyle(
    header=TextStyle(8.5, 12, TEXT2),
    footer=TextStyle(8.5, 12, TEXT2),
    rule=LINE2,
    pill_colour=INK,
    diagonal_colour=WATERMARK,
)
