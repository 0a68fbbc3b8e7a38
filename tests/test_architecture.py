"""The rooms and their doors: read from every import, so that it cannot drift."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent / "bidwriter"
FILES = sorted(TOP.rglob("*.py"))
# Each room may import those before it, `paths` and itself.
ROOMS = (
    "spoken", "forms", "doubts", "clock", "prose", "councils", "kinds", "rounds", "bids", "checks",
    "files", "fund_forms", "pack_editing", "exports", "desk", "ui", "cli",
)  # fmt: skip
# Within a room each folder, or file that stands loose in it, may import those before it.
FOLDERS = {
    "kinds": (
        "frozen", "around", "question", "values", "cells", "parts", "tables", "wording", "kinds",
    ),
    "bids": (
        "places", "person", "comment", "conflict", "bid", "cells", "leaves", "changes", "undo",
        "editing", "partner_copy", "threads", "principles", "costs", "appraising", "printing",
        "typed", "sheets", "record", "history", "joining", "telling",
    ),
    "checks": ("problem", "named", "claims", "held"),
    "files": ("disk", "container", "recovery", "office", "tables", "word", "settings"),
    "fund_forms": ("found", "size", "words", "cases", "comparing", "builder", "tables", "word", "pack"),
    "ui": (
        "pauses", "jobs", "navigator", "look", "saving", "session", "parts", "asking", "editor",
        "panel", "answers", "joining", "forms", "rounds", "pages", "window", "pictures", "app", "self_check",
    ),
}  # fmt: skip
NOT_IN = {
    "checks": {"files", "clock"},  # a check knows no file
    "files": {"checks"},  # what stops a bid is nothing to its file
    "kinds": {"clock"}, "rounds": {"clock"}, "bids": {"clock"},
}  # fmt: skip
TELLS_THE_TIME = ("desk", "ui", "cli")  # elsewhere time comes in as a value
WITH_QT = {"cli.main", "cli.self_check"}
CUPBOARDS = {"utils", "util", "common", "helpers", "manager", "base", "misc", "tools", "shared"}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(TOP.parent).with_suffix("").parts).removesuffix(".__init__")


NAMES = {name_of(path): path for path in FILES}


def statements(body: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Every statement, those within others too. Nothing is imported in an expression."""
    for node in body:
        yield node
        for part in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(node, part, None)
            if isinstance(inner, list):
                yield from statements(inner)


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports; of bidwriter's own the file that the name stands for."""
    for node in statements(ast.parse(path.read_text("utf-8")).body):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in NAMES else node.module


@cache
def all_imports() -> dict[str, tuple[str, ...]]:
    """What each file imports: read once, and by nobody who only collects tests."""
    return {name: tuple(imports(path)) for name, path in NAMES.items()}


@cache
def graph() -> dict[str, frozenset[str]]:
    """Which of our own files each imports."""
    return {name: frozenset(found) & NAMES.keys() for name, found in all_imports().items()}


@pytest.mark.parametrize("room", sorted({"".join(name.split(".")[1:2]) for name in NAMES}))
def test_each_file_keeps_to_its_room(room: str) -> None:
    for name, found in all_imports().items():
        _, *inside = name.split(".")
        if "".join(inside[:1]) == room:
            for imported in found:
                keeps_to_its_room(inside, imported)


def keeps_to_its_room(inside: list[str], imported: str) -> None:
    """One import, of the file whose names within bidwriter are these."""
    where, room = ".".join(inside), inside[0] if inside else ""
    top, *rest = imported.split(".")
    if top in ("PySide6", "shiboken6"):
        assert room == "ui", f"Qt outside ui: {where} imports {imported}"
    if top == "reportlab":
        assert room == "exports", f"ReportLab outside exports: {where} imports {imported}"
    if top == "openpyxl":
        writes = inside[-1] == "xlsx_writing" or inside[:2] == ["exports", "workbook"]
        assert writes, f"{where}: openpyxl only writes; what comes from elsewhere our own reads"
    if top != "bidwriter" or not rest or room not in ROOMS or rest[0] not in ROOMS:
        return
    assert ROOMS.index(rest[0]) <= ROOMS.index(room), f"{where} must not import {imported}"
    assert rest[0] not in NOT_IN.get(room, set()), f"{where} must not import {imported}"
    if rest[0] == "clock":
        assert room in TELLS_THE_TIME, f"{where}: time comes in as a value"
    if rest[0] == "ui" and room != "ui":
        assert where in WITH_QT


@pytest.mark.parametrize("room", FOLDERS)
def test_nothing_points_upwards_within_a_room(room: str) -> None:
    order = FOLDERS[room]
    for name, targets in graph().items():
        for target in targets:
            if not all(part.startswith(f"bidwriter.{room}.") for part in (name, target)):
                continue
            own, other = (part.split(".")[2] for part in (name, target))
            if own in order and other in order:
                assert order.index(other) <= order.index(own), f"{name} imports {target}"


@pytest.mark.parametrize("room", FOLDERS)
def test_every_folder_of_a_room_has_its_place(room: str) -> None:
    folders = {p.name for p in (TOP / room).iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders <= {*FOLDERS[room]}


def test_no_circle_of_files() -> None:
    left = {name: set(targets) - {name} for name, targets in graph().items()}
    while free := {name for name, targets in left.items() if not targets}:
        left = {name: targets - free for name, targets in left.items() if name not in free}
    assert not left, f"these import each other, or what does: {sorted(left)}"


def test_no_file_or_folder_is_a_cupboard() -> None:
    for path in FILES:
        assert not CUPBOARDS & {path.parent.name, path.stem}, path


def test_only_places_knows_how_a_place_is_written() -> None:
    for name, path in NAMES.items():
        if name == "bidwriter.bids.places" or name.startswith("bidwriter.rounds.linting."):
            continue  # the linter's are places in packs
        text = path.read_text("utf-8")
        for mark in ('place.split("/")', 'place.partition("/")', 'startswith("evidence/")'):
            assert mark not in text, f"{name}: {mark}"
