"""Lengths that keep up with the text size: layouts, widths and margins.

Lengths are given in logical pixels at 100 % text.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from bidwriter.ui.look.theme import theme

Margins = tuple[float, float, float, float]
_NONE: Margins = (0, 0, 0, 0)


class _Spaced(QObject):
    """Sets a layout's spacing and margins again whenever the text size changes."""

    def __init__(self, layout: QLayout, spacing: float, margins: Margins) -> None:
        super().__init__(layout)
        self._layout = layout
        theme().changed.connect(self._on_changed)
        self.keep(spacing, margins)

    def keep(self, spacing: float, margins: Margins) -> None:
        self._spacing, self._margins = spacing, margins
        self._on_changed()

    def _on_changed(self) -> None:
        px = theme().px
        self._layout.setSpacing(px(self._spacing))
        self._layout.setContentsMargins(*(px(n) for n in self._margins))


class _Wide(QObject):
    """Sets a widget's least and greatest width again whenever the text size changes."""

    def __init__(self, widget: QWidget, least: float, most: float) -> None:
        super().__init__(widget)
        self._widget, self._least, self._most = widget, least, most
        theme().changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        if self._least:
            self._widget.setMinimumWidth(theme().px(self._least))
        if self._most:
            self._widget.setMaximumWidth(theme().px(self._most))


def spaced(layout: QLayout, spacing: float = 8, margins: Margins = _NONE) -> None:
    """Give `layout` a spacing and margins (left, top, right, bottom) that scale."""
    kept = layout.findChild(_Spaced, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(kept, _Spaced):
        kept.keep(spacing, margins)
    else:
        _Spaced(layout, spacing, margins)


def widths(widget: QWidget, least: float = 0, most: float = 0) -> None:
    """Bound the width of `widget`; 0 leaves a bound alone."""
    _Wide(widget, least, most)


def column(
    parent: QWidget | None = None, spacing: float = 8, margins: Margins = _NONE
) -> QVBoxLayout:
    """A vertical layout whose spaces scale."""
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    spaced(layout, spacing, margins)
    return layout


def row(parent: QWidget | None = None, spacing: float = 8, margins: Margins = _NONE) -> QHBoxLayout:
    """A horizontal layout whose spaces scale."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    spaced(layout, spacing, margins)
    return layout


def grid(
    parent: QWidget | None = None, spacing: float = 8, margins: Margins = _NONE
) -> QGridLayout:
    """A grid layout whose spaces scale."""
    layout = QGridLayout() if parent is None else QGridLayout(parent)
    spaced(layout, spacing, margins)
    return layout
