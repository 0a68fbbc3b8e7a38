"""A bid, its round and its copies in which every text looks like mark-up, names a file to open,
and holds an "&"."""

import re
from pathlib import Path
from typing import Any, NamedTuple

from copying import Desk
from making import NOW, sample

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.cells import rows_of
from bidwriter.bids.comment import Comment
from bidwriter.bids.editing import add_rows, attach, take_round
from bidwriter.bids.history.log import Named
from bidwriter.bids.leaves import leaves_of, with_leaves
from bidwriter.bids.person import Person, Stamp
from bidwriter.files.container import history_file
from bidwriter.files.container.attachments import attachment
from bidwriter.files.container.bid_file import bid_bytes
from bidwriter.rounds.round import data_of, read_round

FILE = "e.png"  # what the words name; it lies in the folder the tests run in
MARKED = f"<b>F</b>&<img src={FILE}>"
_WORDS = re.compile(r"\w \w")  # an id or a code has none
_KEPT = {"pattern", "icon", "rule", "time_zone"}


def marked(value: Any, key: str = "") -> Any:
    """A value with every text in it marked up."""
    if isinstance(value, dict):
        return {name: marked(part, name) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(marked(part, key) for part in value)
    if isinstance(value, str) and _WORDS.search(value) and key not in _KEPT:
        return f"{MARKED} {value}" if len(value) > 60 else f"{MARKED} {value[:20]}"
    return value


def hostile_bid() -> Bid:
    """The sample, marked up, with a body typed by name, an attachment and comments."""
    bid = sample()
    said = {place: leaf for place, leaf in leaves_of(bid).items() if isinstance(leaf, str)}
    bid = with_leaves(take_round(bid, read_round(marked(data_of(bid.round)))), marked(said))
    bid = add_rows(bid, "partners", ({"council": f"{MARKED} (parish or town, Wales)"},))
    bid = attach(bid, attachment(f"{MARKED}.png".replace("/", ""), PNG, MARKED))
    who = Person(id="ruth", name=f"Ruth {MARKED}")
    line = rows_of(bid, "cost-lines")[0].id
    comments = (
        Comment(id="said1", about="approach", by=who, when=NOW, text=MARKED),
        Comment(id="said2", about=f"cost-lines/{line}", by=who, when=NOW, text=MARKED, to=who),
    )
    return rebuilt(bid, comments=comments, changed=Stamp(who=who, when=NOW))


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8ffff3f0005fe02fedccc59e70000000049454e44ae426082"
)


class Files(NamedTuple):
    """The bid's file, with a history, and a copy that disagrees with it."""

    mine: Path
    theirs: Path


def hostile_files(folder: Path) -> Files:
    """Written into a folder, under names of the same sort."""
    base = Desk(f"Joan {MARKED}", hostile_bid())
    base = base.types("approach", f"{MARKED} here it is.\n\nTwo is here.").later(60)
    mine = base.types("approach", f"{MARKED} here it really is.\n\nTwo is here.")
    theirs = base.sends(f"Ruth {MARKED}").types(
        "approach", f"{MARKED} here it is today.\n\nTwo is here."
    )
    theirs = theirs.types("title", f"{MARKED} another title")
    mine = mine.types("summary", f"{MARKED} a summary")
    log = mine.copy.copy.log
    head = log.head.id if log.head else ""
    history = history_file.named(mine.history, Named(of=head, name=MARKED, when=NOW))
    name = MARKED.replace("/", "")
    files = Files(folder / f"{name}.bid", folder / f"theirs {name}.bid")
    contents = {a.sha256: PNG for a in mine.bid.attachments}
    files.mine.write_bytes(bid_bytes(mine.bid, contents, history))
    files.theirs.write_bytes(bid_bytes(theirs.bid, contents, theirs.history))
    return files
