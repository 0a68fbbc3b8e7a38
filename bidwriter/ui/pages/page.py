"""What every page is."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import Place
from bidwriter.ui.look.dress import dress
from bidwriter.ui.look.theme import theme
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.session import Session


class Page(QWidget):
    """A page in the middle of the bid window. The window calls `refresh` when the bid changes
    while the page is shown, and before it is shown; `show_problems` when problems change."""

    title = ""
    has_panel = False

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__()
        self.session = session
        self.navigator = navigator
        self.setAutoFillBackground(True)
        dress(self, self._show_surface)

    def _show_surface(self) -> None:
        """Pages are paper on the window's canvas; what scrolls in them takes the colour over."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, theme().colour("surface"))
        self.setPalette(palette)

    @property
    def bid(self) -> Bid:
        """The bid now."""
        return self.session.bid

    def refresh(self) -> None:
        """Show the bid as it is now."""
        raise NotImplementedError

    def show_problems(self) -> None:
        """Show `session.problems` as far as they concern this page."""

    def go_to(self, place: Place) -> None:
        """Put the focus on the field of a place; NOWHERE: on the page's heading."""

    def look_at(self, item: str) -> None:
        """Begin with one thing that is no place of the bid, such as a version."""

    def left(self) -> None:
        """The page is no longer shown."""

    def fit(self, effective_width: int) -> None:
        """The window's width, divided by the text scale, has changed."""

    def fill(self, content: QWidget) -> PageScroll:
        """Put `content` on the page, scrolling as a whole."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        scroll = PageScroll(content)
        layout.addWidget(scroll)
        return scroll
