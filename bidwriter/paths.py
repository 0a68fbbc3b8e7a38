"""Where things are on this computer: resources, and the folder that is the user's own.

`BIDWRITER_PROFILE` moves the user's own folder (settings, recovery copies, own rounds, log).
"""

import os
from pathlib import Path

RESOURCES = Path(__file__).parent.parent / "resources"


def profile() -> Path:
    """The folder for settings, recovery copies, own rounds and the log; it may not exist yet."""
    moved = os.environ.get("BIDWRITER_PROFILE")
    if moved:
        return Path(moved)
    import platformdirs  # not needed by most commands

    return Path(platformdirs.user_data_dir("bidwriter", appauthor=False))
