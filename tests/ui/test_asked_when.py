"""A page asks what the answers make it ask, while one works on it."""

from pathlib import Path

from asking_round import YES, question, round_of
from driving import CTRL, Key, Officer
from pytestqt.qtbot import QtBot

from bidwriter.bids.editing import new_bid
from bidwriter.files.container.bid_file import bid_bytes
from bidwriter.ui.answers.rich_text import RichTextEditor

ROUND = round_of(
    question("match", "yes-no"),
    question("source", "choose-one", **{"asked-when": YES}, options=[
        {"id": "cash", "label": "Cash"}, {"id": "land", "label": "Land"},
    ]),
    question("why", "rich-text"),
    question("later"),
    sections=[{"id": "a", "title": "A", "tasks": [
        {"id": "first", "label": "First", "title": "First", "questions": ["title"]},
        {"id": "money", "label": "Say who pays", "title": "Money",
         "questions": ["match", "source", "why"]},
        {"id": "more", "label": "More", "title": "More", "questions": ["later"],
         "asked-when": YES},
    ]}],
)  # fmt: skip


def officer_on(qtbot: QtBot, folder: Path) -> Officer:
    path = folder / "halls.bid"
    path.write_bytes(bid_bytes(new_bid(ROUND), {}))
    officer = Officer(qtbot, path)
    officer.go("match")
    return officer


def tasks(officer: Officer) -> list[str]:
    return [task.task.id for task in officer.view.progress]


def test_a_question_comes_and_goes_with_the_answer_that_decides_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    officer = officer_on(qtbot, tmp_path)
    page = officer.task
    officer.go("why")
    why = page.editors["why"]
    assert isinstance(why, RichTextEditor)
    officer.type("Words")
    assert list(page.editors) == ["match", "why"]
    assert tasks(officer) == ["first", "money"]
    officer.go("match")
    officer.click("Yes")
    assert officer.task is page
    assert list(page.editors) == ["match", "source", "why"]
    assert page.editors["why"] is why  # with its cursor
    assert tasks(officer) == ["first", "money", "more"]
    here = page.editors["match"]
    assert here.isAncestorOf(officer.focused)
    tops = [page.editors[id_].mapTo(page, page.rect().topLeft()).y() for id_ in page.editors]
    assert tops == sorted(tops)
    officer.click("Cash")
    officer.click("No", here)
    assert list(page.editors) == ["match", "why"]
    assert officer.says("“The source?” is not asked any more. Its answer is kept")
    assert officer.bid.answer("source") == "cash"
    officer.click("Yes", here)
    assert officer.saved().answer("source") == "cash"
    assert officer.says("Cash", page.editors["source"])


def test_undo_takes_back_a_page_that_was_come_to(qtbot: QtBot, tmp_path: Path) -> None:
    officer = officer_on(qtbot, tmp_path)
    officer.click("Yes")
    officer.go("later")
    assert officer.view.current == "more"
    officer.press(Key.Key_Z, CTRL)
    assert officer.view.current == "money"
    assert tasks(officer) == ["first", "money"]
    assert list(officer.task.editors) == ["match", "why"]
