"""Printing: lines, a line beside the output, and JSON. Words from a file or of a file's name are
never obeyed by a terminal: nothing prints a control character, and a line stays one line."""

import json
import sys
from typing import Any

from bidwriter.prose.characters import for_a_screen, for_json


def say(*lines: str) -> None:
    """Print lines."""
    for line in lines:
        print(for_a_screen(line))  # noqa: T201


def warn(line: str) -> None:
    """Print a line beside the output."""
    print(for_a_screen(line), file=sys.stderr)  # noqa: T201


def say_json(value: Any) -> None:
    """Print a value as JSON."""
    print(for_json(json.dumps(value, ensure_ascii=False, indent=2)))  # noqa: T201
