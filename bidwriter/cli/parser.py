"""The words that may be written on the command line, for each command."""

import argparse
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from typing_extensions import override

import bidwriter
from bidwriter.cli.trouble import CommandError

Command = Callable[[str, str], argparse.ArgumentParser]
_OPTION = re.compile(r"--[A-Za-z]|--\Z|-[ho]\Z")
_AFTER_DASHES = "A value that begins with two dashes goes after --: set FILE PLACE -- --value"


class _Parser(argparse.ArgumentParser):
    """Errors on one line in plain words; a sum or words after one minus are a value."""

    @override
    def error(self, message: str) -> NoReturn:
        how = f". {_AFTER_DASHES}" if "unrecognized arguments: --" in message else ""
        raise CommandError(f"{message}{how}. See: bidwriter --help")

    @override
    def _parse_optional(self, arg_string: str) -> Any:
        """None says that a word is no option: ours have two dashes, but for -o and -h."""
        return super()._parse_optional(arg_string) if _OPTION.match(arg_string) else None


@cache
def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands. It is the same each time."""
    parser = _Parser(
        prog="bidwriter",
        description="Draft, check and export a council's bid, without a network.",
        epilog="bidwriter [FILE] opens the window. Exit status: 0 fine, 1 problems, 2 not done.",
    )
    parser.add_argument("--version", action="version", version=f"bidwriter {bidwriter.__version__}")
    common = _Parser(add_help=False)
    common.add_argument("--rounds", metavar="FOLDER", type=Path, help="another folder of rounds")
    common.add_argument("--as", dest="name", metavar="NAME", help="who makes the change")
    common.add_argument("--council", metavar="CODE", default="", help="that person's council")
    common.add_argument(
        "--although-open",
        action="store_true",
        help="change a bid that is said to be open",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, about: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=about, description=about, parents=[common])

    for words in (
        _rounds,
        _drafting,
        _costs,
        _table,
        _reading,
        _copies,
        _versions,
        _team,
        _export,
        _self_check,
    ):
        words(command)
    return parser


def _rounds(command: Command) -> None:
    made = command("rounds", "list the rounds here, or lint or try one")
    made.add_argument(
        "--lint", metavar="FOLDER", type=Path, help="find what is wrong with a round pack"
    )
    made.add_argument(
        "--try", dest="tried", metavar="FOLDER", type=Path,
        help="make a bid on a round pack, with made-up answers",
    )  # fmt: skip
    made.add_argument(
        "--compare", metavar=("MINE", "OTHER"), nargs=2,
        help="what another version says otherwise (ids or folders)",
    )  # fmt: skip
    made.add_argument("--send", metavar="ROUND", help="write a round as one file (id or folder)")
    made.add_argument("--take-in", metavar="FILE.round", type=Path, help="take in such a file")
    made.add_argument("-o", "--out", metavar="FILE", type=Path, help="the bid or file to make")
    made.add_argument("--json", action="store_true")
    made = command("round", "make a round from a fund's form")
    made.add_argument("form", metavar="FORM", type=Path)
    made.add_argument("-o", "--out", metavar="FOLDER", type=Path, help="the folder to make")
    made.add_argument("--fund", metavar="NAME", help="what the fund is called")
    made.add_argument("--name", dest="called", metavar="NAME", help="what the round is called")
    made.add_argument("--closes", metavar="DAY", help='"2027-03-31", or "2027-03-31 17:00"')
    made.add_argument(
        "--doubtful-as-shown", action="store_true", help="take what is doubtful as it is shown"
    )
    made.add_argument(
        "--doubts", metavar="OUT.json", type=Path, help="list what is doubtful in a file to answer"
    )
    made.add_argument("--answers", metavar="IN.json", type=Path, help="that file, with answers")


def _drafting(command: Command) -> None:
    made = command("new", "make an empty bid for a round")
    made.add_argument("round", metavar="ROUND", help="a round's id, or its folder")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument(
        "--language", metavar="CODE", default="", help="of the form: cy, where the round has it"
    )
    made = command("places", "list every place in a bid with its kind and allowed values")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true")
    made = command("set", "set the value at a place, or many at once")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("place", metavar="PLACE", nargs="?", help="see: bidwriter places FILE")
    made.add_argument(
        "value", metavar="VALUE", nargs="*", help='the value; - reads standard input; "" clears'
    )
    made.add_argument(
        "--from", dest="source", metavar="PATH", type=Path, help="read the value from a file"
    )
    made.add_argument(
        "--values",
        metavar="VALUES.json",
        type=Path,
        help="set many places as one change: {place: value, ...}",
    )
    made = command("attach", "attach a file")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("path", metavar="PATH", type=Path)
    made.add_argument(
        "--about", metavar="WORDS", default="", help="what it is, for the list in the PDF"
    )
    made.add_argument(
        "--for",
        dest="answers",
        metavar="QUESTION",
        action="append",
        default=[],
        help="a question that it answers (repeat)",
    )
    made = command("import", "make a bid file from a bid.json")
    made.add_argument("source", metavar="BID.json", type=Path)
    made.add_argument("file", metavar="FILE", type=Path)


def _costs(command: Command) -> None:
    made = command("costs", "show what the cost lines add up to; take lines in, or write them out")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true")
    made.add_argument("--by", metavar="WAY", help="one way of adding up only, such as month")
    made.add_argument("--table", metavar="QUESTION", help="which table, where there are several")
    made.add_argument(
        "--import", dest="source", metavar="PATH", type=Path, help="add the lines of a CSV or XLSX"
    )
    made.add_argument("--sheet", metavar="NAME", help="which sheet of a workbook to take in")
    made.add_argument("--replace", action="store_true", help="in place of the lines there are")
    made.add_argument(
        "--doubtful-to-note", action="store_true", help="words of doubtful cells go into the note"
    )
    made.add_argument(
        "--doubts", metavar="OUT.json", type=Path, help="list what is doubtful in a file to answer"
    )
    made.add_argument("--answers", metavar="IN.json", type=Path, help="that file, with answers")
    made.add_argument("--csv", metavar="OUT", type=Path, help="write the lines as CSV")
    made.add_argument("--xlsx", metavar="OUT", type=Path, help="write the lines as XLSX")


def _table(command: Command) -> None:
    made = command(
        "table", "show a table of the fund's own columns; take rows in, or write them out"
    )
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true")
    made.add_argument("--table", metavar="QUESTION", help="which table, where there are several")
    made.add_argument(
        "--import", dest="source", metavar="PATH", type=Path, help="add the rows of a CSV or XLSX"
    )
    made.add_argument("--sheet", metavar="NAME", help="which sheet of a workbook to take in")
    made.add_argument("--replace", action="store_true", help="in place of what there is")
    made.add_argument(
        "--doubtful-as-shown", action="store_true", help="take what is doubtful as it is shown"
    )
    made.add_argument(
        "--doubts", metavar="OUT.json", type=Path, help="list what is doubtful in a file to answer"
    )
    made.add_argument("--answers", metavar="IN.json", type=Path, help="that file, with answers")
    made.add_argument("--csv", metavar="OUT", type=Path, help="write the rows as CSV")
    made.add_argument("--xlsx", metavar="OUT", type=Path, help="write the rows as XLSX")


def _reading(command: Command) -> None:
    made = command("show", "print a bid or a package")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true")
    made = command("check", "list what stops export, and advice")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true")
    made = command("figures", "list the live figures that prose can hold, with their values")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true")
    made = command(
        "verify", "say whether a file matches its checksums and bears out what it states"
    )
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true")
    made.add_argument(
        "--content-hash", metavar="HEX", help="the hash that you were told, to compare"
    )
    made = command("appraise", "print what the work is worth, or write its workbook")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true", help="inputs and results as JSON")
    made.add_argument("--workbook", metavar="OUT.xlsx", type=Path, help="write it with formulas")
    made = command("finance", "print the finance summary for the section 151 officer")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true")
    made.add_argument("--pdf", metavar="OUT.pdf", type=Path, help="write it as a PDF")
    made.add_argument("--since", metavar="VERSION", help="tell changes from this version")
    command("schema", "print the JSON Schema of bid.json")


def _copies(command: Command) -> None:
    made = command("diff", "say what makes one bid into another; exit 1 if anything does")
    made.add_argument("a", metavar="A", type=Path)
    made.add_argument("b", metavar="B", type=Path)
    made.add_argument("--json", action="store_true")
    made = command("merge", "join copies of a bid; exit 1 if conflicts are left to decide")
    made.add_argument("mine", metavar="MINE", type=Path)
    made.add_argument("theirs", metavar="THEIRS", type=Path, nargs="+")
    made.add_argument("-o", "--out", metavar="OUT", type=Path, required=True, help="the joined bid")
    made.add_argument("--report", action="store_true", help="print all that was joined")
    made.add_argument("--json", action="store_true", help="print the report as JSON")
    made.add_argument(
        "--leave-out",
        metavar="KEY",
        action="append",
        default=[],
        help="leave out one thing that would join, by the key that --report prints (repeat)",
    )


def _versions(command: Command) -> None:
    made = command("history", "list the versions of a bid, or say all that one did")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("version", metavar="VERSION", nargs="?", help="its id's beginning, or name")
    made.add_argument("--json", action="store_true")
    made = command("compare", "say what makes a version into another; exit 1 if anything does")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("version", metavar="VERSION")
    made.add_argument("other", metavar="OTHER", nargs="?", help="none: the bid as it is now")
    made.add_argument("--json", action="store_true")
    made = command("restore", "bring an earlier version back")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("version", metavar="VERSION")
    made.add_argument(
        "--only", metavar="QUESTION", action="append", default=[], help="this answer (repeat)"
    )
    made = command("name", "give a version a name; with no words its name is taken away")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("version", metavar="VERSION", help="its id's beginning, its name, or “now”")
    made.add_argument("words", metavar="NAME", nargs="*")


def _team(command: Command) -> None:
    made = command("comment", "comment on a question or row, or reply to a comment")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("place", metavar="PLACE", help="a question, a row, or comments/ID")
    made.add_argument("words", metavar="WORDS", nargs="*")
    made.add_argument("--to", metavar="NAME", help="who is to settle it")
    made.add_argument("--todo", action="store_true", help="a mark of your own: to do")
    made.add_argument("--settle", action="store_true", help="settle it")
    made = command("comments", "list the open comments")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--all", action="store_true", help="settled ones too")
    made.add_argument("--json", action="store_true")
    made = command("copy", "write a copy for a partner")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("out", metavar="OUT.bid", type=Path)
    made.add_argument("--to", metavar="NAME", required=True, help="who it is for")
    made.add_argument("--note", metavar="WORDS", default="", help="what they are asked")
    made.add_argument(
        "--open",
        metavar="PART",
        action="append",
        default=[],
        help="a question that they may change, or “attachments” (repeat; none: all)",
    )
    made.add_argument(
        "--without-history",
        action="store_true",
        help="leave out every earlier version and what was taken out",
    )
    made = command("forget", "forget earlier versions and what was taken out, for good")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--yes", action="store_true", help="do it; without, it is said what goes")


def _export(command: Command) -> None:
    made = command("export", "write the package")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("out", metavar="OUT.zip", type=Path)
    made.add_argument(
        "--draft", action="store_true", help="always possible; marked DRAFT on every page"
    )
    made.add_argument(
        "--history", action="store_true", help="put the history in: who changed what, and when"
    )
    made.add_argument("--public", action="store_true", help="leave personal contact data out")
    made.add_argument(
        "--publish",
        metavar="NAME",
        action="append",
        default=[],
        help="an attachment that may be in the public copy (repeat)",
    )
    made.add_argument(
        "--publish-found",
        action="store_true",
        help="personal data found in answers was looked at and may be published",
    )


def _self_check(command: Command) -> None:
    made = command(
        "self-check",
        "draw, type, save, export and verify a copy of the sample, to prove an installation",
    )
    made.add_argument(
        "--pictures", metavar="FOLDER", type=Path, help="keep pictures of the main pages"
    )
