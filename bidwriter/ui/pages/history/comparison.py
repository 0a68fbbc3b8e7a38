"""What differs between two versions, question by question, with words marked one by one."""

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import read_place
from bidwriter.bids.telling.telling import Told, told_together
from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.compared import ComparedText, marked_runs
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import Words

_LONG = 40


def show_comparison(
    body: QVBoxLayout, old: Bid, new: Bid, bring_back: Callable[[str], None] | None
) -> int:
    """Fill `body` with a card for each question that differs; hands back how many there are.
    `bring_back` takes the id of a question whose answer is wanted as it is in `new`."""
    many = 0
    for name, lines in told_together(old, new):
        many += 1
        body.addWidget(_card(new, name, lines, bring_back))
    return many


def _card(
    new: Bid, name: str, lines: tuple[Told, ...], bring_back: Callable[[str], None] | None
) -> QWidget:
    card = Card(padding=(18, 14, 16, 18), spacing=8)
    head = QWidget()
    line = row(head, 12)
    line.addWidget(Words(name, "h3"), 1)
    question = _question(new, lines[0].place)
    if bring_back is not None and question:
        link = Link("Bring this answer back", "small")
        link.setAccessibleName(f"Bring this answer back: {name}")
        link.clicked.connect(lambda: bring_back(question))
        line.addWidget(link)
    card.body.addWidget(head)
    for told in lines:
        card.body.addWidget(_told(told))
    return card


def _question(bid: Bid, place: str) -> str:
    read = read_place(place)
    root = read_place(read.item).root if read.root == "evidence" else read.root
    root = read.row if root == "finished" else root
    return root if root in bid.round.by_id else ""


def _told(told: Told) -> QWidget:
    made = QWidget()
    body = column(made, 4)
    words = told.words[0].upper() + told.words[1:]
    body.addWidget(Words(words, "small", "text2"))
    if len(told.before) + len(told.after) > _LONG:
        for widget in _passages(told.before.splitlines(), told.after.splitlines()):
            body.addWidget(widget)
    return made


def _passages(old: list[str], new: list[str]) -> Iterator[QWidget]:
    """The paragraphs that differ, word by word; how many between them are the same."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            many = i2 - i1
            same = "One paragraph is the same" if many == 1 else f"{many} paragraphs are the same"
            yield Words(same, "caption", "text3")
        else:
            yield ComparedText(marked_runs("\n".join(old[i1:i2]), "\n".join(new[j1:j2])))
