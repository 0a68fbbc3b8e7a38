"""The command `costs`: what the cost lines add up to, with the lines behind each sum; lines taken
in from CSV and XLSX, and written out."""

import argparse
from collections.abc import Iterator
from typing import Any

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import WAY_NAMES, WAYS, By, CostGroup, groups, tables, ways_of
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.editing import add_rows, clear_rows
from bidwriter.bids.places import Place
from bidwriter.bids.sheets.taking_in import (
    misread_sentence,
    passed_sentence,
    read_sheet,
    unsettled_sums,
    went_in_as_shown,
)
from bidwriter.cli.changing import free, open_to_change, save_change
from bidwriter.cli.output import say, say_json
from bidwriter.cli.sheets_in import SheetsIn
from bidwriter.cli.trouble import CommandError
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.replacing import replace
from bidwriter.files.tables.cost_files import lines_as_csv, lines_as_xlsx, sheets_of_costs
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.values.money import show


def costs(options: argparse.Namespace) -> int:
    """Take lines in, write them out, or show what they come to."""
    if options.source is not None:
        return _take_in(options)
    asked = options.doubtful_to_note or options.doubts or options.answers
    if options.replace or options.sheet or asked:
        raise CommandError("Say which file to take lines from: --import PATH")
    bid = open_file(options.file, to_change=False).bid
    if options.csv is not None or options.xlsx is not None:
        _write_out(bid, options)
        return 0
    ways = _ways(bid, options.by)
    if options.json:
        say_json({way: [_as_json(group) for group in groups(bid, way)] for way in ways})
    else:
        say(*_told(bid, ways))
    return 0


def _table(bid: Bid, wanted: str | None) -> tuple[CostLines, tuple[CostLine, ...]]:
    found = tables(bid)
    named = [table for table in found if table[0].id == wanted] if wanted else list(found)
    if len(named) == 1:
        return named[0]
    if not found:
        raise CommandError("This bid asks for no cost lines")
    names = ", ".join(question.id for question, _ in found)
    raise CommandError(f"Say which table with --table: {names}")


# --- showing ---------------------------------------------------------------------------------


def _ways(bid: Bid, wanted: str | None) -> tuple[By, ...]:
    if wanted is None:
        return ways_of(bid)
    found = [way for way in WAYS if way == wanted]
    if not found:
        raise CommandError(f"“{wanted}” is not one of: {', '.join(WAYS)}")
    return tuple(found)


def _told(bid: Bid, ways: tuple[By, ...]) -> Iterator[str]:
    sums = totals(bid)
    yield f"Whole project {show(sums.whole)}, of which the fund is asked for {show(sums.fund)}"
    if sums.unpaid:
        yield f"Nobody pays for {show(sums.unpaid)} yet; it is in no sum below"
    for way in ways:
        yield ""
        yield f"By {WAY_NAMES[way].lower()}"
        for group in groups(bid, way):
            yield f"  {group.name}: {show(group.amount)}, fund {show(group.fund)}"
            for part in group.parts:
                place = Place(part.question).at(part.line.id)
                yield f"    {show(part.amount)}  {part.line.title}  [{place}]"


def _as_json(group: CostGroup) -> dict[str, Any]:
    lines = [
        {
            "place": Place(p.question).at(p.line.id),
            "what": p.line.title,
            "amount": f"{p.amount:.2f}",
        }
        for p in group.parts
    ]
    sums = {"whole": f"{group.amount:.2f}", "fund": f"{group.fund:.2f}"}
    return {"key": group.key, "name": group.name, **sums, "lines": lines}


# --- writing out -----------------------------------------------------------------------------


def _write_out(bid: Bid, options: argparse.Namespace) -> None:
    question, lines = _table(bid, options.table)
    wanted = [(options.csv, lines_as_csv), (options.xlsx, lines_as_xlsx)]
    files = [(free(path), made) for path, made in wanted if path is not None]
    for path, made in files:
        replace(path, made(bid, question, lines))


# --- taking in -------------------------------------------------------------------------------


def _take_in(options: argparse.Namespace) -> int:
    """Add the lines of a file. While anything is doubtful nothing is written, unless it may go
    into the note."""
    opened = open_to_change(options.file, options)
    question, lines = _table(opened.bid, options.table)
    reading = SheetsIn(
        options, "costs", question.id, "the costs",
        lambda sheets: sheets_of_costs(opened.bid, sheets),
        lambda sheet, settled: read_sheet(opened.bid, sheet, question, settled),
    )  # fmt: skip
    pasted = reading.settled(as_shown=options.doubtful_to_note, option="--doubtful-to-note")
    if not pasted.rows:
        raise CommandError(f"There are no cost lines in “{options.source.name}”")
    bid = clear_rows(opened.bid, question.id) if options.replace else opened.bid
    many = len(pasted.rows)
    words = f"Took in {many} cost {'line' if many == 1 else 'lines'} from {options.source.name}"
    save_change(options.file, opened, add_rows(bid, question.id, pasted.rows), options, words)
    say(words, *filter(None, [_gone(lines if options.replace else ()), passed_sentence(pasted)]))
    say(*filter(None, [misread_sentence(pasted.doubts)]), *unsettled_sums(pasted))
    say(*went_in_as_shown(pasted), *pasted.remarks)
    return 0


def _gone(lines: tuple[CostLine, ...]) -> str:
    many = len(lines)
    return f"They replace {many} {'line' if many == 1 else 'lines'}" if many else ""
