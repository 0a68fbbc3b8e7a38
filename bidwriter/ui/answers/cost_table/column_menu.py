"""Which further columns the table shows, as a menu of ticks."""

from PySide6.QtWidgets import QMenu

from bidwriter.desk.cost_columns import COLUMNS
from bidwriter.ui.answers.cost_table.choices import ChoiceMenu
from bidwriter.ui.answers.cost_table.view import CostTable
from bidwriter.ui.navigator import Navigator


def column_menu(table: CostTable, navigator: Navigator) -> QMenu:
    """Ticks for category, when, VAT, note and source; remembered on this computer."""
    shown = tuple(COLUMNS[col].key for col in table.further if not table.isColumnHidden(col))
    menu = ChoiceMenu("Columns", shown, several=True, parent=table)
    for col in table.further:
        menu.offer(COLUMNS[col].key, COLUMNS[col].title)

    def chosen(fields: tuple[str, ...]) -> None:
        table.choose_columns(fields)
        navigator.keep_columns(fields)

    menu.chosen.connect(chosen)
    return menu
