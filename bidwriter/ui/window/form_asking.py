"""What is asked before and after a round is made of a form: which file that is, under which id the
round is kept, and where a bid to try it goes."""

from pathlib import Path
from typing import TYPE_CHECKING

from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.ui.asking import ask
from bidwriter.ui.window.frame import Frame
from bidwriter.ui.window.trial_asking import Trial, trial

if TYPE_CHECKING:  # loaded when a form is first opened
    from bidwriter.desk.making_round import MadeRound
    from bidwriter.rounds.round import Round

_KINDS = (
    "Forms (*.docx *.docm *.dotx *.xlsx *.xlsm *.ods *.csv *.tsv *.json *.pdf *.txt *.md);;"
    "Word (*.docx *.docm *.dotx);;Workbooks and CSV (*.xlsx *.xlsm *.ods *.csv *.tsv);;"
    "Form builder (*.json);;PDF (*.pdf);;Plain text (*.txt *.md);;All files (*)"
)


def form_file(window: Frame) -> Path | None:
    """The file that the person chooses."""
    return ask().file_to_open(window, "The fund’s form", _KINDS, window.bids_folder())


def dropped_wrong(paths: list[Path]) -> str:
    """Why files that were dropped are no form; "" for one that may be."""
    if len(paths) == 1:
        return ""
    return (
        f"{len(paths)} files were dropped, and a form is one file. Nothing was taken in: drop the "
        "one that asks the questions"
    )


def id_to_keep(window: Frame, made: "MadeRound") -> str:
    """The id by which the round is kept: its own, or a free one that the person agreed to; "" if
    they did not."""
    from bidwriter.desk.keeping_round import other_id

    free = other_id(made)
    if not free:
        return made.id
    title = f"There is a round called “{made.id}” already"
    text = f"It stays as it is. This one can be kept beside it as “{free}”."
    return free if ask().choose(window, title, text, "Not now", f"Keep it as “{free}”") else ""


def kept(window: Frame, made: "MadeRound") -> "tuple[Round, Path] | None":
    """Keep the round; None, once that is said, where it cannot be."""
    from bidwriter.desk.keeping_round import keep_own

    try:
        return keep_own(made)
    except FileTroubleError as error:
        ask().tell(window, "The round was not kept", f"{error}. The form is as it was.")
        return None


def trial_of_form(window: Frame, made: "MadeRound") -> Trial | None:
    """Where the person wants a bid with made-up answers on the round as it is made."""
    from bidwriter.desk.making_round import as_round
    from bidwriter.desk.trying.samples import Samples

    return trial(window, made.id, lambda: (as_round(made), Samples()))
