"""Style sheets on what shows. What is hidden when the theme changes is dressed when it is shown.

A sheet on the application is not used. Qt (6.11) polishes every widget there is for it, and each of
them once again for every widget it lies in: some thousand widgets in kept pages, a dozen deep, took
five seconds. A sheet on a page costs what that page holds.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.ui.look.theme import theme


class Dress(QObject):
    """Keeps one widget, and all that lies in it, in the theme's sheet."""

    def __init__(self, widget: QWidget, also: Callable[[], None] | None) -> None:
        super().__init__(widget)
        self._widget, self._also = widget, also
        self._worn = -1
        widget.installEventFilter(self)
        theme().sheet_changed.connect(self._on_sheet_changed)
        self.put_on()

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whatever shows is dressed."""
        if event.type() == QEvent.Type.Show:
            self.put_on()
        return False

    def _on_sheet_changed(self) -> None:
        if self._widget.isVisible():
            self.put_on()

    def put_on(self) -> None:
        """Wear the sheet there is now."""
        if self._worn == theme().version:
            return
        self._worn = theme().version
        self._widget.setStyleSheet(theme().sheet)
        if self._also is not None:  # afterwards: a sheet puts an earlier palette back
            self._also()


def dress(widget: QWidget, also: Callable[[], None] | None = None) -> Dress:
    """Let `widget`, and all that lies in it, wear the theme's sheet from now on; `also` is what
    else to do then."""
    return Dress(widget, also)
