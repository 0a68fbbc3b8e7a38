"""What is asked of somebody who changes a round: as which version it is saved, where files go."""

from pathlib import Path
from typing import TYPE_CHECKING

from bidwriter.files.disk.replacing import reason, replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.rounds.between import counted
from bidwriter.rounds.loading import RoundError
from bidwriter.ui.asking import ask
from bidwriter.ui.window.frame import Frame
from bidwriter.ui.window.trial_asking import Trial, trial

if TYPE_CHECKING:  # loaded when a round is first changed
    from bidwriter.desk.changing_round import RoundWork
    from bidwriter.desk.trying.samples import Samples
    from bidwriter.rounds.round import Round

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


def try_round(window: Frame, work: "RoundWork") -> Trial | None:
    """Where the person wants a bid with made-up answers on the round as it is now, with the sample
    answers of its pack."""
    from bidwriter.desk.changing_round import as_round
    from bidwriter.desk.trying.samples import samples_of
    from bidwriter.rounds.samples import sample_file

    def tried() -> "tuple[Round, Samples]":
        round_ = as_round(work)
        return round_, samples_of(sample_file(work.home).data, round_)

    return trial(window, str(work.texts.data.get("id", "round")), tried)


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
