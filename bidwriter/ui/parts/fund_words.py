"""A fund's own guidance: paragraphs, sub-headings, lists, and links to follow. The words are shown
as words; a link stands beneath its paragraph and tells where it leads."""

from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter.prose.blocks import Block
from bidwriter.prose.markdown import parse
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.look.tokens import Role
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.plain import tip
from bidwriter.ui.parts.words import Words

_FOLLOWED = ("https://", "http://", "mailto:")


class FundWords(QWidget):
    """Prose of a round, as the pack has it."""

    def __init__(self, markdown: str, role: Role = "small") -> None:
        super().__init__()
        self._role: Role = role
        body = column(self, 8)
        number = 0
        for block in parse(markdown):
            number = block.start or number + 1 if block.kind == "number" else 0
            self._add(body, block, number)

    def _add(self, body: QVBoxLayout, block: Block, number: int) -> None:
        match block.kind:
            case "heading":
                body.addWidget(Words(block.text, self._role, weight=600))
            case "bullet" | "number":
                mark = f"{number}." if block.kind == "number" else "•"
                body.addWidget(item(block.text, mark, self._role, block.level))
            case _:
                body.addWidget(Words(block.text, self._role, "text2"))
        for words, address in _links(block).items():
            link = Link(words, self._role)
            tip(link, address)
            link.clicked.connect(partial(QDesktopServices.openUrl, QUrl(address)))
            body.addWidget(link)


def item(words: str, mark: str = "•", role: Role = "small", level: int = 1) -> QWidget:
    """One item of a list, its mark beside it."""
    line = QWidget()
    body = row(line, 10, (18 * (level - 1), 0, 0, 0))
    dot = Words(mark, role, "text3", wrap=False)
    wide = 8 if mark == "•" else 10 + 8 * len(mark)
    widths(dot, least=wide, most=wide)
    body.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    body.addWidget(Words(words, role, "text2"), 1)
    return line


def _links(block: Block) -> dict[str, str]:
    """What leads somewhere, once each: its words and the address."""
    links: dict[str, str] = {}
    for span in block.spans:
        if span.link.lower().startswith(_FOLLOWED):
            links[" ".join(span.text.split())] = span.link
    return links
