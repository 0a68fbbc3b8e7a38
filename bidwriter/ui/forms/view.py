"""Make a round from a form: the whole window, from choosing the file to the round that is made. It
keeps nothing and reads nothing: what is asked for goes out as signals."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from bidwriter.desk.form_rows import FormWork
from bidwriter.ui.forms.form_keys import Regions, add_keys
from bidwriter.ui.forms.header import FormHeader, has_promise
from bidwriter.ui.forms.question_row import QuestionRow
from bidwriter.ui.forms.round_page import RoundPage
from bidwriter.ui.forms.start_page import MadePage, StartPage, WaitingPage
from bidwriter.ui.forms.written import WrittenColumn
from bidwriter.ui.look.dress import dress
from bidwriter.ui.look.space import column
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.sheet import Sheet

_BESIDE_FROM = 760
_WIDEST = 620


class FormsView(QWidget):
    """`home_asked` to go back to the bids."""

    home_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        dress(self)
        self._work: FormWork | None = None
        self._over = False  # the form shows in the place of the questions
        self.header = FormHeader()
        self.start, self.page, self.written = StartPage(), RoundPage(), WrittenColumn()
        self.sheet: Sheet = self.start
        self._stack = QStackedWidget()
        self._edge = Rule(upright=True)
        for sheet in (self.start, self.page):
            self._stack.addWidget(sheet)
        self._lay_out()
        self.header.back_asked.connect(self.home_asked)
        self.start.back_asked.connect(self._on_back_to_form)
        self.written.list.picked.connect(self._on_line_picked)
        self.written.paste_asked.connect(self._on_paste_asked)
        self.written.shut_asked.connect(self.show_questions)
        self.page.written_asked.connect(lambda: self._show_over(over=True))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        theme().changed.connect(self._fit)
        add_keys(self, self._on_next_asked, self._regions)
        self.show_start()

    def _lay_out(self) -> None:
        outer = column(self, 0)
        outer.addWidget(self.header)
        outer.addWidget(Rule(room=0))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.written, 35)
        middle.addWidget(self._edge)
        middle.addWidget(self._stack, 65)
        outer.addLayout(middle, 1)

    # --- what is shown -----------------------------------------------------------------------

    def show_start(self, error: str = "", *, of_list: bool = False) -> None:
        """The first step; `error` says why nothing could be read, of the pasted list or a file."""
        self.header.show_file("")
        self.start.show_way_back(self._work.opened.source.file if self._work else "")
        self._put(self.start)
        self.start.show_error(error, of_list=of_list)

    def wait(self, name: str) -> WaitingPage:
        """A form is being read; hands back the page that shows how far it is."""
        page = WaitingPage(name)
        self._put(page)
        return page

    def show_work(self, work: FormWork) -> None:
        """Go to the form beside what was made of it."""
        self.update_work(work)
        self.header.show_file(work.opened.source.file)
        self._put(self.page)

    def update_work(self, work: FormWork) -> None:
        """What was made of the form is another now; nobody is led anywhere."""
        self._work = work
        self.written.list.show_lines(work.lines)
        self.page.show_work(work)

    def is_ready(self, work: FormWork) -> bool:
        """Whether nothing stops the round from being made; else what does has the focus."""
        return self.sheet is self.page and self.page.is_ready(work)

    def show_made(self, name: str, where: str) -> MadePage:
        """The round is kept, and can be bid on."""
        page = MadePage(name, where)
        page.back_asked.connect(self.home_asked)
        self._work = None
        self.header.show_file("")
        self._put(page)
        return page

    def _put(self, sheet: Sheet) -> None:
        old, self.sheet = self.sheet, sheet
        self._over = False
        if self._stack.indexOf(sheet) < 0:  # what is in it already would be taken out first
            self._stack.addWidget(sheet)
        self._stack.setCurrentWidget(sheet)
        self._fit()
        sheet.take_focus()
        QTimer.singleShot(0, sheet, self._on_laid_out)
        if old not in (self.start, self.page, sheet):
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _on_laid_out(self) -> None:
        """A page that was laid out only now begins at its top, unless one went on meanwhile."""
        if self.sheet.heading.hasFocus():
            self.sheet.take_focus()

    # --- going -------------------------------------------------------------------------------

    def _on_back_to_form(self) -> None:
        if self._work is not None:
            self.show_work(self._work)

    def _on_paste_asked(self) -> None:
        self.show_start()
        self.start.take_list()

    def show_questions(self) -> None:
        """Where the form stands in the place of the questions, they come back."""
        self._show_over(over=False)

    def _on_next_asked(self, by: int) -> None:
        if self.sheet is self.page:
            self.show_questions()
            self.page.go_to_open(by)

    def _regions(self) -> Regions:
        """Header, form, questions, and what can be done with the round."""
        parts: Regions = (
            (self.header, self.header.back),
            (self.written, self.written.list),
            (self.sheet, self.sheet.heading),
            (self.page.bar, self.page.bar.make),
        )
        return [(part, first) for part, first in parts if part.isVisible()]

    def _on_line_picked(self, number: int) -> None:
        self.show_questions()
        self.page.go_to_question(number)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The row that has the focus marks its line."""
        row = new
        while row is not None and not isinstance(row, QuestionRow):
            row = row.parentWidget()
        if row is not None and row.shown is not None and self.isAncestorOf(row):
            self.written.list.mark(row.shown.number)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.home_asked.emit()
        else:
            super().keyPressEvent(event)

    # --- room --------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the room."""
        super().resizeEvent(event)
        self._fit()

    def _show_over(self, *, over: bool) -> None:
        """Where both have no room beside each other, one stands in the other's place."""
        self._over = over
        self._fit()
        if over and not self._has_room():
            self.written.list.setFocus()

    def _has_room(self) -> bool:
        return self._effective() >= _BESIDE_FROM

    def _effective(self) -> int:
        """The window's width as if the text were at 100 %."""
        return round(self.width() / theme().scale)

    def _fit(self) -> None:
        effective, has_room = self._effective(), self._has_room()
        with_form = self.sheet is self.page
        self.written.setVisible(with_form and (has_room or self._over))
        self.written.show_way_back(shown=not has_room)
        self._edge.setVisible(with_form and has_room)
        self._stack.setVisible(has_room or not (with_form and self._over))
        self.written.setMaximumWidth(theme().px(_WIDEST) if has_room else 16777215)
        promised = has_promise(effective)
        self.header.show_promise(shown=promised and not isinstance(self.sheet, MadePage))
        self.page.show_room(has_form=has_room, has_promise=promised)
        self.sheet.fit(effective)
