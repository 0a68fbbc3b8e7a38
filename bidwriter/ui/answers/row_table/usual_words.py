"""The usual words for a cell, such as those about VAT, offered while one types."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


def offer_usual(box: QLineEdit, words: tuple[str, ...]) -> None:
    """Offer the usual words below a box; any other words will do too."""
    offered = QCompleter(words, box)
    offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    offered.setFilterMode(Qt.MatchFlag.MatchContains)
    box.setCompleter(offered)
