"""The frame of an open bid: header, task list, the page that shows, and the panel beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from bidwriter.bids.places import NOWHERE
from bidwriter.ui.look.dress import dress
from bidwriter.ui.look.space import column
from bidwriter.ui.look.theme import theme
from bidwriter.ui.navigator import Navigator, PageKey
from bidwriter.ui.pages.page import Page
from bidwriter.ui.pages.task_page import TaskPage
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.page_stack import PageStack
from bidwriter.ui.parts.toast import Toast
from bidwriter.ui.session import Session
from bidwriter.ui.window.finder import Finder
from bidwriter.ui.window.header import Header
from bidwriter.ui.window.made_pages import MadePages
from bidwriter.ui.window.side_panel import SidePanel
from bidwriter.ui.window.task_list import TaskList

PANEL, DRAWER_BELOW, RAIL_BELOW = 360, 1280, 1100


class BidFrame(QWidget):
    """Where the parts stand, and how they share the room; what they do is the bid view's."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.navigator = Navigator()
        self.header = Header(session)
        self.tasks = TaskList()
        self.panel = SidePanel(session, self.navigator)
        self.stack = PageStack()
        self.pages = MadePages(session, self.navigator, self.stack)
        self.current = PageKey("")
        self._panel_wanted, self._drawer_open = True, False
        self.is_alone = False
        self._lay_out()
        self.toast = Toast(self.stack, self._foot)
        self.finder = Finder(self, session, self.navigator)
        self.announcer = Announcer(self)
        # Each by itself, as pages are: what lies round them is dressed with none of them.
        for part in (self.header, self.tasks, self.toast, self.finder):
            dress(part)
        self.panel.shut_asked.connect(self._shut_drawer)
        self.header.panel_asked.connect(self.toggle_panel)

    def _foot(self) -> QWidget | None:
        """What stands at the bottom of the page that shows."""
        page = self.pages.get(self.current)
        return page.foot if isinstance(page, TaskPage) else None

    def _lay_out(self) -> None:
        outer = column(self, 0)
        outer.addWidget(self.header)
        outer.addWidget(Rule(room=0))
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self.tasks)
        self._middle.addWidget(Rule(upright=True))
        self._middle.addWidget(self.stack, 1)
        self._edge = Rule(upright=True)
        self._middle.addWidget(self._edge)
        self._middle.addWidget(self.panel)
        outer.addLayout(self._middle, 1)
        self.panel.setAutoFillBackground(True)

    @property
    def page(self) -> Page | None:
        """The page that shows."""
        return self.pages.get(self.current)

    def show_tab(self, index: int) -> None:
        """Show guidance (0), problems (1), comments (2) or history (3) in the panel."""
        if not self.panel.isVisible():
            self.toggle_panel()
        self.panel.show_tab(index)

    def toggle_panel(self) -> None:
        """Show or hide the panel; where it is a drawer, open or shut it."""
        if self._is_drawer():
            self._drawer_open = not self._drawer_open
        else:
            self._panel_wanted = not self._panel_wanted
        self._fit()
        if self.panel.isVisible():
            self.panel.tabs.setFocus()

    def _shut_drawer(self) -> None:
        if self._drawer_open and self._is_drawer():
            self.toggle_panel()
            self.pages[self.current].go_to(NOWHERE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the room."""
        super().resizeEvent(event)
        self._fit()

    def refit(self) -> None:
        """Fit again, after the text size changed."""
        self._fit()

    def effective(self) -> int:
        """The window's width as if the text were at 100 %."""
        return round(self.width() / theme().scale)

    def show_alone(self, *, alone: bool) -> None:
        """Show the page without header, task list and panel, or with them again."""
        self.is_alone = alone
        self.header.setVisible(not alone)
        self.tasks.setVisible(not alone)
        self._fit()

    def _is_drawer(self) -> bool:
        page = self.pages.get(self.current)
        return self.effective() < DRAWER_BELOW or (isinstance(page, TaskPage) and page.wide)

    def _fit(self) -> None:
        """Fit to the room. What is typed meanwhile goes where it was typed: Qt would hand the focus
        on, from what is moved or hidden, to the next field there is."""
        focused = QApplication.focusWidget()
        becomes_drawer = self._is_drawer() and not self.panel.is_drawer
        if becomes_drawer and self._is_written_in(focused):
            self._drawer_open = True
        self._share_room()
        if focused is not None and focused.isVisible() and self.isAncestorOf(focused):
            focused.setFocus()

    def _is_written_in(self, focused: QWidget | None) -> bool:
        """Whether somebody writes in the panel now."""
        is_field = focused is not None and focused.testAttribute(
            Qt.WidgetAttribute.WA_InputMethodEnabled
        )
        return is_field and self._holds_focus(focused)

    def _holds_focus(self, focused: QWidget | None) -> bool:
        return self.panel.isVisible() and focused is not None and self.panel.isAncestorOf(focused)

    def _share_room(self) -> None:
        page = self.pages.get(self.current)
        effective = self.effective()
        has_panel = page is not None and page.has_panel
        self.tasks.set_rail(rail=effective < RAIL_BELOW)
        self.header.fit(effective, panel=has_panel)
        drawer = self._is_drawer()
        wanted = self._drawer_open if drawer else self._panel_wanted
        shown = has_panel and wanted and not self.is_alone
        width = min(theme().px(PANEL), self.width() - theme().px(120))
        self.panel.setFixedWidth(width)
        if drawer and self.panel.parent() is self and self._middle.indexOf(self.panel) >= 0:
            self._middle.removeWidget(self.panel)
        elif not drawer and self._middle.indexOf(self.panel) < 0:
            self._middle.addWidget(self.panel)
        if not shown and page is not None and self._holds_focus(QApplication.focusWidget()):
            page.go_to(NOWHERE)
        self.panel.setVisible(shown)
        self._edge.setVisible(shown and not drawer)
        self.panel.set_drawer(drawer=drawer)
        if drawer and shown:
            top = self.header.height() + 1
            self.panel.setGeometry(self.width() - width, top, width, self.height() - top)
            self.panel.raise_()
        if page is not None:
            page.fit(effective)
