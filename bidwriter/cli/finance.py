"""The finance summary without a window."""

import argparse

from bidwriter.bids.telling.finance import Since, finance_summary
from bidwriter.bids.telling.finance_section import Section
from bidwriter.cli.changing import free
from bidwriter.cli.output import say, say_json
from bidwriter.cli.versions import log_of, version_of
from bidwriter.files.container.bid_file import Opened, open_file
from bidwriter.files.disk.replacing import replace


def finance(options: argparse.Namespace) -> int:
    """Print the finance summary, or write it as JSON or PDF."""
    opened = open_file(options.file, to_change=False)
    since = _since(opened, options.since) if options.since else None
    if options.pdf:
        from bidwriter.exports.pdf.finance import finance_pdf

        replace(free(options.pdf), finance_pdf(opened.bid, since))
    summary = finance_summary(opened.bid, since)
    if options.json:
        sections = [section._asdict() for section in summary.sections]
        say_json({"finding": summary.finding, "sections": sections})
    elif not options.pdf:
        say(summary.finding)
        for section in summary.sections:
            say("", section.title, *_lines(section))
    return 0


def _lines(section: Section) -> list[str]:
    rows = [f"  {'  |  '.join(cells)}" for cells in section.rows]
    return [*rows, *([f"  {section.note}"] if section.note else [])]


def _since(opened: Opened, wanted: str) -> Since:
    """The version whose id begins so, or that has this name. Raises CommandError."""
    log = log_of(opened)
    version = version_of(log, wanted)
    name = log.names.get(version.id) or f"version {version.id[:8]}"
    return Since(name, log.bid_at(version.id))
