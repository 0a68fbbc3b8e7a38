"""The lists that the choices of a fund's own table open."""

from PySide6.QtWidgets import QWidget

from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.cells.own import OwnCell, loose_words
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.tables.rows import Row
from bidwriter.ui.answers.cost_table.choices import ChoiceMenu

_YES, _NO = "yes", "no"


def menu_of(column: Column, row: Row, parent: QWidget) -> ChoiceMenu:
    """What a cell can be: yes or no, one of its options, or any number of them."""
    name, held = f"{column.title}, {row.title}", column.leaf(row)
    several = column.cell.kind == "choose-several"
    menu = ChoiceMenu(name, _keys(held), several=several, parent=parent)
    offered = offers(column)
    for key, label in offered.items():
        menu.offer(key, label)
    for key in _keys(held):
        if key not in offered:
            menu.offer(key, f"{key}, not offered by the round")
    if not several:
        menu.addSeparator()
        menu.offer("", "No answer")
    return menu


def offers(column: Column) -> dict[str, str]:
    """What can be chosen in a column: key → label."""
    assert isinstance(column.cell, OwnCell)
    if column.cell.kind == "yes-no":
        return {_YES: "Yes", _NO: "No"}
    return column.cell.offered


def meant(column: Column, keys: tuple[str, ...]) -> Leaf:
    """The leaf of what was chosen; None for nothing."""
    if column.cell.kind == "choose-several":
        listed = tuple(key for key in offers(column) if key in keys)
        return (*listed, *(key for key in keys if key not in listed)) or None
    key = keys[0] if keys else ""
    if column.cell.kind == "yes-no" and key in (_YES, _NO):
        return key == _YES
    return key or None


def _keys(held: Leaf) -> tuple[str, ...]:
    if isinstance(held, tuple):
        return held
    words = loose_words(held)
    return (words,) if words else ()
