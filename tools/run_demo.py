"""`make run`: bidwriter on a fresh copy of the sample bid, in `build/demo/`.

Where there is no display it does the main job without one: checks the bid, exports its package
beside it, verifies that, and leaves pictures of the main pages.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parent.parent
DEMO = TOP / "build" / "demo"
BID = DEMO / "tell-us-once.bid"
PACKAGE = DEMO / "tell-us-once.zip"
RUN = [sys.executable, "-m", "bidwriter"]


def has_display() -> bool:
    """Whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """Open the window, or do the job without one."""
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir(parents=True)
    shutil.copyfile(TOP / "resources" / "samples" / BID.name, BID)
    if has_display():
        return subprocess.call([*RUN, str(BID)], cwd=TOP)
    print("There is no display, so bidwriter does its main job without a window.\n", flush=True)  # noqa: T201
    for words in (
        ["check", str(BID)],
        ["export", str(BID), str(PACKAGE)],
        ["verify", str(PACKAGE)],
        ["self-check", "--pictures", str(DEMO / "pictures")],
    ):
        print(f"bidwriter {words[0]}", flush=True)  # noqa: T201
        status = subprocess.call([*RUN, *words], cwd=TOP)
        print(flush=True)  # noqa: T201
        if status:
            return status
    print(f"The bid, its package and the pictures are in {DEMO.relative_to(TOP)}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
