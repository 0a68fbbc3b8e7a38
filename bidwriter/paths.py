"""Where things are on this computer: resources, and the folder that is the user's own.

`BIDWRITER_PROFILE` moves the user's own folder (settings, recovery copies, own rounds, log).
"""

import os
from pathlib import Path

RESOURCES = Path(__file__).parent.parent / "resources"


def make_own(folder: Path) -> None:
    """Make a folder of the user's own, which nobody else may look into, with those above it that
    are not there yet. One that is there keeps its rights. Raises OSError."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileNotFoundError:
        if folder.parent == folder:
            raise
        make_own(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def profile() -> Path:
    """The folder for settings, recovery copies, own rounds and the log; it may not exist yet."""
    moved = os.environ.get("BIDWRITER_PROFILE")
    if moved:
        return Path(moved)
    import platformdirs  # not needed by most commands

    return Path(platformdirs.user_data_dir("bidwriter", appauthor=False))
