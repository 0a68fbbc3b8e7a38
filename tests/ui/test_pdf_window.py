"""The PDF inside bidwriter: read to its end, made larger and searched, all by keys."""

from collections.abc import Iterator
from functools import cache, partial

import pytest
from driving import CTRL, NONE, SHIFT, Key, Script, settle
from making import sample
from pypdfium2 import PdfiumError
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.exports.pdf.document import bid_pdf
from bidwriter.exports.pdf.questions import heading_over
from bidwriter.ui import asking
from bidwriter.ui.look.theme import theme
from bidwriter.ui.pages.pdf_dialog import PdfDialog, show_made
from bidwriter.ui.pages.pdf_reading import PdfReading

KEYPAD = Qt.KeyboardModifier.KeypadModifier


@cache
def printed() -> bytes:
    return bid_pdf(sample(), "draft", "full", None)


@pytest.fixture
def reading() -> Iterator[PdfReading]:
    made = PdfReading(printed())
    yield made
    made.close()


@pytest.fixture(params=[pytest.param(1.0, marks=pytest.mark.proof), 2.0], ids=["100 %", "200 %"])
def dialog(
    request: pytest.FixtureRequest, qtbot: QtBot, stopped_clock: None, reading: PdfReading
) -> Iterator[PdfDialog]:
    theme().set_scale(request.param)
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1024, 700)
    dialog = PdfDialog(host, reading)
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    settle()
    yield dialog
    dialog.close()
    settle()


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)
    settle()


def type_words(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def size(dialog: PdfDialog) -> QSize:
    """Of the page as it is shown, whatever is seen of it."""
    inside = dialog.view.widget()
    assert inside is not None
    return inside.size()


def page(dialog: PdfDialog) -> str:
    return dialog.view.accessibleName()


def heard(dialog: PdfDialog) -> list[str]:
    said: list[str] = []
    dialog.announcer.announced.connect(said.append)
    return said


def test_every_line_of_every_page_is_reached_by_page_down(
    dialog: PdfDialog, reading: PdfReading
) -> None:
    assert dialog.view.hasFocus()
    bar, met = dialog.view.verticalScrollBar(), {page(dialog)}
    assert bar.maximum() > 0
    foot = 0
    for _ in range(40 * reading.pages):
        before = page(dialog), bar.value()
        press(Key.Key_PageDown)
        if (page(dialog), bar.value()) == before:
            break
        if page(dialog) != before[0]:
            assert (before[1], bar.value()) == (bar.maximum(), 0)
        else:
            assert bar.value() - before[1] <= bar.pageStep()  # no line is passed over
        met.add(page(dialog))
        foot = bar.value()
    assert met == {f"Page {n + 1} of {reading.pages}" for n in range(reading.pages)}
    assert foot == bar.maximum()


def test_keys_go_to_the_ends_of_a_page_and_of_the_document(
    dialog: PdfDialog, reading: PdfReading
) -> None:
    bar, last = dialog.view.verticalScrollBar(), reading.pages
    press(Key.Key_Down)
    assert bar.value() > 0
    press(Key.Key_End)
    assert bar.value() == bar.maximum()
    press(Key.Key_Home)
    assert bar.value() == 0
    press(Key.Key_PageUp)
    assert page(dialog) == f"Page 1 of {last}"
    press(Key.Key_End, CTRL)
    assert page(dialog) == f"Page {last} of {last}"
    press(Key.Key_PageUp)
    assert (page(dialog), bar.value()) == (f"Page {last - 1} of {last}", bar.maximum())
    press(Key.Key_Home, CTRL)
    assert page(dialog) == f"Page 1 of {last}"


def test_it_is_made_larger_and_smaller_and_its_sides_are_reached(
    qtbot: QtBot, dialog: PdfDialog
) -> None:
    said = heard(dialog)
    whole = size(dialog).width()
    across = dialog.view.horizontalScrollBar()
    assert across.maximum() == 0
    press(Key.Key_Plus, CTRL)
    assert size(dialog).width() == pytest.approx(whole * 1.25, abs=2)
    for _ in range(200):
        press(Key.Key_Right)
    assert across.value() == across.maximum() > 0
    for _ in range(9):
        press(Key.Key_Equal, CTRL)
    assert size(dialog).width() == pytest.approx(whole * 3, abs=4)
    qtbot.waitUntil(lambda: "300%" in said)
    press(Key.Key_0, CTRL | KEYPAD)
    assert size(dialog).width() > 2 * whole
    press(Key.Key_0, CTRL)
    assert size(dialog).width() == whole
    for _ in range(9):
        press(Key.Key_Minus, CTRL)
    assert size(dialog).width() == pytest.approx(whole / 2, abs=2)


def test_words_are_found_one_after_the_other_and_told(
    qtbot: QtBot, dialog: PdfDialog, reading: PdfReading
) -> None:
    found, said = reading.find("tell us ONCE"), heard(dialog)
    assert len(found) > 1
    press(Key.Key_F, CTRL)
    type_words("tell us ONCE")
    press(Key.Key_Return)
    for at in (0, 1):
        words = f"{at + 1} of {len(found)}, page {found[at].page + 1}"
        qtbot.waitUntil(partial(said.__contains__, words))
        assert page(dialog) == f"Page {found[at].page + 1} of {reading.pages}"
        press(Key.Key_F3)
    press(Key.Key_F3, SHIFT)
    press(Key.Key_F3, SHIFT)
    press(Key.Key_Return, SHIFT)
    qtbot.waitUntil(lambda: said[-1].startswith(f"{len(found)} of {len(found)}, page"))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: said[-1].startswith(f"1 of {len(found)}, page"))
    type_words("!?")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: said[-1] == "“tell us ONCE!?” is not in the PDF")
    assert dialog.isVisible()


def test_what_is_found_is_scrolled_to(dialog: PdfDialog, reading: PdfReading) -> None:
    lowest = max(one for one in reading.find("the") if one.page == 2)
    dialog.search.box.setText("the")
    for _ in reading.find("the"):
        dialog.search.go(1)
        if dialog.search.current == lowest:
            break
    settle()
    (box, *_) = reading.boxes(lowest)
    at = box.center().y() * size(dialog).height()
    top = dialog.view.verticalScrollBar().value()
    assert top <= at <= top + dialog.view.viewport().height()


def test_words_are_found_over_the_end_of_a_line_and_where_they_stand(reading: PdfReading) -> None:
    text = reading._read(3)  # noqa: SLF001
    broken = next(
        f"{one.split()[-1]} {other.split()[0]}"
        for one, other in zip(text.split("\r\n"), text.split("\r\n")[1:], strict=False)
        if one.split() and other.split() and one.split()[-1].isalpha() and other[0].islower()
    )
    found = [one for one in reading.find(broken) if one.page == 3]
    assert any("\r\n" in text[one.start : one.start + one.length] for one in found)
    for one in found:
        for box in reading.boxes(one):
            assert QRectF(0, 0, 1, 1).contains(box)


@pytest.mark.parametrize("words", ["", "  ", "\n"])
def test_nothing_is_found_for_nothing(reading: PdfReading, words: str) -> None:
    assert reading.find(words) == ()
    assert reading.find("(.*") == ()


def test_it_opens_at_the_page_of_a_question(reading: PdfReading) -> None:
    for question in sample().asked:
        heading = heading_over(sample(), question.id)
        at = reading.page_under(heading)
        assert at > 0, question.id
        assert any(one.page == at for one in reading.find(heading)), question.id


def test_what_is_not_asked_opens_at_the_first_page(reading: PdfReading) -> None:
    assert heading_over(sample(), "nothing") == ""
    assert reading.page_under("") == reading.page_under("Nothing of that name") == 0


@pytest.mark.parametrize("pdf", [b"", b"not a pdf", b"%PDF-1.4\n"])
def test_what_is_no_pdf_is_refused(pdf: bytes) -> None:
    with pytest.raises(PdfiumError):
        PdfReading(pdf)


def test_a_pdf_that_cannot_be_opened_is_told(qtbot: QtBot) -> None:
    script, host = Script(), QWidget()
    qtbot.addWidget(host)
    asking.use(script)
    script.tellings = ("The PDF in this package cannot be opened",)
    show_made(host, b"%PDF-1.4\n")
    assert len(script.told) == 1


def test_a_picture_is_never_larger_than_memory_allows(reading: PdfReading) -> None:
    image = reading.picture(0, 1_000_000)
    assert image.width() * image.height() <= 16_100_000
