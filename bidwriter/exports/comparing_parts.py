"""The parts of a package beside what is worked out again: the record's own statements, the
attachments, the schema, and what is missing or strange."""

from typing import Any

from bidwriter.bids.bid import Bid
from bidwriter.bids.record.differing import is_withheld
from bidwriter.bids.record.file_names import file_names
from bidwriter.bids.record.record import Entry, Record, record
from bidwriter.exports.schemas import is_known
from bidwriter.files.container.bid_file import Opened

_PARTS = ("bid.json", "bid.pdf", "bid.schema.json", "package.json", "round.json")
_TAGS = ("bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt")


def record_differences(opened: Opened, raw: dict[str, Any]) -> list[str]:
    """What the record states beside the answers, and `differences` does not look at."""
    bid, stated = opened.bid, opened.record
    true = record(bid, whole=False)
    unstated = {
        "figures": stated.figures is None,
        "live figures": stated.figures_in_prose is None and "figures-in-prose" in true,
        "content hash": not (stated.content_hash or stated.public_hash),
        "hash of the round": not stated.round.hash,
    }
    found = [f"bid.json does not state the {name}" for name, lacks in unstated.items() if lacks]
    names = (stated.round.id, stated.round.version, stated.round.name)
    if names != (bid.round.id, bid.round.version, bid.round.name):
        found.append("bid.json states another name or version of the round than round.json")
    surplus = [name for name in ("kept", "own-deadline") if raw.get(name)]
    found += [f"bid.json holds “{name}”, which no package has" for name in surplus]
    return [
        *found,
        *_withheld_differ(stated, bid),
        *_questions_differ(stated, bid, true),
        *_attachments_differ(opened),
    ]


def _withheld_differ(stated: Record, bid: Bid) -> list[str]:
    """A public copy withholds what the round calls personal, and nothing else; others nothing."""
    is_public = stated.audience == "public"
    personal = {question.id for question in bid.asked if question.personal and is_public}
    found = []
    for entry in stated.questions:
        question = bid.round.by_id.get(entry.id)
        name = question.name if question else entry.id[:40]
        if is_withheld(entry) and entry.id not in personal:
            found.append(f"bid.json withholds “{name}”, which is not personal in this copy")
        elif entry.id in personal and entry.answer is not None and not is_withheld(entry):
            found.append(f"bid.json tells “{name}”, though it is personal and this copy is public")
    return found


def _questions_differ(stated: Record, bid: Bid, worked_out: dict[str, Any]) -> list[str]:
    asked = {question.id: question.name for question in bid.asked}
    told = {entry.id: entry for entry in stated.questions}
    found = [f"bid.json leaves out “{name}”" for id_, name in asked.items() if id_ not in told]
    found += [
        f"bid.json holds “{id_[:40]}”, which is not asked" for id_ in told if id_ not in asked
    ]
    if not found and list(asked) != list(told):
        found.append("bid.json has the questions in another order than the round")
    true = {entry["id"]: entry for entry in worked_out["questions"]}
    return found + [
        f"“{asked[id_]}” states another number or limit than the round"
        for id_, entry in told.items()
        if id_ in asked and not is_withheld(entry) and _set_by_round(entry, true[id_])
    ]


def _set_by_round(entry: Entry, true: dict[str, Any]) -> bool:
    """Whether what the round sets stands otherwise in an entry."""
    stated = (entry.number, entry.limit, entry.limit_unit)
    return stated != (true.get("number", ""), true.get("limit"), true.get("limit-unit"))


def _attachments_differ(opened: Opened) -> list[str]:
    names = file_names(opened.bid.attachments)
    found = []
    for item in opened.record.attachments:
        data = opened.contents.get(item.sha256)
        if item.file != names[item.sha256]:
            found.append(f"The attachment “{item.name}” is stated under another file name")
        if data is not None and len(data) != item.size:
            found.append(f"The attachment “{item.name}” is not of the stated size")
    return found


def parts_differences(opened: Opened) -> list[str]:
    payload = opened.bag.payload
    found = [f"The package has no {part}" for part in _PARTS if part not in payload]
    if "bid.pdf" in payload and not payload["bid.pdf"].startswith(b"%PDF-"):
        found.append("bid.pdf is no PDF")
    if "bid.schema.json" in payload and not is_known(payload["bid.schema.json"]):
        found.append("bid.schema.json is no schema that this bidwriter knows")
    return found + [f"The package holds {path}, which bidwriter does not put there"
                    for path in _strange(opened)]  # fmt: skip


def _strange(opened: Opened) -> list[str]:
    names = file_names(opened.bid.attachments)
    known = {*_PARTS, *(f"attachments/{name}" for name in names.values())}
    if opened.record.audience == "full":
        known.add("history.jsonl")
    tags = [e.path for e in opened.bag.entries if not e.path.startswith("data/")]
    return [
        *(path for path in sorted(opened.bag.payload) if path not in known),
        *(path for path in tags if path not in _TAGS),
    ]
