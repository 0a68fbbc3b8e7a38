"""Copies that go out: the bid as it is now, in another file, for oneself or for a partner."""

from pathlib import Path

from bidwriter.bids.record.file_names import safe_name
from bidwriter.desk.partner_copy import Sending, copy_file, copy_name, named_for
from bidwriter.files.disk.replacing import replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.ui.asking import ask
from bidwriter.ui.window.frame import Frame

_KINDS = "Bids (*.bid)"


def save_copy(window: Frame) -> None:
    """Write the bid to another file; this one stays the one being written in."""
    session = window.session
    if session is None:
        return
    path = _ask(window, "Save a copy", f"{safe_name(session.bid.title or 'bid')}-copy")
    if path and _write(window, path, session.record().file(session.contents)):
        window.say(f"Saved a copy as “{path.name}”")


def save_partner_copy(window: Frame, sending: Sending) -> None:
    """Write a copy for a partner; then this moment gets a name in the history of both."""
    session, lent = window.session, sending.lent
    if session is None:
        return
    title = safe_name(f"{session.bid.title or 'bid'} for {lent.to}")
    path = _ask(window, "Save the copy", title)
    if path is None:
        return
    session.break_typing()
    now = named_for(session.record(), lent)
    # The copy first: a moment is named after a copy that there is.
    if _write(window, path, copy_file(now, sending, session.contents)):
        session.name_now(copy_name(lent))
        window.say(f"Saved “{path.name}”. Send it to {lent.to} and join it when it comes back")


def _ask(window: Frame, title: str, stem: str) -> Path | None:
    return ask_where(window, title, window.bids_folder() / f"{stem}.bid")


def ask_where(window: Frame, title: str, suggested: Path) -> Path | None:
    """Where to write a copy; the open bid's own file is no place for one."""
    chosen = ask().file_to_save(window, title, _KINDS, suggested)
    if chosen is None:
        return None
    is_named = chosen.suffix.casefold() == ".bid"
    path = chosen if is_named else chosen.with_name(f"{chosen.name}.bid")
    if window.session is not None and path == window.session.path:
        text = "A copy needs another name, or another folder. The bid itself is saved as you write."
        ask().tell(window, f"“{path.name}” is the bid itself", text)
        return None
    if path != chosen and path.exists():  # the system asked about the name without its ending
        text = "What is in it now would be gone."
        if not ask().choose(window, f"Replace “{path.name}”?", text, "Keep it", "Replace it"):
            return None
    return path


def _write(window: Frame, path: Path, data: bytes) -> bool:
    try:
        replace(path, data)
    except FileTroubleError as error:
        ask().tell(window, "The copy could not be saved", str(error))
        return False
    return True
