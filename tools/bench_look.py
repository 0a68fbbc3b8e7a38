"""What another text size and other colours cost, with one page visited and with all of them."""

import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from bidwriter.paths import RESOURCES

TURNS = 8


def look(folder: Path) -> dict[str, float]:
    """Median seconds of processor time for a turn of each, in a window on the sample."""
    from bidwriter.ui.app import make_app
    from bidwriter.ui.pages.offered import offered_in
    from bidwriter.ui.pictures import settle
    from bidwriter.ui.window.bid_view import BidView
    from bidwriter.ui.window.main_window import MainWindow

    make_app()
    path = folder / "look.bid"
    shutil.copy(RESOURCES / "samples" / "tell-us-once.bid", path)
    window = MainWindow(path)
    window.show()
    view = window.view
    assert isinstance(view, BidView)

    def turned(change: Callable[[bool], None]) -> float:
        times = []
        for at in range(TURNS):
            start = time.process_time()
            change(at % 2 == 0)
            settle()
            times.append(time.process_time() - start)
        return statistics.median(times)

    def both(visited: str) -> dict[str, float]:
        view.open_page("approach")
        settle()
        sizes = turned(lambda large: window.set_text_size(150 if large else 100))
        colours = turned(lambda dark: window.set_theme("dark" if dark else "light"))
        return {f"text size, {visited}": sizes, f"colours, {visited}": colours}

    found = both("one page visited")
    for key in [str(key) for key, _ in offered_in(view.session.bid)] + view.tasks.keys():
        view.open_page(key)
        settle()
    found |= both("all pages visited")
    window.close()
    return found
