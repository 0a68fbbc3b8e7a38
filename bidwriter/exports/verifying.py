"""Verifying a bid or a package, for a file from anyone: whether its files match the checksums in
it, and what it states the bid in it. Neither shows who made it: all of it can be made anew."""

from pathlib import Path
from typing import NamedTuple

from bidwriter.bids.record.content_hash import content_hash
from bidwriter.exports.comparing import (
    bid_differences,
    hash_of,
    not_compared,
    package_differences,
)
from bidwriter.exports.comparing_pdf import PdfFound, compare_pdf
from bidwriter.exports.public import public_bid
from bidwriter.files.container.bagit import Entry, Standing
from bidwriter.files.container.bid_file import Opened, open_file

STANDINGS: dict[Standing, str] = {
    "whole": "matches its checksum",
    "missing": "is listed, but is not there",
    "added": "is there, but is not listed",
    "changed": "does not match its checksum",
}


class Report(NamedTuple):
    """What was found. `notes` are what is stated otherwise than the bid in the file has it, though
    the checksums are right; `not_compared` is what nothing here says anything about; `faults` is
    what makes it no valid bag."""

    kind: str
    title: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]
    info: dict[str, str]
    content_hash: str = ""
    not_compared: tuple[str, ...] = ()
    public_hash: str = ""  # of the public copy of a full package
    faults: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all files match in a valid bag, and all that was compared agrees."""
        is_whole = all(entry.standing == "whole" for entry in self.entries)
        return is_whole and not self.notes and not self.faults

    @property
    def finding(self) -> str:
        """The answer in one sentence."""
        if self.whole:
            return (
                f"All {len(self.entries)} files match the checksums in this {self.kind}, and what "
                "it states agrees with its answers"
            )
        notes = len(self.notes)
        said = f"{notes} {'thing it states is' if notes == 1 else 'things it states are'}"
        bag = "it is no valid bag (BagIt)" if self.faults else ""
        parts = [self._files(), bag, f"{said} not borne out" if notes else ""]
        return f"Something is wrong: {'; '.join(filter(None, parts))}"

    @property
    def meaning(self) -> str:
        """What that does and does not show."""
        if not self.whole:
            return (
                f"Do not rely on this {self.kind}: ask whoever sent it for another copy. What it "
                "was before cannot be told from it"
            )
        return (
            "That shows no damage; it does not show who made it. To be sure that its answers are "
            "those that were sent, compare its content hash with the one you were told by other "
            "means"
        )

    def _files(self) -> str:
        """ "1 changed and 2 missing of 12 files", or that all match."""
        named = [(standing, self._number(standing)) for standing in STANDINGS]
        parts = [f"{many} {standing}" for standing, many in named if many and standing != "whole"]
        if not parts:
            return f"all {len(self.entries)} files match their checksums"
        return f"{', '.join(parts)} of {len(self.entries)} files"

    def _number(self, standing: str) -> int:
        return sum(entry.standing == standing for entry in self.entries)


def verify(path: Path) -> Report:
    """What stands in the file at `path`. Raises FileTroubleError where it cannot be read."""
    return report(open_file(path, to_change=False))


def report(opened: Opened) -> Report:
    """What was found on opening."""
    is_package, is_full = opened.kind == "package", opened.record.audience == "full"
    further = package_differences(opened) if is_package else bid_differences(opened)
    pdf = compare_pdf(opened) if is_package else PdfFound()
    return Report(
        "package" if is_package else "bid",
        opened.bid.title,
        opened.bag.entries,
        (*opened.differences, *further, *pdf.differences),
        opened.bag.info,
        hash_of(opened),
        (*pdf.not_compared, *not_compared(opened)),
        content_hash(public_bid(opened.bid)) if is_package and is_full else "",
        opened.bag.faults,
    )


def held_against(found: Report, told: str) -> str:
    """What the content hash that somebody told says of the file, in one sentence."""
    if told == found.content_hash:
        return "Its content hash is the one you gave: these are the answers that it was told for"
    if told == found.public_hash:
        return "Its content hash is not the one you gave: that is the hash of its public copy"
    return "Its content hash is not the one you gave: these are other answers"


def lines(found: Report) -> list[str]:
    """The report in plain words, a line each, the finding first."""
    name = {"package": "Package", "bid": "Bid file"}[found.kind]
    wrong = [entry for entry in found.entries if entry.standing != "whole"]
    return [
        f"{name}: {found.title or 'no title'}",
        found.finding,
        *(f"  {entry.path} {STANDINGS[entry.standing]}" for entry in wrong),
        *(f"  {words}" for words in (*found.faults, *found.notes)),
        found.meaning,
        f"Content hash: {found.content_hash or 'none stated'}",
        *([f"Content hash of its public copy: {found.public_hash}"] if found.public_hash else []),
        *(f"Not compared: {words}" for words in found.not_compared),
    ]
