"""A bid may have any name that its system takes: files beside it have names that fit too."""

import os
import unicodedata
from pathlib import Path

import pytest
from faults.desk import Desk, after_crash, in_recovery, must_find
from hypothesis import given
from hypothesis import strategies as st
from making import NOW, copy_of_sample

from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk import lock
from bidwriter.files.disk.names import LONGEST, beside, shortened


def longest(letter: str) -> str:
    """As many of a letter as fit before “.bid”."""
    return letter * ((LONGEST - 4) // len(letter.encode()))


NAMES = {
    "spaces": "  Tell us   once  (final, really) ",
    "Welsh": "Dŵr a thân yng Nghymru",
    "composed": unicodedata.normalize("NFC", "Åéîøü naïve"),
    "combining marks": unicodedata.normalize("NFD", "Åéîøü naïve"),
    "many marks": "a" + "\u0301" * 100,
    "Arabic": "عرض التمويل المحلي",
    "Hebrew and Latin": "הצעה bid 2018",
    "right-to-left mark": "bid\u202edib",
    "Hindi": "स्थानीय निधि",
    "Thai": "ข้อเสนอ",
    "Chinese": "地方数字基金",
    "emoji": "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "quotes": '“it\'s” "here"',
    "dots": ".hidden..bid.",
    "hyphen first": "--help",
    "newline": "two\nlines",
    "longest Latin": longest("a"),
    "longest accented": longest("é"),
    "longest Chinese": longest("地"),
    "longest emoji": longest("😀"),
    "not text": os.fsdecode(b"caf\xe9-\xff"),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_bid_of_any_name_is_locked_kept_saved_and_recovered(name: str, tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path, f"{NAMES[name]}.bid")
    assert lock.take(path, NOW)
    desk = Desk(path)
    desk.keep("Kept")
    desk.crash()
    assert after_crash(path).title == "Kept"
    again = Desk(path)
    again.take(must_find(path))
    again.save()
    assert open_file(path).bid.title == "Kept"
    assert not in_recovery()
    lock.release(path)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


ANY = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1)


@given(ANY, st.integers(8, 255))
def test_a_shortened_name_fits_and_begins_the_same(name: str, most: int) -> None:
    short = shortened(name, most)
    assert name.startswith(short)
    assert len(os.fsencode(short)) <= most
    assert short == name or len(os.fsencode(name[: len(short) + 1])) > most - 4


@given(ANY)
def test_a_name_beside_another_fits_and_is_always_the_same(name: str) -> None:
    assert len(os.fsencode(beside(name, ".open"))) <= LONGEST
    assert beside(name, ".open") == beside(name, ".open")


def test_long_names_that_begin_alike_have_different_names_beside_them() -> None:
    assert beside("a" * 250 + "1", ".open") != beside("a" * 250 + "2", ".open")
