"""Proving a bid or a package, for a file from anyone: what is whole, missing, added or changed."""

from pathlib import Path
from typing import Any, NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.record.record import record
from bidwriter.files.container.bag import Entry
from bidwriter.files.container.bid_file import Opened, open_file
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.trouble import FileTroubleError

_WORDS = {
    "whole": "is whole",
    "missing": "is missing",
    "added": "was added after the package was made",
    "changed": "was changed after the package was made",
}


class Report(NamedTuple):
    """What was found. `notes` are differences inside files whose checksums are right."""

    kind: str
    title: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]
    info: dict[str, str]

    @property
    def whole(self) -> bool:
        """Whether everything is as it was made."""
        return all(entry.standing == "whole" for entry in self.entries) and not self.notes

    @property
    def finding(self) -> str:
        """The answer in one sentence."""
        many = len(self.entries)
        if self.whole:
            files = f"all {many} files match their checksums"
            return f"Nothing has changed: {files} and the figures add up"
        parts = [
            f"{n} {standing}"
            for standing in ("changed", "missing", "added")
            if (n := self._number(standing))
        ]
        files = (
            f"{', '.join(parts)} of {many} files"
            if parts
            else f"all {many} files match their checksums"
        )
        notes = (
            f"; {len(self.notes)} stated figures or words are not borne out" if self.notes else ""
        )
        return f"This is not as it was made: {files}{notes}"

    def _number(self, standing: str) -> int:
        return sum(entry.standing == standing for entry in self.entries)


def verify(path: Path) -> Report:
    """What stands in the file at `path`. Raises FileTroubleError where it cannot be read."""
    return report(open_file(path, to_change=False))


def report(opened: Opened) -> Report:
    """What was found on opening."""
    kind = "package" if opened.kind == "package" else "bid"
    notes = opened.differences + tuple(_package_differences(opened))
    return Report(kind, opened.bid.title, opened.bag.entries, notes, opened.bag.info)


def _package_differences(opened: Opened) -> list[str]:
    if opened.kind != "package":
        return []
    try:
        about = strict_json.loads(opened.bag.payload["package.json"], "package.json")
        stated = strict_json.loads(opened.bag.payload["bid.json"], "bid.json")
    except FileTroubleError as error:
        return [str(error)]
    if not isinstance(about, dict):
        return ["package.json does not say what the package is"]
    return [*_about_differences(about, stated, opened.bid), *_missing_parts(opened)]


def _about_differences(about: dict[str, Any], stated: dict[str, Any], bid: Bid) -> list[str]:
    true = record(bid, whole=False)
    figures = true["figures"]
    wanted = {
        "requested": figures["requested"],
        "contributed": figures["contributed"],
        "whole-project": figures["whole-project"],
        "title": bid.title,
        "content-hash": stated.get("content-hash"),
        "round-hash": bid.round.hash,
    }
    return [
        f"package.json states another {name} than the bid in it"
        for name, value in wanted.items()
        if about.get(name) != value
    ]


def _missing_parts(opened: Opened) -> list[str]:
    parts = ("bid.pdf", "bid.schema.json")
    return [f"The package has no {part}" for part in parts if part not in opened.bag.payload]


def lines(found: Report) -> list[str]:
    """The report in plain words, a line each, the finding first."""
    name = {"package": "Package", "bid": "Bid file"}[found.kind]
    rows = [f"{name}: {found.title or 'no title'}", found.finding]
    rows += [
        f"  {entry.path} {_WORDS[entry.standing]}"
        for entry in found.entries
        if entry.standing != "whole"
    ]
    rows += [f"  {note}" for note in found.notes]
    return rows
