"""The file was changed by somebody else while it was open here: never written over, and three ways
on. Whatever is chosen, nothing of either side is lost."""

from bidwriter.bids.record.file_names import safe_name
from bidwriter.files.disk.replacing import replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.ui.asking import ask
from bidwriter.ui.window.copies_out import ask_where
from bidwriter.ui.window.frame import Frame

JOIN, BOTH, AGAIN = "Join it with yours", "Keep both", "Read theirs, and look at yours again"
_COPY = "Save yours under another name"


def ask_what_to_do(window: Frame, *, is_copy: bool) -> None:
    """`is_copy`: what stands there now is a copy of this bid, and can be joined."""
    session = window.session
    if session is None:
        return
    name = session.path.name
    text = (
        "Somebody else, or a sync program, changed the file while it was open here. Yours has "
        "not been written over it, and is kept safe on this computer."
    )
    ways = (JOIN, BOTH, AGAIN) if is_copy else (_COPY,)
    match ask().pick(window, f"“{name}” was changed elsewhere", text, ways):
        case w if w == JOIN:
            window.join((session.path,))
        case w if w in (BOTH, _COPY):
            keep_both(window)
        case w if w == AGAIN:
            path = session.path
            window.leave_bid(session.let_go)
            window.open_path(path)


def keep_both(window: Frame) -> None:
    """Yours goes on in a file of its own; the other stays as it is."""
    session = window.session
    assert session is not None
    by = safe_name(session.person.name) or "yours"
    suggested = session.path.with_name(f"{session.path.stem}-{by}.bid")
    path = ask_where(window, "Save yours as", suggested)
    if path is None:
        return
    try:
        replace(path, session.record().file(session.contents))
    except FileTroubleError as error:
        ask().tell(window, "Yours could not be saved", str(error))
        return
    window.leave_bid(session.give_up)
    window.open_path(path)
    window.say(f"You now write in “{path.name}”. The other file is as it was")
