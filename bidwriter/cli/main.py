"""The words of the command line: what may be written, and which command does it."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from bidwriter.cli.trouble import CommandError

FINE, PROBLEMS, NOT_DONE = 0, 1, 2


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
    except Exception as error:  # noqa: BLE001 - logged, and said in plain words
        from bidwriter.cli.trouble import plain

        return _say(plain(error))


def _say(message: str) -> int:
    from bidwriter.cli.output import warn

    warn(f"bidwriter: {' '.join(message.split())}")
    return NOT_DONE


def _run(words: list[str]) -> int:
    if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        return _open_window(words)
    # Nothing that a command imports is garbage: looking for it costs a twentieth of a command.
    gc.disable()
    from bidwriter.cli.parser import make_parser

    options = make_parser().parse_args(words)
    if options.command is None:
        return _open_window([])
    import importlib

    module = importlib.import_module(f"bidwriter.cli.{COMMANDS[options.command]}")
    gc.freeze()
    gc.enable()
    name = options.command.replace("-", "_")
    status: int = getattr(module, f"{name}_" if name in _PYTHONS else name)(options)
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
    # As above; `start` looks for garbage again once the window shows.
    gc.disable()
    from bidwriter.ui.app import start

    status: int = start(path)
    return status


_PYTHONS = ("import", "round")  # names that mean something else in Python
COMMANDS = {
    "rounds": "rounds",
    "round": "making_rounds",
    "new": "drafting",
    "places": "drafting",
    "set": "setting",
    "attach": "drafting",
    "import": "drafting",
    "costs": "costs",
    "table": "table",
    "show": "reading",
    "check": "reading",
    "figures": "reading",
    "verify": "reading",
    "schema": "reading",
    "appraise": "appraising",
    "finance": "finance",
    "export": "exporting",
    "diff": "joining",
    "merge": "joining",
    "history": "versions",
    "compare": "versions",
    "restore": "versions",
    "name": "versions",
    "comment": "talking",
    "comments": "talking",
    "copy": "talking",
    "forget": "talking",
    "self-check": "self_check",
}
