"""Files of tables made elsewhere, CSV, XLSX and ODS: their sheets as rows of cells.

Nothing in them is executed. Their size is bounded before anything is unpacked.
"""

from pathlib import Path

from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.files.disk.reading import read_file
from bidwriter.files.disk.trouble import FileTroubleError, TooLargeError

LARGEST = 10_000_000


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a file, by its content. Raises FileTroubleError and OSError."""
    return sheets_in(table_bytes(path), path.name)


def table_bytes(path: Path) -> bytes:
    """What a file holds, as far as it is ever read. Raises FileTroubleError and OSError."""
    return read_file(path, LARGEST + 1)


def sheets_in(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets in a file's bytes. Raises FileTroubleError."""
    if len(data) > LARGEST:
        raise TooLargeError(
            f"“{name}” is larger than {LARGEST // 10**6} MB, more than a table needs. Copy "
            "the table into a new workbook and choose that. Nothing was taken in"
        )
    if data.startswith(b"PK"):
        # XML only when it is needed
        from bidwriter.files.tables.ods_reading import is_ods, read_ods
        from bidwriter.files.tables.xlsx_reading import read_workbook

        return read_ods(data, name) if is_ods(data) else read_workbook(data, name)
    if data.startswith((b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")):
        raise FileTroubleError(
            f"“{name}” is no CSV, XLSX or ODS file. Open it in your spreadsheet program, save it "
            "as .xlsx or CSV, and choose that. Nothing was taken in"
        )
    from bidwriter.files.tables.csv_tables import read_csv

    return (Sheet(Path(name).stem, read_csv(data, name)),)
