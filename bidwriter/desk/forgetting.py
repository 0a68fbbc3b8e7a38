"""Forgetting what was removed: what goes from a bid's file, and what that costs, in words."""

from collections.abc import Mapping
from typing import NamedTuple

from bidwriter.files.recovery.kept import Kept

COST = (
    "What was taken out of the bid is then gone from this file, and no earlier version can be "
    "shown or brought back. Copies that others have, backups and packages keep what they hold: ask "
    "for them to be deleted too. A copy made from an earlier version can still be joined, but more "
    "is asked about."
)
NOTHING_TO_FORGET = "There is nothing to forget: the file holds no earlier version"


class Forgetting(NamedTuple):
    """How many earlier versions go, and how many attachments that only they name."""

    versions: int
    attachments: int

    def __bool__(self) -> bool:
        return self.versions > 0

    @property
    def what(self) -> str:
        """ "12 earlier versions and 1 attachment that was taken out"."""
        many, files = self.versions, self.attachments
        said = f"{many} earlier {'version' if many == 1 else 'versions'}"
        if files:
            said += (
                f" and {files} {'attachment that was' if files == 1 else 'attachments that were'}"
            )
            said += " taken out"
        return said

    @property
    def would(self) -> str:
        """What would be forgotten, as a sentence."""
        return f"This forgets {self.what}."

    @property
    def did(self) -> str:
        """What was forgotten, as a sentence."""
        return f"Forgot {self.what}."


def forgetting(now: Kept, contents: Mapping[str, bytes]) -> Forgetting:
    """What there is to forget in a file."""
    attached = {item.sha256 for item in now.bid.attachments}
    return Forgetting(len(now.log().versions) - 1, len(contents.keys() - attached))
