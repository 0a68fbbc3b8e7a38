"""The command `table`: the rows of a fund's own table shown, taken in from CSV and XLSX, and
written out."""

import argparse
from collections.abc import Iterator
from typing import Any

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.own_totals import own_totals
from bidwriter.bids.places import Place
from bidwriter.bids.sheets.own_taking_in import (
    read_own,
    replaced_cells,
    replaced_words,
    with_own,
)
from bidwriter.bids.sheets.taking_in import misread_sentence, passed_sentence, went_in_as_shown
from bidwriter.cli.changing import free, open_to_change, save_change
from bidwriter.cli.output import say, say_json
from bidwriter.cli.sheets_in import SheetsIn
from bidwriter.cli.trouble import CommandError
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.replacing import replace
from bidwriter.files.tables.own_files import rows_as_csv, rows_as_xlsx, sheets_of_rows
from bidwriter.kinds.around import Around
from bidwriter.kinds.tables.own_rows import OwnRow
from bidwriter.kinds.tables.own_table import OwnTable, plural


def table(options: argparse.Namespace) -> int:
    """Take rows in, write them out, or show them."""
    if options.source is not None:
        return _take_in(options)
    if options.replace or options.sheet or options.doubtful_as_shown or options.doubts:
        raise CommandError("Say which file to take rows from: --import PATH")
    bid = open_file(options.file, to_change=False).bid
    question = _question(bid, options.table)
    if options.csv is not None or options.xlsx is not None:
        wanted = [(options.csv, rows_as_csv), (options.xlsx, rows_as_xlsx)]
        files = [(free(path), made) for path, made in wanted if path is not None]
        for path, made in files:
            replace(path, made(bid, question))
    elif options.json:
        say_json(_as_json(bid, question))
    else:
        say(*_told(bid, question))
    return 0


def _question(bid: Bid, wanted: str | None) -> OwnTable:
    found = [question for question in bid.asked if isinstance(question, OwnTable)]
    named = [question for question in found if question.id == wanted] if wanted else found
    if len(named) == 1:
        return named[0]
    if not found:
        raise CommandError("This bid asks for no table of the fund's own columns; see also: costs")
    names = ", ".join(question.id for question in found)
    raise CommandError(f"Say which table with --table: {names}")


# --- showing ---------------------------------------------------------------------------------


def _told(bid: Bid, question: OwnTable) -> Iterator[str]:
    yield question.name
    for row in rows_of(bid, question.id):
        assert isinstance(row, OwnRow)
        yield f"  {row.title}  [{Place(question.id).at(row.id)}]"
        around = Around(bid, question, row)
        for column in question.columns:
            words = " ".join(column.cell.words(column.leaf(row), around).split())
            yield f"    {column.title}: {words or '–'}"
    for total in own_totals(bid):
        if total.question is question and total.shown:
            yield f"Total {total.column.label}: {total.shown}"


def _as_json(bid: Bid, question: OwnTable) -> dict[str, Any]:
    rows = [
        {"place": Place(question.id).at(row.id), "title": row.title, "cells": row.cells}
        for row in rows_of(bid, question.id)
        if isinstance(row, OwnRow)
    ]
    found = (total for total in own_totals(bid) if total.question is question)
    totals = {total.column.id: total.digits for total in found if total.amount is not None}
    return {"question": question.id, "rows": rows, "totals": totals}


# --- taking in -------------------------------------------------------------------------------


def _take_in(options: argparse.Namespace) -> int:
    """Add the rows of a file, or fill in a grid. While anything is doubtful nothing is written."""
    opened = open_to_change(options.file, options)
    question = _question(opened.bid, options.table)
    rows = plural(question.noun)
    reading = SheetsIn(
        options, "table", question.id, f"the {rows}",
        lambda sheets: sheets_of_rows(opened.bid, question, sheets),
        lambda sheet, settled: read_own(opened.bid, question, sheet, settled),
    )  # fmt: skip
    pasted = reading.settled(as_shown=options.doubtful_as_shown, option="--doubtful-as-shown")
    if not pasted.rows:
        raise CommandError(f"There are no {rows} in “{options.source.name}”")
    bid = with_own(opened.bid, question, pasted, replace=options.replace)
    many = len(pasted.rows)
    words = f"Took in {many} {question.noun if many == 1 else rows} from {options.source.name}"
    save_change(options.file, opened, bid, options, words)
    over = 0 if options.replace else replaced_cells(opened.bid, question, pasted)
    say(words, *filter(None, [replaced_words(over), passed_sentence(pasted)]))
    say(*filter(None, [misread_sentence(pasted.doubts, "left out")]))
    say(*went_in_as_shown(pasted), *pasted.remarks)
    return 0
