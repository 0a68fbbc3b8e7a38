"""Run the tests of the core rooms and say how much of each room's lines and branches they reach.
Fails where a room has less than `at-least` in pyproject.toml says.

    python tools/core_rooms.py
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from coverage import Coverage

TOP = Path(__file__).parent.parent
SAID = tomllib.loads((TOP / "pyproject.toml").read_text())["tool"]["core-rooms"]


def run() -> int:
    """The tests, measured."""
    files = ",".join(file for room in SAID["rooms"].values() for file in room["files"])
    return subprocess.run(
        [sys.executable, "-m", "coverage", "run", f"--include={files}", "-m", "pytest", "-q",
         *SAID["tests"]],
        check=False, cwd=TOP,
    ).returncode  # fmt: skip


def table() -> int:
    """Print a row for each room; 1 if one has too little."""
    measured = Coverage(config_file=str(TOP / "pyproject.toml"))
    measured.load()
    failed = 0
    print("| room | lines | branches | per cent | at least |\n| --- | ---: | ---: | ---: | ---: |")  # noqa: T201
    for name, room in SAID["rooms"].items():
        with tempfile.NamedTemporaryFile() as out:
            measured.json_report(include=room["files"], outfile=out.name)
            found = json.loads(Path(out.name).read_text())["totals"]
        lines = f"{found['covered_lines']} of {found['num_statements']}"
        branches = f"{found['covered_branches']} of {found['num_branches']}"
        share = found["percent_covered"]
        failed |= share < room["at-least"]
        print(f"| {name} | {lines} | {branches} | {share:.1f} | {room['at-least']} |")  # noqa: T201
    return failed


if __name__ == "__main__":
    sys.exit(run() or table())
