"""A file of tables being read on the command line with answers: first which of its sheets is meant,
then what is in it."""

import argparse
from collections.abc import Callable
from hashlib import sha256

from bidwriter.bids.sheets.sheet import SHEET, Sheet, sheet_doubt, sheet_names
from bidwriter.bids.sheets.taking_in import Pasted
from bidwriter.cli.doubts import Source, answers_for, check_known, refuse
from bidwriter.cli.trouble import CommandError
from bidwriter.doubts import Doubt, Settled, Way, answer
from bidwriter.files.tables.sheets import whole
from bidwriter.files.tables.table_files import sheets_in, table_bytes

Sheets = tuple[Sheet, ...]


class SheetsIn:
    """`likely` picks the sheets that could be meant, `read` makes rows of one; `held` is what
    they hold ("the costs"). Raises as the readers of files do."""

    def __init__(  # noqa: PLR0917
        self, options: argparse.Namespace, taken_by: str, question: str, held: str,
        likely: Callable[[Sheets], Sheets], read: Callable[[Sheet, Settled], Pasted],
    ) -> None:  # fmt: skip
        data = table_bytes(options.source)
        self._options, self._read_sheet, self._held = options, read, held
        self._name = options.source.name
        sheets = sheets_in(data, self._name)
        self._sheets = self._named(sheets) if options.sheet else likely(sheets)
        one = self._sheets[0].name if len(self._sheets) == 1 else None
        self.source = Source(taken_by, self._name, sha256(data).hexdigest(), question, one)
        self._read: dict[tuple[tuple[str, Way], ...], Pasted] = {}

    def settled(self, *, as_shown: bool, option: str) -> Pasted:
        """What is read once the answers are taken. Raises CommandError while anything is open,
        unless it may go in `as_shown`, as `option` says."""
        options = self._options
        answered = answer(self._doubts_after, answers_for(options.answers, self.source))
        if options.answers:
            check_known(answered, options.answers.name)
        if answered.open and not as_shown:
            refuse(answered, self.source, options.doubts, options.answers, option)
        pasted = self._pasted(answered.settled)
        if self._sheet_is_open(answered.settled):
            names = ", ".join(sheet_names(self._sheets))
            raise CommandError(f"Say which sheet holds {self._held} with --sheet: {names}")
        return pasted

    def _doubts_after(self, settled: Settled) -> tuple[Doubt, ...]:
        return self._pasted(settled).doubts

    def _pasted(self, settled: Settled) -> Pasted:
        """The rows, as far as it is settled where they are."""
        if self._sheet_is_open(settled):
            return Pasted((), (sheet_doubt(self._sheets),))
        key = tuple(sorted(settled.items()))
        if key not in self._read:
            way = settled.get(SHEET)
            sheet = next(s for s in self._sheets if way is None or s.name == way.typed)
            self._read[key] = self._read_sheet(whole(sheet, self._name), settled)
        return self._read[key]

    def _sheet_is_open(self, settled: Settled) -> bool:
        return len(self._sheets) > 1 and SHEET not in settled

    def _named(self, sheets: Sheets) -> Sheets:
        named = tuple(sheet for sheet in sheets if sheet.name == self._options.sheet)
        if not named:
            names = ", ".join(sheet_names(sheets))
            raise CommandError(f"“{self._name}” has no such sheet; it has: {names}")
        return named
