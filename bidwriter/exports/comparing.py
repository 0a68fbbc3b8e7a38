"""What a package states, beside what is worked out from the bid in it. Whoever makes all checksums
anew can change any line; what can be worked out again shows it."""

from typing import Any

from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.differing import is_withheld
from bidwriter.exports.about import about, about_before, info
from bidwriter.exports.comparing_parts import parts_differences, record_differences
from bidwriter.files.container import bag
from bidwriter.files.container.bid_file import Opened
from bidwriter.files.container.bid_file import info as info_of_bid
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.trouble import FileTroubleError

_NAMES = {
    "round": "name or version of the round",
    "round-hash": "hash of the round",
    "content-hash": "content hash",
    "public-hash": "content hash of the public copy",
    "lead": "lead council",
    "partners": "list of partners",
    "requested": "sum asked for",
    "contributed": "sum contributed",
    "whole-project": "sum for the whole project",
    "last-changed": "time of the last change",
    "closes": "closing time",
    "changed-after-closing": "answer to whether it was changed after closing",
}
_SUMS = ("requested", "contributed", "whole-project")
_OWN_LINES = (
    "Bag-Software-Agent",
    "Build",
    "Payload-Oxum",
)  # the bag's, looked at where it is read
_OTHER = "{} states another {} than the bid in it"
_NOT_STATED = "{} does not state the {}"


def package_differences(opened: Opened) -> list[str]:
    """Where a package states something else than the bid in it, lacks a part or has a strange
    one."""
    try:
        told = strict_json.loads(opened.bag.payload["package.json"], "package.json")
        raw = strict_json.loads(opened.bag.payload["bid.json"], "bid.json")
    except FileTroubleError as error:
        return [str(error)]
    found = [*record_differences(opened, raw), *parts_differences(opened)]
    if not isinstance(told, dict):
        return [*found, "package.json does not say what the package is"]
    wanted = _wanted(opened, told)
    lines = _info_differences(opened, wanted) if opened.bag.is_own else ()
    return [*found, *_about_differences(told, wanted), *lines]


def bid_differences(opened: Opened) -> list[str]:
    """Where `bag-info.txt` of a bid file states something else than the bid in it."""
    if not opened.bag.is_own:
        return []
    return _lines_differ(opened.bag.info, info_of_bid(opened.bid))


def hash_of(opened: Opened) -> str:
    """The content hash, worked out; of a public copy by a release up to 0.3.0 the one that it
    states, which is the full bid's."""
    if states_the_full_hash(opened):
        return opened.record.content_hash.lower()
    return content_hash(opened.bid)


def states_the_full_hash(opened: Opened) -> bool:
    """Whether this is a public copy as releases up to 0.3.0 wrote it."""
    return opened.record.audience == "public" and opened.record.public_hash is None


def not_compared(opened: Opened) -> tuple[str, ...]:
    """What nothing here says anything about, though its checksum may be right."""
    found = []
    if not opened.bag.is_own:
        found.append(
            "Other software than bidwriter put it together, so its bag-info.txt was not compared"
        )
    if opened.bag.passed:
        many = opened.bag.passed
        found.append(f"{many} {'file' if many == 1 else 'files'} that a system put in unasked")
    if opened.kind != "package":
        return tuple(found)
    if states_the_full_hash(opened):
        found.append("The content hash of a public copy is the full bid’s and cannot be worked out")
    if hidden := _withheld_facts(opened):
        names = ", ".join(_name(name) for name in hidden)
        found.append(f"Withheld here, so package.json could not be compared: {names}")
    if "history.jsonl" in opened.bag.payload:
        found.append("The history was not compared with the bid")
    return tuple(found)


def _name(name: str) -> str:
    return _NAMES.get(name, name)


# --- package.json ----------------------------------------------------------------------------


def _about_differences(told: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    found = [_NOT_STATED.format("package.json", _name(n)) for n in wanted if n not in told]
    for name, value in wanted.items():
        if name in told and not _same(told[name], value):
            found.append(_OTHER.format("package.json", _name(name)))
    if told.get("status") not in ("final", "draft") and "status" in told:
        found.append("package.json states a status that is neither final nor draft")
    return found + [
        f"package.json states “{name[:40]}”, which bidwriter does not write"
        for name in told
        if name not in wanted
    ]


def _wanted(opened: Opened, told: dict[str, Any]) -> dict[str, Any]:
    """What `package.json` should say. Nothing in a record says whether it is final; what releases
    up to 0.3.0 told of a withheld answer cannot be told."""
    status, audience = str(told.get("status", "")), opened.record.audience
    if told.get("version") != 1:
        return about(opened.bid, status, audience)
    wanted = about_before(opened.bid, status, audience, hash_of(opened))
    return {**wanted, **{n: told[n] for n in _withheld_facts(opened) if n in told}}


def _withheld_facts(opened: Opened) -> tuple[str, ...]:
    """Names in `package.json` that came from the full bid's answers, in a public copy by a release
    up to 0.3.0 that withholds them."""
    if not states_the_full_hash(opened):
        return ()
    withheld = {e.id for e in opened.record.questions if is_withheld(e)}
    cover = opened.bid.round.cover
    facts = ((cover.title, ("title",)), (cover.partners, ("lead", "partners")))
    costs = [q.id for q in opened.bid.asked if q.kind == "cost-lines"]
    told = [name for question, names in facts if question in withheld for name in names]
    return (*told, *(_SUMS if withheld & {*costs} else ()))


def _same(stated: Any, true: Any) -> bool:
    """Alike, whatever the case of a checksum's letters; `1` is not `true`."""
    if isinstance(stated, str) and isinstance(true, str) and len(true) == 64:
        return stated.casefold() == true.casefold()
    return type(stated) is type(true) and bool(stated == true)


# --- bag-info.txt ----------------------------------------------------------------------------


def _info_differences(opened: Opened, told: dict[str, Any]) -> list[str]:
    wanted = info(opened.bid, told)
    found = _lines_differ(opened.bag.info, wanted)
    return found + [
        f"bag-info.txt has a line “{name[:40]}”, which bidwriter does not write"
        for name in opened.bag.info
        if name not in wanted and name not in _OWN_LINES
    ]


def _lines_differ(stated: dict[str, str], wanted: dict[str, str]) -> list[str]:
    found = []
    for name, value in wanted.items():
        if name not in stated:
            found.append(f"bag-info.txt has no line “{name}”")
        elif not _same_line(stated[name], bag.one_line(str(value))):
            found.append(f"bag-info.txt states another “{name}” than the bid in it")
    return found


def _same_line(stated: str, true: str) -> bool:
    is_hash = true.startswith("sha256 ")
    return stated.casefold() == true.casefold() if is_hash else stated == true
