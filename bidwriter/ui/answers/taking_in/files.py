"""Tables from and to files: which file, which sheet, and what went wrong in words."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from bidwriter.bids.record.file_names import safe_name
from bidwriter.bids.sheets.sheet import Sheet, sheet_names
from bidwriter.files.disk.replacing import reason, replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.tables.sheets import whole
from bidwriter.files.tables.table_files import read_sheets
from bidwriter.ui import jobs
from bidwriter.ui.asking import ask
from bidwriter.ui.session import Session

_OPEN = "Tables (*.xlsx *.ods *.csv *.txt *.tsv);;All files (*)"
_SAVE = "Excel workbook (*.xlsx);;CSV (*.csv)"


class Told(NamedTuple):
    """What the rows of a table are called: "cost lines", "lines", "the costs"."""

    whole: str
    rows: str
    held: str


COSTS = Told("cost lines", "lines", "the costs")


def import_table(
    parent: QWidget,
    told: Told,
    folder: Path,
    likely: Callable[[tuple[Sheet, ...]], tuple[Sheet, ...]],
    then: Callable[[Sheet], None],
) -> None:
    """Ask for a file and, where several `likely` sheets could be meant, for one of them."""
    path = ask().file_to_open(parent, f"Import {told.whole}", _OPEN, folder)
    if path is None:
        return

    def chosen(sheets: tuple[Sheet, ...]) -> None:
        sheet = _sheet(parent, path, told, likely(sheets))
        if sheet is None:
            return
        try:
            then(whole(sheet, path.name))
        except FileTroubleError as error:
            _tell(parent, path, told, error)

    jobs.run(lambda _: read_sheets(path), chosen, lambda error: _tell(parent, path, told, error))


def _sheet(parent: QWidget, path: Path, told: Told, sheets: tuple[Sheet, ...]) -> Sheet | None:
    """The sheet with the rows, or where it could be several the one that is picked."""
    if len(sheets) < 2:
        return sheets[0] if sheets else None
    names = dict(zip(sheet_names(sheets), sheets, strict=True))
    title = f"Which sheet of “{path.name}” holds {told.held}?"
    text = f"Each of these could. The {told.rows} of one are taken in; import again for another."
    picked = ask().pick(parent, title, text, tuple(names))
    return names.get(picked) if picked is not None else None


def export_table(
    parent: QWidget, session: Session, told: Told, ending: str, made: Callable[[Path], bytes]
) -> str:
    """Ask where to, and write the rows; words of what was done, "" if nothing was. The file that
    is proposed ends in `ending`."""
    name = f"{safe_name(session.path.stem) or 'bid'}-{ending}.xlsx"
    path = ask().file_to_save(parent, f"Export {told.whole}", _SAVE, session.path.with_name(name))
    if path is None:
        return ""
    path = path if path.suffix else path.with_suffix(".xlsx")
    if path.suffix.casefold() not in (".xlsx", ".csv"):
        ask().tell(
            parent, f"The {told.rows} were not written", "Choose a name that ends in .xlsx or .csv."
        )
        return ""
    try:
        replace(path, made(path))
    except FileTroubleError as error:
        ask().tell(parent, f"The {told.rows} were not written", str(error))
        return ""
    return f"Wrote {path.name}"


def _tell(parent: QWidget, path: Path, told: Told, error: Exception) -> None:
    words = str(error)
    if isinstance(error, OSError):
        words = f"“{path.name}” could not be read: {reason(error)}. Nothing was taken in"
    ask().tell(parent, f"The {told.rows} were not taken in", words)
