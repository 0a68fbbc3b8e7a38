"""A row of the table: what was done how often, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from faults.judging import unclear


@dataclass
class Row:
    """What one kind of harm did. `note` says why it was not tried."""

    what: str
    tried: int = 0
    acknowledged: int = 0
    lost: int = 0
    damaged: int = 0
    unclear: int = 0
    note: str = ""
    examples: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Whether nothing was lost or damaged and every message was clear."""
        return not (self.lost or self.damaged or self.unclear)

    def hear(self, message: str) -> None:
        """A message that would reach the user."""
        if why := unclear(message):
            self.unclear += 1
            self.example(f"unclear, as {why}: {message}")

    def misread(self, how: str) -> None:
        """The user is told what is not so."""
        self.unclear += 1
        self.example(f"unclear: {how}")

    def lose(self, many: int, how: str) -> None:
        """Acknowledged edits that are not there."""
        self.lost += many
        self.example(f"{many} lost: {how}")

    def damage(self, how: str) -> None:
        """A file that is not whole, or holds what nobody wrote."""
        self.damaged += 1
        self.example(f"damaged: {how}")

    def example(self, words: str) -> None:
        """Keep a few words on what went wrong."""
        if len(self.examples) < 5:
            self.examples.append(words)


HEADS = ("what", "tried", "edits acknowledged", "edits lost", "files damaged", "unclear messages")


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [_line(HEADS), _line(["---", *["---:"] * 5])]
    for row in rows:
        counts = (row.tried, row.acknowledged, row.lost, row.damaged, row.unclear)
        cells = [row.note] + [""] * 4 if row.note else [f"{count:,}" for count in counts]
        lines.append(_line([row.what, *cells]))
    return "\n".join(lines)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
