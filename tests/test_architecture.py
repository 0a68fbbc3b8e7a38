"""The rooms and their doors: read from every import, so that it cannot drift."""

import ast
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent / "bidwriter"
# Each room may import those named; all may import `paths` and their own.
DOORS = {
    "prose": set(),
    "councils": set(),
    "kinds": {"prose", "councils"},
    "rounds": {"kinds", "prose", "councils"},
    "bids": {"rounds", "kinds", "prose", "councils"},
    "checks": {"bids", "rounds", "kinds", "prose", "councils"},
    "files": {"bids", "rounds", "kinds", "prose", "councils"},
    "exports": {"files", "checks", "bids", "rounds", "kinds", "prose", "councils"},
    "cli": {
        "ui",
        "exports",
        "files",
        "checks",
        "bids",
        "rounds",
        "kinds",
        "prose",
        "councils",
        "clock",
    },
    "ui": {"exports", "files", "checks", "bids", "rounds", "kinds", "prose", "councils", "clock"},
}
WITH_QT = {"cli.main", "cli.self_check"}
FILES = sorted(TOP.rglob("*.py"))


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TOP)))
def test_each_file_keeps_to_its_room(path: Path) -> None:
    parts = path.relative_to(TOP).with_suffix("").parts
    room = parts[0] if len(parts) > 1 else ""
    for name in imported(path):
        top, *rest = name.split(".")
        if top in ("PySide6", "shiboken6"):
            assert room == "ui", f"Qt outside ui: {name}"
        if top == "reportlab":
            assert room == "exports", f"ReportLab outside exports: {name}"
        if top == "openpyxl":  # it writes; what it reads takes all memory
            writes = parts == ("files", "xlsx_writing") or parts[:2] == ("exports", "workbook")
            assert writes and "load_workbook" not in name, f"openpyxl outside its places: {name}"
        if top == "defusedxml":
            assert parts[0] == "files" and parts[-1].startswith("xlsx_"), f"XML in {parts}: {name}"
        if top == "bidwriter" and rest and room in DOORS and rest[0] in DOORS and rest[0] != room:
            assert rest[0] in DOORS[room], f"{room} must not import {rest[0]}"
            if rest[0] == "ui":
                assert ".".join(parts) in WITH_QT


def test_no_room_is_a_cupboard() -> None:
    for path in FILES:
        assert not {"utils", "common", "helpers", "manager", "base"} & {path.parent.name}
