"""The usual words about VAT, offered while one types."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from bidwriter.kinds.tables.cost_lines import VAT_NOTES


def offer_vat_notes(box: QLineEdit) -> None:
    """Offer the usual words below a box; any other words will do too."""
    offered = QCompleter(VAT_NOTES, box)
    offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    offered.setFilterMode(Qt.MatchFlag.MatchContains)
    box.setCompleter(offered)
