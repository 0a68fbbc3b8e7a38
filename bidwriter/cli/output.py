"""Printing: lines, a line beside the output, and JSON."""

import json
import sys
from typing import Any


def say(*lines: str) -> None:
    """Print lines."""
    for line in lines:
        print(line)  # noqa: T201


def warn(line: str) -> None:
    """Print a line beside the output."""
    print(line, file=sys.stderr)  # noqa: T201


def say_json(value: Any) -> None:
    """Print a value as JSON."""
    say(json.dumps(value, ensure_ascii=False, indent=2))
