"""A file that was copied in a file manager, or dragged out of one: its address is no words."""

import re

from PySide6.QtCore import QMimeData

WHY = (
    "What you copied is a file, and its address would lead nowhere for others. To send it with "
    "the bid, attach it on the page Attachments; for its words, open it and copy them"
)
_LINES = re.compile(r"\s*+(?:(?:copy|cut)\s++)?(?:file://\S++\s*+)+")
_MOST = 100_000  # characters that are looked at


def are_files(source: QMimeData | None) -> bool:
    """Whether it holds files and nothing else."""
    if source is None or source.hasHtml():
        return False
    local = source.hasUrls() and all(url.isLocalFile() for url in source.urls())
    return local or _LINES.fullmatch(source.text()[:_MOST]) is not None
