"""What the pages of a round that is changed ask for, as changes of its pack."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from bidwriter.desk.round_outline import key_of, page_key, question_of
from bidwriter.pack_editing import questions
from bidwriter.pack_editing.columns import with_columns
from bidwriter.pack_editing.order import moved, new_section, stands
from bidwriter.pack_editing.rules import with_rule, without_rule
from bidwriter.rounds.toml_parts import Way

if TYPE_CHECKING:
    from bidwriter.desk.changing_round import RoundWork
    from bidwriter.pack_editing.texts import PackTexts
    from bidwriter.rounds.linting.finding import Finding
    from bidwriter.ui.rounds.view import ChangingView

_NEW, _SECTION = "New question?", "New section"


class Changing(Protocol):
    """What changes a round."""

    work: "RoundWork | None"

    def change(self, how: "Callable[[PackTexts], PackTexts]") -> bool:
        """Change it; whether it was."""


def connect_changes(view: "ChangingView", flow: Changing) -> None:
    """Connect all of them."""
    page = view.question

    def change(how: "Callable[[PackTexts, str], PackTexts]") -> bool:
        id_ = question_of(view.key)
        return bool(id_) and flow.change(lambda texts: how(texts, id_))

    def named(name: str, value: Any) -> None:
        change(lambda texts, id_: questions.with_name(texts, id_, name, value))

    page.changed.connect(named)
    page.listed.connect(lambda some: change(lambda t, i: _with_list(t, i, some)))
    page.placed.connect(lambda name, words: change(lambda t, i: _placed(t, i, name, words)))
    page.section_asked.connect(lambda: change(lambda t, i: new_section(t, i, _SECTION)))
    page.move_asked.connect(lambda step: change(lambda t, i: moved(t, i, step)))
    page.own_asked.connect(lambda: change(questions.own_page))
    page.share_asked.connect(lambda: change(_on_one_page))
    page.split_asked.connect(lambda at: _split(view, flow, at))
    page.join_asked.connect(lambda: _join(view, flow))
    page.remove_asked.connect(lambda: _remove(view, flow, question_of(view.key)))
    view.rows.move_asked.connect(lambda i, step: flow.change(lambda t: moved(t, i, step)))
    view.rows.remove_asked.connect(lambda id_: _remove(view, flow, id_))
    view.add_asked.connect(lambda: _add(view, flow))
    view.names.changed.connect(
        lambda way, value: flow.change(lambda texts: texts.with_value(way, value))
    )
    view.rules.kept.connect(lambda at, rule: flow.change(lambda t: with_rule(t, at, rule)))
    view.rules.remove_asked.connect(lambda at: flow.change(lambda t: without_rule(t, at)))
    view.found.followed.connect(lambda one: _follow(view, flow, one))


def _with_list(texts: "PackTexts", id_: str, lines: list[str]) -> "PackTexts":
    is_table = questions.question(texts, id_).get("kind") == "table"
    return (with_columns if is_table else questions.with_options)(texts, id_, lines)


def _placed(texts: "PackTexts", id_: str, name: str, words: str) -> "PackTexts":
    """What the section or the page of a question is called; a name that is needed stays."""
    stand = stands(texts.data)[id_]
    if name == "section":
        way: Way = ("sections", stand.section, "title")
    else:
        way = (*stand.page, name)
    return texts.with_value(way, words) if words or name == "title" else texts


def _on_one_page(texts: "PackTexts", id_: str) -> "PackTexts":
    title = str(questions.question(texts, id_).get("wording", ""))[:160]
    return questions.joined_page(texts, id_, title)


def _split(view: "ChangingView", flow: Changing, at: int) -> None:
    made: list[str] = []

    def how(texts: "PackTexts") -> "PackTexts":
        texts, id_ = questions.split(texts, question_of(view.key), at)
        made.append(id_)
        return texts

    if flow.change(how) and made:
        view.go_to(key_of(made[0]))
        view.question.put_cursor(0)


def _join(view: "ChangingView", flow: Changing) -> None:
    kept: list[tuple[str, int]] = []

    def how(texts: "PackTexts") -> "PackTexts":
        texts, id_, at = questions.joined(texts, question_of(view.key))
        kept.append((id_, at))
        view.key = key_of(id_)
        return texts

    if flow.change(how) and kept:
        view.question.put_cursor(kept[0][1])


def _remove(view: "ChangingView", flow: Changing, id_: str) -> None:
    if id_ and flow.change(lambda texts: questions.without(texts, id_)):
        view.say("Taken away. Ctrl Z puts it back")
        view.rows.setFocus()


def _add(view: "ChangingView", flow: Changing) -> None:
    """After the question that is looked at, else at the end."""
    view.tell_all()
    made: list[str] = []

    def how(texts: "PackTexts") -> "PackTexts":
        texts, id_ = questions.added(texts, _NEW, question_of(view.key), "rich-text")
        made.append(id_)
        return texts

    if flow.change(how) and made:
        view.go_to(key_of(made[0]))
        view.question.put_cursor(0)
        view.question.wording.selectAll()


def _follow(view: "ChangingView", flow: Changing, finding: "Finding") -> None:
    if flow.work is not None:
        view.go_to(page_key(flow.work.texts.data, finding))
