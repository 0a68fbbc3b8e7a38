"""The lists that choice cells open: who pays, which councils, which principle."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.bids.bid import Bid
from bidwriter.desk.cost_columns import COLUMNS, COUNCILS, PRINCIPLE
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.choices import OneOf
from bidwriter.kinds.cells.councils import ALL, all_words
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.badge import paint_badge
from bidwriter.ui.parts.plain import Menu

_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoiceMenu(Menu):
    """`chosen` carries the keys picked. A menu of several stays open while they are ticked."""

    chosen = Signal(tuple)

    def __init__(
        self, name: str, picked: Sequence[str], *, several: bool = False, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._picked, self._several = tuple(picked), several
        self._before = self._picked
        if several:
            self.aboutToHide.connect(self._tell)

    def offer(self, key: str, words: str, icon: QIcon | None = None) -> QAction:
        """One thing to pick. Keys that begin with "!" pick alone and shut the menu."""
        action = self.add(words, icon=icon)
        action.setCheckable(True)
        action.setChecked(key.removeprefix("!") in self._picked)
        action.setData(key)
        action.triggered.connect(lambda _on=False: self._on_picked(action))
        if action.isChecked() and self.activeAction() is None:
            self.setActiveAction(action)
        return action

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick without shutting a menu of several."""
        if event.key() in _KEYS and self._tick(self.activeAction()):
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click ticks without shutting a menu of several."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if not self._several or action is None or not action.data():
            return False
        action.trigger()
        if _is_alone(action):
            self.close()
        return True

    def _on_picked(self, action: QAction) -> None:
        if not self._several:
            self._picked = tuple(filter(None, (str(action.data()),)))
            self._tell()
            return
        for other in self.actions():
            if other is not action and _is_alone(other) != _is_alone(action):
                other.setChecked(False)
        ticked = [str(a.data()).removeprefix("!") for a in self.actions() if a.isChecked()]
        self._picked = tuple(ticked)

    def _tell(self) -> None:
        """Once, however many were ticked, so that it is one step to undo."""
        if self._picked != self._before:
            self._before = self._picked
            self.chosen.emit(self._picked)


def _is_alone(action: QAction) -> bool:
    return str(action.data() or "").startswith("!")


def menu_for(
    bid: Bid, question: CostLines, line: CostLine, col: int, parent: QWidget
) -> ChoiceMenu:
    """The list for a choice cell of a line."""
    if col == COUNCILS:
        return _councils(bid, line, parent)
    if col == PRINCIPLE:
        return _principles(bid, line, parent)
    column, around = COLUMNS[col], Around(bid, question, line)
    assert isinstance(column.cell, OneOf)
    held = str(column.leaf(line) or "")
    menu = ChoiceMenu(f"{column.title}, {line.title}", (held,), parent=parent)
    offered = column.cell.offered(around)
    for id_, label in offered.items():
        menu.offer(id_, label)
    if held and held not in offered:
        menu.offer(held, f"{held}, not offered by the round")
    if not column.needed:
        menu.addSeparator()
        menu.offer("", f"No {column.label.lower()}")
    return menu


def _principles(bid: Bid, line: CostLine, parent: QWidget) -> ChoiceMenu:
    menu = ChoiceMenu(f"Principle, {line.title}", (str(line.principle or ""),), parent=parent)
    for principle in bid.round.principles:
        menu.offer(str(principle.number), principle.name, badge_icon(principle.number))
    menu.addSeparator()
    menu.offer("", "No principle")
    return menu


def _councils(bid: Bid, line: CostLine, parent: QWidget) -> ChoiceMenu:
    menu = ChoiceMenu(f"Council, {line.title}", line.councils, several=True, parent=parent)
    partners = [partner for partner in bid.partners if partner.key]
    if len(partners) > 1:
        menu.offer(f"!{ALL}", all_words(bid))
        menu.addSeparator()
    for partner in partners:
        menu.offer(partner.key, partner.title)
    known = {ALL, *(partner.key for partner in partners)}
    for key in line.councils:
        if key not in known:
            menu.offer(key, f"{key}, no longer in the bid")
    return menu


def badge_icon(number: int) -> QIcon:
    """A principle's badge for a menu."""
    side, ratio = theme().px(18), 2.0
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_badge(painter, QRectF(0, 0, side, side), number, filled=True)
    painter.end()
    return QIcon(pixmap)
