"""Cost lines from and to files: which file, which sheet, and what went wrong in words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from bidwriter.bids.bid import Bid
from bidwriter.bids.record.file_names import safe_name
from bidwriter.bids.sheets.sheet import Sheet, sheet_names
from bidwriter.files.disk.replacing import reason, replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.tables.cost_files import lines_as_file, sheets_of_costs
from bidwriter.files.tables.sheets import whole
from bidwriter.files.tables.table_files import read_sheets
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.ui import jobs
from bidwriter.ui.asking import ask
from bidwriter.ui.session import Session

_OPEN = "Tables (*.xlsx *.csv *.txt *.tsv);;All files (*)"
_SAVE = "Excel workbook (*.xlsx);;CSV (*.csv)"


def import_table(parent: QWidget, bid: Bid, folder: Path, then: Callable[[Sheet], None]) -> None:
    """Ask for a file and, where several sheets could be meant, for one of them."""
    path = ask().file_to_open(parent, "Import cost lines", _OPEN, folder)
    if path is None:
        return

    def chosen(sheets: tuple[Sheet, ...]) -> None:
        sheet = _sheet(parent, path, sheets_of_costs(bid, sheets))
        if sheet is None:
            return
        try:
            then(whole(sheet, path.name))
        except FileTroubleError as error:
            _tell(parent, path, error)

    jobs.run(lambda _: read_sheets(path), chosen, lambda error: _tell(parent, path, error))


def _sheet(parent: QWidget, path: Path, sheets: tuple[Sheet, ...]) -> Sheet | None:
    """The sheet with the costs, or where it could be several the one that is picked."""
    if len(sheets) < 2:
        return sheets[0] if sheets else None
    names = dict(zip(sheet_names(sheets), sheets, strict=True))
    title = f"Which sheet of “{path.name}” holds the costs?"
    text = "Each of these could. The lines of one are taken in; import again for another."
    picked = ask().pick(parent, title, text, tuple(names))
    return names.get(picked) if picked is not None else None


def export_table(
    parent: QWidget, session: Session, question: CostLines, lines: tuple[CostLine, ...]
) -> str:
    """Ask where to, and write the lines; words of what was done, "" if nothing was."""
    name = f"{safe_name(session.path.stem) or 'bid'}-costs.xlsx"
    path = ask().file_to_save(parent, "Export cost lines", _SAVE, session.path.with_name(name))
    if path is None:
        return ""
    path = path if path.suffix else path.with_suffix(".xlsx")
    if path.suffix.casefold() not in (".xlsx", ".csv"):
        ask().tell(
            parent, "The lines were not written", "Choose a name that ends in .xlsx or .csv."
        )
        return ""
    try:
        replace(path, lines_as_file(session.bid, question, lines, path))
    except FileTroubleError as error:
        ask().tell(parent, "The lines were not written", str(error))
        return ""
    return f"Wrote {path.name}"


def _tell(parent: QWidget, path: Path, error: Exception) -> None:
    words = str(error)
    if isinstance(error, OSError):
        words = f"“{path.name}” could not be read: {reason(error)}. Nothing was taken in"
    ask().tell(parent, "The lines were not taken in", words)
