"""A fund's own table from the clipboard and from files, and into files."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bidwriter.bids.bid import Bid
from bidwriter.bids.sheets.grid import TooMuchCopiedError, grid_of
from bidwriter.bids.sheets.own_taking_in import (
    read_own,
    replaced_cells,
    replaced_words,
    sheet_as_read,
    with_own,
)
from bidwriter.bids.sheets.own_wanted import OwnWanted
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.bids.sheets.taking_in import (
    Pasted,
    misread_sentence,
    passed_sentence,
    went_in_as_shown,
)
from bidwriter.doubts import Settled
from bidwriter.files.tables.own_files import rows_as_file, sheets_of_rows
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.own_table import OwnTable, plural
from bidwriter.ui.answers.taking_in.dialog import TakeInDialog, Taking
from bidwriter.ui.answers.taking_in.files import Told, export_table, import_table
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session

Say = Callable[[tuple[str, ...]], None]
_NO_TABLE = "There is no table to paste. Copy the cells in Excel or Word first"


class InAndOut:
    """What goes in goes in as one change; `say` is told what became of the rest, `taken` when
    rows went in."""

    def __init__(
        self, parent: QWidget, session: Session, question: OwnTable, navigator: Navigator, say: Say
    ) -> None:
        self._parent, self._session, self._question = parent, session, question
        self._navigator, self._say = navigator, say
        self._rows = plural(question.noun)
        self._told = Told(f"“{question.name}”", self._rows, f"the {self._rows}")
        self.dialog: TakeInDialog | None = None

    def paste(self) -> None:
        """The clipboard's rows."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        text, html = (data.text(), data.html()) if data else ("", "")
        try:
            grid = grid_of(text, html)
        except TooMuchCopiedError as error:
            self._say((str(error),))
        else:
            self.take_in(Sheet("", grid), _NO_TABLE)

    def import_file(self) -> None:
        """The rows of a CSV or XLSX file."""
        import_table(
            self._parent,
            self._told,
            self._session.path.parent,
            lambda sheets: sheets_of_rows(self._session.bid, self._question, sheets),
            lambda sheet: self.take_in(sheet, f"There are no {self._rows} in that file"),
        )

    def export_file(self) -> None:
        """The rows as a CSV or XLSX file."""
        bid, question = self._session.bid, self._question
        done = export_table(
            self._parent,
            self._session,
            self._told,
            question.id,
            lambda path: rows_as_file(bid, question, path),
        )
        if done:
            self._navigator.say(done)

    def take_in(self, sheet: Sheet, otherwise: str) -> None:
        """Rows of cells: at once, or after asking about what is doubtful."""
        pasted = read_own(self._session.bid, self._question, sheet)
        if not pasted.rows and not pasted.doubts:
            self._say(tuple(filter(None, (otherwise, passed_sentence(pasted)))))
        elif not pasted.is_doubtful:
            self._on_taken(pasted)
        else:
            self.dialog = TakeInDialog(self._parent, self._taking(sheet))
            self.dialog.taken.connect(self._on_taken)
            self.dialog.finished.connect(self._on_asked)
            self.dialog.open()

    def _taking(self, sheet: Sheet) -> Taking:
        bid, question = self._session.bid, self._question
        columns = OwnWanted(bid, question).row.columns
        offered = (*((c.key, c.title) for c in columns), ("", "Leave it out"))

        def read(settled: Settled) -> Pasted:
            return read_own(bid, question, sheet, settled)

        shown = sheet_as_read(bid, question, sheet)
        return Taking(shown, read, offered, question.noun, "their cells are left empty")

    def _on_asked(self) -> None:
        self.dialog = None

    def _on_taken(self, pasted: Pasted) -> None:
        """All rows as one change, and what was passed over."""
        question, many = self._question, len(pasted.rows)
        over = replaced_cells(self._session.bid, question, pasted)
        words = f"Took in {many} {question.noun if many == 1 else self._rows}"

        def change(bid: Bid) -> Bid:
            return with_own(bid, question, pasted)

        self._session.break_typing()
        try:
            self._session.edit(change, words)
        except NotAllowedError as error:
            self._say((f"Nothing was taken in. {error}",))
            return
        self._navigator.say(words, undo=True)
        told = (
            replaced_words(over),
            misread_sentence(pasted.doubts, "left out"),
            passed_sentence(pasted),
            *went_in_as_shown(pasted),
            *pasted.remarks,
        )
        self._say(tuple(filter(None, told)))
