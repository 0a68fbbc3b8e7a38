"""Which build of bidwriter this is: only the same build prints the same bytes."""

import hashlib
import sys
import unicodedata
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from bidwriter.paths import RESOURCES

KEPT = RESOURCES / "build.txt"  # in a frozen bidwriter, whose code is no longer in files


@lru_cache(maxsize=1)
def build() -> str:
    """A SHA-256 of bidwriter's code and resources and of what else its PDFs depend on."""
    return KEPT.read_text("ascii").strip() if KEPT.is_file() else worked_out()


def worked_out() -> str:
    """The same from the source."""
    import reportlab

    digest = hashlib.sha256()
    for part in (
        f"reportlab {reportlab.Version}",
        f"python {sys.version_info.major}.{sys.version_info.minor}",
        f"unicode {unicodedata.unidata_version}",
        f"zlib {zlib.ZLIB_RUNTIME_VERSION}",
    ):
        digest.update(f"{part}\n".encode())
    top = RESOURCES.parent
    for path in _files(top):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(top).as_posix()} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def _files(top: Path) -> Iterator[Path]:
    """In the same order on every system."""
    found = [*(top / "bidwriter").rglob("*.py"), *RESOURCES.rglob("*")]
    kept = (path for path in found if path.is_file() and path != KEPT)
    yield from sorted(kept, key=lambda path: path.relative_to(top).as_posix())
