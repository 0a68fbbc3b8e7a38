"""The submission package: one BagIt zip with the PDF, the record, its schema, the round and the
attachments. The same bid gives the same bytes."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.record.file_names import file_names, safe_name
from bidwriter.bids.record.record import record
from bidwriter.checks.checking import check, stops
from bidwriter.checks.problem import Problem
from bidwriter.exports.about import Audience, Status, about, info
from bidwriter.exports.build import build
from bidwriter.exports.public import public_bid, public_record
from bidwriter.exports.schemas import schema_bytes
from bidwriter.files.container import bag
from bidwriter.files.container.bid_file import bagging_date
from bidwriter.files.disk import strict_json
from bidwriter.rounds.round import data_of
from bidwriter.spoken import SpokenError

STEPS = (
    "Check the bid",
    "Write the figures",
    "Write the PDF",
    "Write checksums",
    "Read everything back",
)


class Wanted(NamedTuple):
    """What to export. For a public copy: the attachments ticked for it, and whether personal data
    found in prose was looked at and may be published. `history` is put in where it was chosen; a
    public copy never has it, as it names people and holds what was withheld or taken out since."""

    status: Status = "final"
    audience: Audience = "full"
    ticked: frozenset[str] = frozenset()
    prose_decided: bool = False
    history: bytes = b""


class Package(NamedTuple):
    """A package as bytes, the name it should have, and its PDF."""

    data: bytes
    name: str
    pdf: bytes


class ExportStoppedError(SpokenError):
    """The final or public export may not be made; `problems` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        many = len(problems)
        super().__init__(f"{many} {'thing stops' if many == 1 else 'things stop'} export")
        self.problems = problems


def what_stops(bid: Bid, wanted: Wanted, now: datetime) -> tuple[Problem, ...]:
    """The problems that stop this export: for a draft, only undecided personal data in public."""
    problems = check(bid, now)
    found = stops(problems) if wanted.status == "final" else ()
    if wanted.audience == "public" and not wanted.prose_decided:
        found += tuple(p for p in problems if p.check == "personal-data")
    return found


def make_package(
    bid: Bid,
    contents: dict[str, bytes],
    wanted: Wanted,
    now: datetime,
    step: Callable[[int], None] = lambda _: None,
) -> Package:
    """The package of a bid and its attachments' bytes. `step` hears the number of each of `STEPS`
    as it begins; what it raises stops the work. Raises ExportStoppedError."""
    from bidwriter.exports.pdf.document import bid_pdf  # ReportLab is slow to import

    step(0)
    if found := what_stops(bid, wanted, now):
        raise ExportStoppedError(found)
    step(1)
    bid_json = strict_json.dumps(record_for(bid, wanted))
    step(2)
    if wanted.audience == "public":
        bid = public_bid(bid, wanted.ticked)
    pdf = bid_pdf(bid, wanted.status, wanted.audience, bid_json)
    step(3)
    payload = dict(_payload(bid, wanted, contents, bid_json, pdf))
    lines = {
        **bag.software(),
        "Build": build(),
        **info(bid, about(bid, wanted.status, wanted.audience)),
    }
    return Package(bag.write("package", payload, lines), package_name(bid, wanted), pdf)


def record_for(bid: Bid, wanted: Wanted) -> dict[str, Any]:
    """The record as it goes into a package."""
    if wanted.audience == "public":
        return public_record(bid, wanted.ticked)
    return record(bid, whole=False)


def _payload(
    bid: Bid, wanted: Wanted, contents: dict[str, bytes], bid_json: bytes, pdf: bytes
) -> Iterator[tuple[str, bytes]]:
    yield "bid.json", bid_json
    yield "bid.pdf", pdf
    yield "bid.schema.json", schema_bytes()
    yield "package.json", strict_json.dumps(about(bid, wanted.status, wanted.audience))
    yield "round.json", strict_json.dumps(data_of(bid.round))
    names = file_names(bid.attached)
    for item in bid.attached:
        if item.sha256 in contents:
            yield f"attachments/{names[item.sha256]}", contents[item.sha256]
    if wanted.history and wanted.audience == "full":
        yield "history.jsonl", wanted.history


def package_name(bid: Bid, wanted: Wanted) -> str:
    """title_ROUND-phase_day[_draft][_public].zip"""
    phase = f"-{bid.phase}" if bid.phase else ""
    parts = [safe_name(bid.title or "bid"), f"{bid.round.short_name}{phase}", bagging_date(bid)]
    parts += ["draft"] if wanted.status == "draft" else []
    parts += ["public"] if wanted.audience == "public" else []
    return f"{'_'.join(parts)}.zip"
