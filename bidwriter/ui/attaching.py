"""Attaching a file to the bid that is open: looked into, kept on disk, then named by the bid."""

from pathlib import Path

from bidwriter.bids.editing import attach
from bidwriter.files.container.attachments import check_room, read_attachment
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.ui.session import Session


def attach_file(session: Session, path: Path, question: str = "") -> str:
    """Attach a file, as an answer to a question if one is named. Hands back why it could not be, in
    a sentence; "" once it is attached."""
    try:
        made, data = read_attachment(path)
        check_room(session.bid.attachments, made)
        session.keep_attachment(made.sha256, data)
    except FileTroubleError as error:
        return str(error)
    made = made.model_copy(update={"for_": (question,) if question else ()})
    session.edit(lambda bid: attach(bid, made), f"Attached {made.name}")
    return ""
