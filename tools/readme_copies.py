"""Two copies of the sample for the README's pictures: the lead's with comments, and a partner's
that came back, where both changed one paragraph and one figure."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.cells import rows_of
from bidwriter.bids.history.log import Named
from bidwriter.bids.history.recording import Doing
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.threads import assign, reply, say
from bidwriter.bids.typed.setting import set_typed
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.recovery.kept import Kept, kept

JOAN = Person(id="joan", name="Joan Price", council="E07000164")
RUTH = Person(id="ruth", name="Ruth Selwyn", council="E07000168")
MARK = Person(id="mark", name="Mark Holt", council="E07000167")
NOW = datetime(2018, 11, 6, 10, 20, tzinfo=ZoneInfo("Europe/London"))
SAFE = (
    "No personal data leaves a council: we test with made-up households, and our data protection "
    "leads agree a plan before any sample is drawn."
)


def write_copies(sample: Path, folder: Path) -> tuple[Path, Path]:
    """The lead's bid and the partner's copy."""
    opened = open_file(sample)
    start = str(opened.bid.answer("approach")).split("\n\n")[:2]
    row = rows_of(opened.bid, "cost-lines")[1].id

    def approach(safe: str) -> dict[str, str]:
        return {"approach": "\n\n".join([*start, safe])}

    base = _saved(kept(opened), approach(SAFE), JOAN, NOW - timedelta(days=6))
    head = base.log().head
    assert head is not None
    base = base.named(Named(of=head.id, name="Copy for Scarborough", who=JOAN, when=NOW))
    mine = _saved(
        base,
        approach(SAFE.replace("our", "our four").replace("a plan", "an impact assessment"))
        | {f"cost-lines/{row}/quantity": "45"},
        JOAN,
        NOW,
    )
    theirs = _saved(
        base,
        approach(SAFE.replace("agree", "or deputies agree").replace("drawn", "drawn and shared"))
        | {f"cost-lines/{row}/quantity": "42", f"cost-lines/{row}/note": "From our framework"}
        | {"user-research": f"{opened.bid.answer('user-research')}\n\nScarborough lends its lab."},
        RUTH,
        NOW - timedelta(days=1),
    )
    paths = folder / "mine.bid", folder / "for Scarborough.bid"
    for path, made, bid in zip(paths, (mine, theirs), (_talked(mine.bid), theirs.bid), strict=True):
        path.write_bytes(made._replace(bid=bid).file(opened.contents))
    return paths


def _saved(before: Kept, typed: dict[str, str], who: Person, when: datetime) -> Kept:
    bid = before.bid
    for place, words in typed.items():
        bid = set_typed(bid, place, words)
    bid = rebuilt(bid, changed=Stamp(who=who, when=when))
    return before.after(bid, Doing(who, when))


def _talked(bid: Bid) -> Bid:
    asked = Stamp(who=RUTH, when=NOW - timedelta(hours=18))
    words = "Our data protection lead is on leave from the 12th. Can we name a deputy?"
    bid = say(bid, "approach", words, asked, "our four data protection leads agree")
    head = bid.comments[-1].id
    bid = assign(bid, head, JOAN, asked.when)
    answered = Stamp(who=JOAN, when=NOW - timedelta(minutes=22))
    bid = reply(bid, head, "Good catch. I have asked Tom to stand in.", answered)
    told = Stamp(who=MARK, when=NOW - timedelta(days=2))
    words = "Six crisis interviews feels light. Shelter could help us reach ten."
    return say(bid, "approach", words, told, "six of them with people who moved in a crisis")
