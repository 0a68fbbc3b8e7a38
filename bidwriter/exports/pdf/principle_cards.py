"""THE PRINCIPLES' CARDS of the first page: how far the bid shows each principle."""

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.colors import HexColor

from bidwriter.bids.principles import rule_words
from bidwriter.bids.record.figures import PrincipleShown
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.languages import said, said_in
from bidwriter.exports.pdf.principle_marks import BadgeLine
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.pdf.words import sentence
from bidwriter.exports.tagged import Block, Card, Cards, Figure, Heading, Paragraph, Words
from bidwriter.kinds.values import money
from bidwriter.rounds.round import Principle

_A_ROW = 5
_BLOCKS_A_LINE = 12
_WIDTH = 77.0


def principle_blocks(sheet: Sheet, above: float) -> list[Block]:
    """The cards under their heading; nothing in a round without principles."""
    principles = sheet.bid.round.principles
    if not principles:
        return []
    name = sheet.bid.round.principles_name
    of = f" of the {name}" if name else ""
    number = {5: "five "}.get(len(principles), "")
    heading = f"Where this bid shows the {number}principles{of}"
    rows = -(-len(principles) // _A_ROW)
    per = -(-len(principles) // rows)
    shown = {one.principle: one for one in sheet.figures.principles_shown}
    cards = [_card(sheet, one, shown[one.number]) for one in principles]
    cards += [Card(())] * (rows * per - len(cards))
    lines = [cards[at : at + per] for at in range(0, len(cards), per)]
    return [
        Heading(
            2,
            said_in(sheet, heading, name),
            style.COVER_HEAD.but(before=above),
            bookmark=sentence(f"{number}principles"),
        ),
        *(Cards(line, pad=7, pad_y=9, before=7) for line in lines),
        Paragraph(_legend(sheet), style.TINY.but(before=6)),
    ]


def _legend(sheet: Sheet) -> Words:
    legend = "Filled block: an answer shows the principle strongly. Outlined block: in part."
    words = f"{legend} {rule_words(sheet.bid)}".strip()
    return said_in(sheet, words, *(headline.word for headline in sheet.bid.round.headlines))


def _card(sheet: Sheet, principle: Principle, shown: PrincipleShown) -> Card:
    look = style.look(principle.number)
    name = style.SMALL_BOLD.but(leading=12.5)
    line = style.TINY.but(leading=12)
    blocks: list[Block] = [
        BadgeLine(principle, name),
        Paragraph(said(sheet, principle.name), name.but(before=4)),
        Figure(_strip(shown, look.colour), _counted(shown), before=6),
        Paragraph(said(sheet, shown.word), name.but(before=3)),
        Paragraph(_questions(sheet, principle.number), line),
        Paragraph(_money(sheet, principle.number), line),
    ]
    return Card(blocks, look.tint)


def _counted(shown: PrincipleShown) -> str:
    if not shown.answers:
        return "No answer of this round can show it."
    return f"Of {shown.answers} answers {shown.strong} show it strongly and {shown.some} in part."


def _questions(sheet: Sheet, number: int) -> Words:
    answers = [item for item in sheet.items if item.group == "answers"]
    found = [item.question for item in answers if sheet.strength(item.place, number)]
    if not found:
        return "No question"
    if all(question.number for question in found):
        word = "Question" if len(found) == 1 else "Questions"
        return f"{word} {', '.join(question.number for question in found)}"
    names = ", ".join(question.number or question.name for question in found)
    return said_in(sheet, names, *(question.name for question in found))


def _money(sheet: Sheet, number: int) -> str:
    sums = next((one for one in sheet.figures.by_principle if one.principle == number), None)
    if sums is None or not sums.whole:
        return ""
    if sums.fund:
        return f"{money.show(sums.fund)} of grant"
    own = "of our own" if sheet.figures.contributed_in_cash else "in kind"
    return f"{money.show(sums.whole)} {own}"


def _strip(shown: PrincipleShown, colour: str) -> Drawing:
    """A block for each answer: filled strongly, outlined in part, pale not at all."""
    lines = max(1, -(-shown.answers // _BLOCKS_A_LINE))
    step = _WIDTH / max(8, min(shown.answers, _BLOCKS_A_LINE))
    drawing = Drawing(_WIDTH, 7 * lines)
    for place in range(shown.answers):
        column, row = place % _BLOCKS_A_LINE, place // _BLOCKS_A_LINE
        block = Rect(column * step + 0.4, 7 * (lines - row - 1) + 1, step - 2, 4.6, 1.1, 1.1)
        strong, some = place < shown.strong, place < shown.strong + shown.some
        edge = colour if some else style.LINE2
        block.fillColor = HexColor(colour if strong else style.WHITE if some else style.LINE2)
        block.strokeColor, block.strokeWidth = HexColor(edge), 0.7
        drawing.add(block)
    return drawing
