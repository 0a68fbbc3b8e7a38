"""Names for files that every system takes: of attachments inside a bag, and of packages."""

import re
import unicodedata
from pathlib import PurePath

from bidwriter.bids.bid import Attachment


def file_names(attachments: tuple[Attachment, ...]) -> dict[str, str]:
    """SHA-256 → name inside a bag: plain ASCII, unique whatever the case of letters."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for item in sorted(attachments, key=lambda a: a.sha256):
        stem, ending = safe_name(PurePath(item.name).stem), PurePath(item.name).suffix.lower()
        name, n = f"{stem}{ending}", 2
        while name.casefold() in taken:
            name, n = f"{stem}-{n}{ending}", n + 1
        taken.add(name.casefold())
        names[item.sha256] = name
    return names


def safe_name(text: str, longest: int = 60) -> str:
    """`text` as part of a file name that every system takes: letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")[:longest].strip("-")
    reserved = re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", plain)
    return f"{plain or 'file'}{'-file' if reserved else ''}"
