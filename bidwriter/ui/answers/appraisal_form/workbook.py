"""Export workbook: asks where to, and writes the appraisal with its working."""

from PySide6.QtWidgets import QWidget

from bidwriter.bids.record.file_names import safe_name
from bidwriter.files.disk.replacing import replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.ui.asking import ask
from bidwriter.ui.session import Session


def export_workbook(parent: QWidget, session: Session) -> str:
    """Words of what was done, "" if nothing was."""
    from bidwriter.exports.workbook.appraisal import appraisal_workbook  # slow, seldom wanted

    name = f"{safe_name(session.path.stem) or 'bid'}-benefits.xlsx"
    kinds = "Workbooks (*.xlsx)"
    path = ask().file_to_save(parent, "Export workbook", kinds, session.path.with_name(name))
    if path is None:
        return ""
    path = path.with_name(path.name if path.suffix else f"{path.name}.xlsx")
    try:
        replace(path, appraisal_workbook(session.bid))
    except FileTroubleError as error:
        ask().tell(parent, "The workbook was not written", str(error))
        return ""
    return f"Wrote {path.name}"
