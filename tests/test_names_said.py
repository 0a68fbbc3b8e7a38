"""What docstrings and the pack guide name is there: a name that moved must move in the words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bidwriter.kinds.kinds import KINDS
from bidwriter.rounds.round import RESERVED_IDS

ROOT = Path(__file__).parents[1]
FILES = sorted(ROOT.joinpath("bidwriter").rglob("*.py"))
_DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
# Examples of what people type or what a format writes, not names of ours.
_NOT_OURS = {"sprint-1", "sprint-3", "endstream"}


Nodes = list[ast.AST]  # all of a file


def _docstrings(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, _DOCUMENTED):
            yield ast.get_docstring(node, clean=False) or ""


def _names(nodes: Nodes) -> Iterator[str]:
    """Every name in the code, and every word of its strings that is no docstring."""
    told = set(_docstrings(nodes))
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from () if node.value in told else re.findall(r"[\w-]+", node.value)
        for field in ("id", "attr", "arg", "name"):
            name = getattr(node, field, None)
            if isinstance(name, str):
                yield from name.split(".")


@pytest.fixture(scope="module")
def read() -> dict[Path, Nodes]:
    return {path: [*ast.walk(ast.parse(path.read_text("utf-8")))] for path in FILES}


@pytest.fixture(scope="module")
def known(read: dict[Path, Nodes]) -> frozenset[str]:
    names = {name for nodes in read.values() for name in _names(nodes)}
    files = set(ROOT.joinpath("docs").iterdir()) | set(FILES)
    parts = {part for path in files for part in path.relative_to(ROOT).with_suffix("").parts}
    return frozenset(names | parts | {"py", "md"} | _NOT_OURS)


def test_what_a_docstring_names_is_there(read: dict[Path, Nodes], known: frozenset[str]) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {quoted}"
        for path, nodes in read.items()
        for told in _docstrings(nodes)
        for quoted in re.findall(r"`([^`\n]+)`", told)
        for word in re.findall(r"[A-Za-z_][\w-]*", quoted)
        if word not in known
    ]
    assert not wrong


def test_the_pack_guide_names_every_id_that_is_taken() -> None:
    guide = ROOT.joinpath("docs", "round-packs.md").read_text("utf-8")
    sentence = re.search(r"These may not be ids of questions: ([^.]+)\.", guide)
    assert sentence is not None
    assert sorted(re.findall(r"`([^`]+)`", sentence.group(1))) == sorted(RESERVED_IDS)


@pytest.mark.parametrize("name", KINDS)
def test_the_pack_guide_tells_of_every_kind(name: str) -> None:
    assert f"`{name}`" in ROOT.joinpath("docs", "round-packs.md").read_text("utf-8")
