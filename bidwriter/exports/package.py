"""The submission package: one BagIt zip with the PDF, the record, its schema, the round and the
attachments. The same bid gives the same bytes."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Literal, NamedTuple

import bidwriter
from bidwriter.bids.bid import Bid
from bidwriter.bids.record.figures import figures
from bidwriter.bids.record.file_names import file_names, safe_name
from bidwriter.bids.record.record import record
from bidwriter.bids.record.schema import bid_schema
from bidwriter.checks.checking import check, stops
from bidwriter.checks.problem import Problem
from bidwriter.exports.public import public_record, without_attachments
from bidwriter.files.container import bag
from bidwriter.files.container.bid_file import bagging_date
from bidwriter.files.disk import strict_json
from bidwriter.rounds.round import data_of

Status = Literal["final", "draft"]
Audience = Literal["full", "public"]

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


class ExportStoppedError(Exception):
    """The final or public export may not be made; `problems` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        many = len(problems)
        super().__init__(f"{many} {'thing stops' if many == 1 else 'things stop'} export")
        self.problems = problems


class CancelledError(Exception):
    """The user stopped the export; nothing was written."""


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
    as it begins, and may raise CancelledError. Raises ExportStoppedError."""
    from bidwriter.exports.pdf.document import bid_pdf  # ReportLab is slow to import

    step(0)
    if found := what_stops(bid, wanted, now):
        raise ExportStoppedError(found)
    step(1)
    bid_json = strict_json.dumps(record_for(bid, wanted))
    step(2)
    if wanted.audience == "public":
        bid = without_attachments(bid, wanted.ticked)
    pdf = bid_pdf(bid, wanted.status, wanted.audience, bid_json)
    step(3)
    payload = dict(_payload(bid, wanted, contents, bid_json, pdf))
    return Package(
        bag.write("package", payload, _info(bid, wanted, bid_json)), package_name(bid, wanted), pdf
    )


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
    yield "bid.schema.json", strict_json.dumps(bid_schema())
    yield "package.json", strict_json.dumps(_about(bid, wanted, bid_json))
    yield "round.json", strict_json.dumps(data_of(bid.round))
    names = file_names(bid.attachments)
    for item in bid.attachments:
        if item.sha256 in contents:
            yield f"attachments/{names[item.sha256]}", contents[item.sha256]
    if wanted.history and wanted.audience == "full":
        yield "history.jsonl", wanted.history


def _about(bid: Bid, wanted: Wanted, bid_json: bytes) -> dict[str, Any]:
    """`package.json`: what a fund's team sorts by."""
    sums = figures(bid)
    return {
        "format": "bidwriter-package",
        "version": 1,
        "status": wanted.status,
        "audience": wanted.audience,
        "fund": bid.round.fund,
        "round": {"id": bid.round.id, "version": bid.round.version, "name": bid.round.name},
        "round-hash": bid.round.hash,
        "content-hash": json.loads(bid_json)["content-hash"],
        "phase": bid.phase,
        "title": bid.title,
        "lead": bid.lead.title if bid.lead else "",
        "partners": [p.title for p in bid.partners if not p.is_lead],
        "requested": f"{sums.requested:.2f}",
        "contributed": f"{sums.contributed:.2f}",
        "whole-project": f"{sums.whole_project:.2f}",
        "last-changed": bid.changed.when.isoformat() if bid.changed else None,
        "closes": bid.round.closing.isoformat() if bid.round.closing else None,
        "changed-after-closing": bool(
            bid.changed and bid.round.closing and bid.changed.when > bid.round.closing
        ),
    }


def _info(bid: Bid, wanted: Wanted, bid_json: bytes) -> dict[str, str]:
    about = _about(bid, wanted, bid_json)
    lead = about["lead"] or "No lead yet"
    return {
        "Bag-Software-Agent": f"bidwriter {bidwriter.__version__}",
        "Bagging-Date": bagging_date(bid),
        "Source-Organization": lead,
        "External-Identifier": bid.bid_id,
        "External-Description": f"{bid.title or 'A bid with no title'}: a bid to {bid.round.name}",
        "Fund": bid.round.fund,
        "Round": f"{bid.round.name} ({bid.round.id} {bid.round.version})",
        "Phase": bid.phase or "none",
        "Lead": lead,
        "Title": bid.title or "none",
        "Requested": f"GBP {about['requested']}",
        "Contributed": f"GBP {about['contributed']}",
        "Whole-Project": f"GBP {about['whole-project']}",
        "Round-Closes": about["closes"] or "not given",
        "Changed-After-Closing": "yes" if about["changed-after-closing"] else "no",
        "Status": wanted.status,
        "Audience": wanted.audience,
        "Content-Hash": f"sha256 {about['content-hash']}",
        "Round-Hash": f"sha256 {bid.round.hash}",
    }


def package_name(bid: Bid, wanted: Wanted) -> str:
    """title_ROUND-phase_day[_draft][_public].zip"""
    phase = f"-{bid.phase}" if bid.phase else ""
    parts = [safe_name(bid.title or "bid"), f"{bid.round.short_name}{phase}", bagging_date(bid)]
    parts += ["draft"] if wanted.status == "draft" else []
    parts += ["public"] if wanted.audience == "public" else []
    return f"{'_'.join(parts)}.zip"
