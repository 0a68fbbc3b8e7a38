"""Where a bid with made-up answers goes, and the work of writing it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bidwriter import clock
from bidwriter.bids.person import Stamp
from bidwriter.desk.new_bid import free_path
from bidwriter.ui import jobs
from bidwriter.ui.window.copies_out import ask_where
from bidwriter.ui.window.frame import Frame

if TYPE_CHECKING:  # loaded when a round is first tried
    from bidwriter.desk.trying.samples import Samples
    from bidwriter.rounds.round import Round

Trial = tuple[Path, Callable[[jobs.Steps], None]]


def trial(window: Frame, id_: str, tried: "Callable[[], tuple[Round, Samples]]") -> Trial | None:
    """Where the person wants a bid on the round of this id, and the work of writing it; None where
    they do not. `tried` is the round as it is then, with its sample answers."""
    from bidwriter.desk.trying.trial_file import write_trial

    suggested = free_path(window.bids_folder(), f"{id_}-made-up")
    path = ask_where(window, "Where should the made-up bid go?", suggested)
    if path is None:
        return None
    now = clock.now()
    stamp = Stamp(who=window.settings.person, when=now)

    def write(_: jobs.Steps) -> None:
        round_, samples = tried()
        write_trial(round_, path, stamp, now, samples)

    return path, write
