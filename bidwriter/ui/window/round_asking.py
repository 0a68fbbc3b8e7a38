"""What is asked of somebody who changes a round: as which version it is saved, where files go."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bidwriter import clock
from bidwriter.bids.person import Stamp
from bidwriter.desk.new_bid import free_path
from bidwriter.files.disk.replacing import reason, replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.rounds.between import counted
from bidwriter.rounds.loading import RoundError
from bidwriter.ui import jobs
from bidwriter.ui.asking import ask
from bidwriter.ui.window.copies_out import ask_where
from bidwriter.ui.window.frame import Frame

if TYPE_CHECKING:  # loaded when a round is first changed
    from bidwriter.desk.changing_round import RoundWork

_MOST_TOLD = 8
_KINDS = "Rounds (*.round);;All files (*)"


def chosen_version(window: Frame, work: "RoundWork") -> str | None:
    """The version to save a round as: a higher one where bids may have begun on it, once what they
    are told was seen, or the same; None for not now."""
    from bidwriter.desk.changing_round import needs_version, raised, told_to_bids

    version = str(work.texts.data.get("version", "1.0"))
    if not needs_version(work):
        return version
    found, higher = told_to_bids(work), raised(version)
    shown = [f"• {one.words}" for one in found[:_MOST_TOLD]]
    if len(found) > _MOST_TOLD:
        shown.append(f"• and {len(found) - _MOST_TOLD} more")
    text = (
        f"Bids that have begun on version {version} go on with it, and can take the new one as one "
        f"change that can be undone. They are told: {counted(found)}.\n" + "\n".join(shown)
    )
    as_higher, as_same = f"Save as version {higher}", f"Keep {version}: no bid has begun"
    picked = ask().pick(window, "Save a new version?", text, (as_higher, as_same))
    return {as_higher: higher, as_same: version}.get(picked or "")


def round_to_take_in(window: Frame) -> Path | None:
    """The file of a round that was sent."""
    return ask().file_to_open(window, "A round that was sent", _KINDS, window.bids_folder())


def try_round(window: Frame, work: "RoundWork") -> tuple[Path, Callable[[jobs.Steps], None]] | None:
    """Where the person wants a bid with made-up answers, and the work of writing it; None where
    they do not."""
    from bidwriter.desk.changing_round import as_round
    from bidwriter.desk.trying.bid_to_try import bid_to_try
    from bidwriter.desk.trying.samples import samples_of
    from bidwriter.rounds.samples import sample_file

    suggested = free_path(window.bids_folder(), f"{work.texts.data.get('id', 'round')}-made-up")
    path = ask_where(window, "Where should the made-up bid go?", suggested)
    if path is None:
        return None
    now = clock.now()
    stamp = Stamp(who=window.settings.person, when=now)

    def write(_: jobs.Steps) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = f"The folder “{path.parent}” cannot be made: {reason(error)}"
            raise FileTroubleError(why) from None
        round_ = as_round(work)
        samples = samples_of(sample_file(work.home).data, round_)
        replace(path, bid_to_try(round_, now, stamp, samples).file())

    return path, write


def sent_as(window: Frame, work: "RoundWork") -> str:
    """The round as one file where the person says; what came of it, "" for not now."""
    from bidwriter.desk.sharing_round import ENDING, round_file

    id_ = str(work.texts.data.get("id", "round"))
    suggested = window.bids_folder() / f"{id_}{ENDING}"
    path = ask().file_to_save(window, "Send the round as a file", _KINDS, suggested)
    if path is None:
        return ""
    path = path if path.suffix else path.with_suffix(ENDING)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, round_file(work.home))
    except (RoundError, FileTroubleError) as error:
        return f"The file was not written: {error}"
    except OSError as error:
        return f"The file was not written: {reason(error)}"
    return f"Written as “{path.name}”: send it, and it is taken in under Change a round"
