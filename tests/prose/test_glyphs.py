"""Which font draws a character, and what cannot be printed at all."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.paths import RESOURCES
from bidwriter.prose.glyphs import Piece, missing, pieces

ROOT = Path(__file__).parents[2]


def shown(text: str) -> str:
    return "".join(piece.text for piece in pieces(text))


def test_plain_text_is_one_piece_as_it_stands() -> None:
    text = "We ask for £78,400 – “now”\nand more"
    assert pieces(text) == (Piece("text", text),)
    assert missing(text) == ()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("made\u2011up", "made-up"),
        ("7\u202f000", "7\u00a0000"),
        ("a\u2009b\u2003c\td", "a b c d"),
        ("so\u00adft\u200b\u2060\ufeff", "soft"),
        ("\uf0b7 one", "• one"),
        ("e\u0301", "é"),
        ("a\r\nb\rc\u2028d\ve", "a\nb\nc\nd\ne"),
        ("\u00b5m", "μm"),
        ("a\x00\x07b", "ab"),
        ("", ""),
    ],
)
def test_stand_ins(typed: str, printed: str) -> None:
    assert shown(typed) == printed
    assert missing(typed) == ()
    assert {piece.role for piece in pieces(typed)} <= {"text"}


@pytest.mark.parametrize(
    ("char", "role"),
    [("Ж", "sans"), ("→", "math"), ("\U0001d400", "math"), ("\U0001f512", "symbols")],
)
def test_fallback_fonts(char: str, role: str) -> None:
    assert [(p.role, p.text) for p in pieces(f"a{char}")] == [("text", "a"), (role, char)]


def test_what_has_no_glyph_is_named_by_its_code_point() -> None:
    text = "ok \U0001f600, \ue000 and 日日"
    assert missing(text) == ("\U0001f600", "\ue000", "日")
    assert shown(text) == "ok [U+1F600], [U+E000] and [U+65E5][U+65E5]"


@pytest.mark.parametrize("char", ["\ud800", "ا", "ש", "न", "ก", "\U0010fffd"])
def test_scripts_that_need_shaping_and_private_use_are_missing(char: str) -> None:
    assert missing(char) == (char,)


@given(st.text())
def test_every_piece_is_drawn_by_its_font(text: str) -> None:
    table = json.loads((RESOURCES / "fonts" / "coverage.json").read_text(encoding="utf-8"))
    for role, part in pieces(text):
        ranges = table["roles"][role]
        for char in part.replace("\n", ""):
            assert any(low <= ord(char) <= high for low, high in ranges)


@given(st.text(), st.text())
def test_line_breaks_part_nothing_else(one: str, two: str) -> None:
    assert shown(f"{one}\n{two}").count("\n") >= 1
    assert set(missing(f"{one}\n{two}")) == set(missing(one)) | set(missing(two))


def test_coverage_equals_the_fonts() -> None:
    where = ROOT / "tools" / "make_font_coverage.py"
    spec = importlib.util.spec_from_file_location("make_font_coverage", where)
    assert spec is not None and spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    kept = (RESOURCES / "fonts" / "coverage.json").read_text(encoding="utf-8")
    assert kept == tool.text()


def test_no_pdf_library_is_imported() -> None:
    code = (
        "import sys, bidwriter.prose.glyphs as g; g.missing('→'); print('reportlab' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.split() == [b"False"]
