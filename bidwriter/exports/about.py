"""What a package says of its bid beside the record: `package.json`, and the lines of
`bag-info.txt`. All but the status is worked out from the bid."""

from typing import Any, Literal

from bidwriter.bids.bid import Bid
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.figures import figures
from bidwriter.exports.public import public_bid
from bidwriter.files.container.bid_file import bagging_date

Status = Literal["final", "draft"]
Audience = Literal["full", "public"]


def about(bid: Bid, status: str, audience: str) -> dict[str, Any]:
    """`package.json` of a full or a public bid: what a fund's team sorts by. A full package states
    the hash of its public copy too (without attachments), so that the two can be matched; the
    public one states its own alone."""
    own = content_hash(bid)
    hashes = (
        {"public-hash": own}
        if audience == "public"
        else {"content-hash": own, "public-hash": content_hash(public_bid(bid))}
    )
    return _facts(bid, status, audience, 2, hashes)


def about_before(bid: Bid, status: str, audience: str, stated: str) -> dict[str, Any]:
    """`package.json` as releases up to 0.3.0 wrote it, with the full bid's hash in every copy."""
    return _facts(bid, status, audience, 1, {"content-hash": stated})


def _facts(
    bid: Bid, status: str, audience: str, version: int, hashes: dict[str, str]
) -> dict[str, Any]:
    sums = figures(bid)
    return {
        "format": "bidwriter-package",
        "version": version,
        "status": status,
        "audience": audience,
        "fund": bid.round.fund,
        "round": {"id": bid.round.id, "version": bid.round.version, "name": bid.round.name},
        "round-hash": bid.round.hash,
        **hashes,
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


def info(bid: Bid, told: dict[str, Any]) -> dict[str, str]:
    """The lines of `bag-info.txt` but for the software's and the bag's own; `told` is what
    `package.json` says."""
    lead = told["lead"] or "No lead yet"
    title, round_ = told["title"], told["round"]
    return {
        "Bagging-Date": bagging_date(bid),
        "Source-Organization": lead,
        "External-Identifier": bid.bid_id,
        "External-Description": f"{title or 'A bid with no title'}: a bid to {round_['name']}",
        "Fund": told["fund"],
        "Round": f"{round_['name']} ({round_['id']} {round_['version']})",
        "Phase": told["phase"] or "none",
        "Lead": lead,
        "Title": title or "none",
        "Requested": f"GBP {told['requested']}",
        "Contributed": f"GBP {told['contributed']}",
        "Whole-Project": f"GBP {told['whole-project']}",
        "Round-Closes": told["closes"] or "not given",
        "Changed-After-Closing": "yes" if told["changed-after-closing"] else "no",
        "Status": told["status"],
        "Audience": told["audience"],
        **{
            line: f"sha256 {told[name]}"
            for line, name in (("Content-Hash", "content-hash"), ("Public-Hash", "public-hash"))
            if name in told
        },
        "Round-Hash": f"sha256 {told['round-hash']}",
    }
