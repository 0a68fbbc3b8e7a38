"""The menu behind "More": everything that has no place on a page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from bidwriter.ui.pages.offered import PAGES
from bidwriter.ui.window.bid_view import BidView
from bidwriter.ui.window.copies_out import save_copy
from bidwriter.ui.window.frame import Frame


def more_menu(window: Frame) -> QMenu:
    """A fresh menu; it takes itself away when shut."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    session = window.session
    if session is not None and not session.read_only:
        _add(menu, "Undo", session.undo, "Ctrl+Z").setEnabled(bool(session.timeline.done))
        _add(menu, "Redo", session.redo, "Ctrl+Y").setEnabled(bool(session.timeline.undone))
        menu.addSeparator()
        _add(menu, "Save now", session.save, "Ctrl+S")
    if isinstance(window.view, BidView):
        view = window.view
        menu.addSeparator()
        for page in PAGES:
            if page.menu and page.when(view.session.bid):
                _add(menu, page.menu, lambda key=page.key: view.open_page(key))
        menu.addSeparator()
    if session is not None:
        _add(menu, "Save a copy…", lambda: save_copy(window))
        if not session.read_only:
            _add(menu, "Join a copy…", window.ask_for_copies)
        _add(menu, "Look at the PDF", lambda: look_at_pdf(window))
        menu.addSeparator()
    _add(menu, "Open a file…", window.open_asked, "Ctrl+O")
    menu.addSeparator()
    menu.addMenu(theme_menu(window, menu))
    menu.addMenu(text_menu(window, menu))
    menu.addSeparator()
    _add(menu, "Keys", window.show_keys, "F1")
    _add(menu, "About you", lambda: about_you(window))
    return menu


def theme_menu(window: Frame, parent: QMenu | None = None) -> QMenu:
    """Light, dark, as the system."""
    menu = QMenu("Colours", parent or window)
    group = QActionGroup(menu)
    for mode, words in (("light", "Light"), ("dark", "Dark"), ("system", "Same as the system")):
        action = _add(menu, words, lambda mode=mode: window.set_theme(mode))
        action.setCheckable(True)
        action.setChecked(window.settings.theme == mode)
        group.addAction(action)
    return menu


def text_menu(window: Frame, parent: QMenu | None = None) -> QMenu:
    """100 to 200 %."""
    menu = QMenu("Text size", parent or window)
    group = QActionGroup(menu)
    for percent in (100, 110, 125, 150, 175, 200):
        action = _add(menu, f"{percent}%", lambda percent=percent: window.set_text_size(percent))
        action.setCheckable(True)
        action.setChecked(window.settings.text_size == percent)
        group.addAction(action)
    return menu


def look_at_pdf(window: Frame) -> None:
    """The PDF as it would be now, inside bidwriter."""
    from bidwriter.ui.pages.pdf_dialog import show_pdf

    if window.session is not None:
        show_pdf(window, window.session.bid)


def about_you(window: Frame) -> None:
    """Your name and council, kept on this computer."""
    from bidwriter.ui.window.about_you import AboutYou

    AboutYou(window).open()


def _add(menu: QMenu, words: str, action, keys: str = "") -> QAction:  # type: ignore[no-untyped-def]
    made = QAction(words, menu)
    if keys:
        # Shown, not bound: the window's own shortcuts do the work.
        made.setText(f"{words}\t{keys}")
    made.triggered.connect(lambda _checked=False: action())
    menu.addAction(made)
    return made
