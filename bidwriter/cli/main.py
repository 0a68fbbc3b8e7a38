"""The words of the command line: what may be written, and which command does it."""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import bidwriter
from bidwriter.cli.trouble import CommandError

FINE, PROBLEMS, NOT_DONE = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """Errors on one line in plain words."""

    def error(self, message: str) -> NoReturn:
        raise CommandError(f"{message}. See: bidwriter --help")


def run(words: Sequence[str]) -> int:
    """Do what the words ask; hands back the exit status. No traceback reaches a person."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(list(words))
    except BrokenPipeError:
        sys.stderr.close()
        return NOT_DONE
    except KeyboardInterrupt:
        return _say("Stopped. Nothing was written")
    except CommandError as error:
        return _say(str(error))
    except Exception as error:
        from bidwriter.cli.trouble import plain

        return _say(plain(error))


def _say(message: str) -> int:
    print(f"bidwriter: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201
    return NOT_DONE


def _run(words: list[str]) -> int:
    if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        return _open_window(words)
    options = _parser().parse_args(words)
    if options.command is None:
        return _open_window([])
    import importlib

    module = importlib.import_module(f"bidwriter.cli.{COMMANDS[options.command]}")
    status: int = getattr(module, options.command.replace("-", "_").replace("import", "import_"))(
        options
    )
    return status


def _open_window(words: list[str]) -> int:
    if len(words) > 1:
        raise CommandError(f"There is no command “{words[0]}”. See: bidwriter --help")
    path = Path(words[0]) if words else None
    if path is not None and not path.is_file():
        commands = ", ".join(COMMANDS)
        raise CommandError(
            f"There is no file “{words[0]}”, and no command of that name. Commands: {commands}"
        )
    # Collecting garbage while everything is being made costs a tenth of the start; `start` turns
    # it on again once the window shows.
    gc.disable()
    from bidwriter.ui.app import start

    status: int = start(path)
    return status


COMMANDS = {
    "rounds": "rounds",
    "new": "drafting",
    "places": "drafting",
    "set": "drafting",
    "attach": "drafting",
    "import": "drafting",
    "show": "reading",
    "check": "reading",
    "verify": "reading",
    "schema": "reading",
    "export": "exporting",
    "self-check": "self_check",
}


def _parser() -> argparse.ArgumentParser:
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
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, about: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=about, description=about, parents=[common])

    made = command("rounds", "list the rounds here, or lint one")
    made.add_argument(
        "--lint", metavar="FOLDER", type=Path, help="find what is wrong with a round pack"
    )
    made.add_argument("--json", action="store_true")
    made = command("new", "make an empty bid for a round")
    made.add_argument("round", metavar="ROUND", help="a round's id, or its folder")
    made.add_argument("file", metavar="FILE", type=Path)
    made = command("places", "list every place in a bid with its kind and allowed values")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true")
    made = command("set", "set the value at a place")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("place", metavar="PLACE")
    made.add_argument(
        "value", metavar="VALUE", nargs="*", help='the value; - reads standard input; "" clears'
    )
    made.add_argument(
        "--from", dest="source", metavar="PATH", type=Path, help="read the value from a file"
    )
    made = command("attach", "attach a file")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("path", metavar="PATH", type=Path)
    made.add_argument(
        "--about", metavar="WORDS", default="", help="what it is, for the list in the PDF"
    )
    made = command("show", "print a bid or a package")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true")
    made = command("import", "make a bid file from a bid.json")
    made.add_argument("source", metavar="BID.json", type=Path)
    made.add_argument("file", metavar="FILE", type=Path)
    made = command("check", "list what stops export, and advice")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true")
    made = command("export", "write the package")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("out", metavar="OUT.zip", type=Path)
    made.add_argument(
        "--draft", action="store_true", help="always possible; marked DRAFT on every page"
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
    made = command("verify", "prove that a bid or a package is as it was made")
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--json", action="store_true")
    command("schema", "print the JSON Schema of bid.json")
    made = command(
        "self-check",
        "draw, type, save, export and verify a copy of the sample, to prove an installation",
    )
    made.add_argument(
        "--pictures", metavar="FOLDER", type=Path, help="keep pictures of the main pages"
    )
    return parser
