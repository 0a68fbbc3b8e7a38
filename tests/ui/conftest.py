"""What every test of the window needs: no screen, one dressed application, no wheel of noise."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from bidwriter.ui.look.theme import Mode, theme


def pytest_configure(config: pytest.Config) -> None:
    # The offscreen platform says this of windows with a least size, of menus and of raising.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The light theme at 100 % before and after each test."""
    if not qapp.property("dressed"):
        theme().start(qapp, Mode.LIGHT)
        qapp.setProperty("dressed", True)
    yield
    theme().set_mode(Mode.LIGHT)
    theme().set_scale(1.0)
