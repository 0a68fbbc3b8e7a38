"""The menu behind "More": everything that has no place on a page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup

from bidwriter.bids.places import NOWHERE
from bidwriter.ui.pages.offered import PAGES
from bidwriter.ui.pages.task_page import TaskPage
from bidwriter.ui.parts.plain import Menu
from bidwriter.ui.window.bid_view import BidView
from bidwriter.ui.window.copies_out import save_copy
from bidwriter.ui.window.frame import Frame


def more_menu(window: Frame) -> Menu:
    """A fresh menu; it takes itself away when shut."""
    menu = Menu(window)
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
    theme_menu(window, menu)
    text_menu(window, menu)
    menu.addSeparator()
    _add(menu, "Keys", window.show_keys, "F1")
    _add(menu, "About you", lambda: about_you(window))
    return menu


def theme_menu(window: Frame, parent: Menu | None = None) -> Menu:
    """Light, dark, as the system."""
    menu = parent.add_menu("Colours") if parent else Menu(window, "Colours")
    group = QActionGroup(menu)
    for mode, words in (("light", "Light"), ("dark", "Dark"), ("system", "Same as the system")):
        action = _add(menu, words, lambda mode=mode: window.set_theme(mode))
        action.setCheckable(True)
        action.setChecked(window.settings.theme == mode)
        action.setActionGroup(group)
    return menu


def text_menu(window: Frame, parent: Menu | None = None) -> Menu:
    """100 to 200 %."""
    menu = parent.add_menu("Text size") if parent else Menu(window, "Text size")
    group = QActionGroup(menu)
    for percent in (100, 110, 125, 150, 175, 200):
        action = _add(menu, f"{percent}%", lambda percent=percent: window.set_text_size(percent))
        action.setCheckable(True)
        action.setChecked(window.settings.text_size == percent)
        action.setActionGroup(group)
    return menu


def look_at_pdf(window: Frame) -> None:
    """The PDF as it would be now, inside bidwriter, at the page of what is being written."""
    from bidwriter.ui.pages.pdf_dialog import show_pdf

    if window.session is not None:
        page = window.view.page if isinstance(window.view, BidView) else None
        place = page.in_focus()[0] if isinstance(page, TaskPage) else NOWHERE
        show_pdf(window, window.session.bid, place)


def about_you(window: Frame) -> None:
    """Your name and council, kept on this computer."""
    from bidwriter.ui.window.about_you import AboutYou

    AboutYou(window).open()


def _add(menu: Menu, words: str, action, keys: str = "") -> QAction:  # type: ignore[no-untyped-def]
    # Keys are shown, not bound: the window's own shortcuts do the work.
    return menu.add(words, action, beside=keys)
