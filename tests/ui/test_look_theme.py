"""Theme, fonts and icons."""

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.ui.look.dress import dress
from bidwriter.ui.look.fonts import load_fonts
from bidwriter.ui.look.icons import app_icon, icon, icon_pixmap
from bidwriter.ui.look.palette import tokens_from
from bidwriter.ui.look.space import spaced, widths
from bidwriter.ui.look.theme import Mode, theme
from bidwriter.ui.look.tokens import DARK, FAMILY, LIGHT, TYPE


def test_every_face_is_there() -> None:
    assert load_fonts() == ()
    for role in TYPE:
        assert QFontInfo(theme().font(role)).family() == FAMILY


def test_dark_changes_palette_sheet_and_tells(qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme().changed):
        theme().set_mode(Mode.DARK)
    assert theme().tokens is DARK
    assert QApplication.palette().color(QPalette.ColorRole.Base) == QColor(DARK.surface)
    assert DARK.surface in theme().sheet


def test_text_size_scales_fonts_and_stays_within_bounds() -> None:
    theme().set_scale(9)
    assert theme().scale == 2.0
    assert theme().font("body").pixelSize() == 30
    assert theme().line("prose") == 54
    theme().set_scale(0.2)
    assert theme().font("body").pixelSize() == 15


def test_style_sheet_sizes_follow_the_text_size(qtbot: QtBot) -> None:
    box = QLineEdit()
    qtbot.addWidget(box)
    dress(box)
    box.show()
    box.ensurePolished()
    small = box.sizeHint().height()
    theme().set_scale(2)
    box.ensurePolished()
    assert box.sizeHint().height() > 1.7 * small
    assert box.font().pixelSize() == 30


def test_figures_are_tabular() -> None:
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(theme().font("body"))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8000")


def test_spaces_and_widths_scale(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = QHBoxLayout(widget)
    spaced(layout, 10, (4, 0, 0, 0))
    spaced(layout, 12, (4, 0, 0, 0))
    widths(widget, most=300)
    theme().set_scale(1.5)
    assert layout.spacing() == 18
    assert layout.contentsMargins().left() == 6
    assert widget.maximumWidth() == 450


def test_icons_take_a_token_and_the_screens_ratio() -> None:
    pixmap = icon_pixmap("check", "bad", 16, 2.0)
    assert pixmap.width() == 32
    image = pixmap.toImage()
    found = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}
    assert LIGHT.bad.lower() in found
    assert icon_pixmap("check", "bad", 16, 2.0).cacheKey() == pixmap.cacheKey()
    assert not icon("plus").isNull()
    assert not app_icon().isNull()


def test_an_unknown_icon_fails() -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", "text", 16, 1.0)


def test_contrast_themes_keep_the_systems_colours() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("black"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("yellow"))
    tokens = tokens_from(palette)
    assert tokens.canvas == "#000000"
    assert tokens.text == tokens.control == "#ffff00"
