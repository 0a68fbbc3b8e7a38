"""What stands beside a form while a round is made of it, and what is asked next."""

import json

from builder_made import component, form, page
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.desk.form_rows import FormWork, next_asked, work_on
from bidwriter.doubts import Way
from bidwriter.fund_forms.opening import open_form, paste_form
from bidwriter.fund_forms.pack.making import Named

OPEN, SEVERAL = "Which of these?\n- North\n- South\n", Way("kind", "choose-several")


def pasted(asks: str, answered: frozenset[int] = frozenset()) -> FormWork:
    """A form with a question for each letter, one that is asked about for each ?; those of the
    numbers are answered."""
    lines = [f"A{n}. {OPEN if one == '?' else 'Describe it.'}" for n, one in enumerate(asks, 1)]
    opened = paste_form("The fund\n" + "\n".join(lines))
    ids = [[one.doubt.id for one in row.asked] for row in work_on(opened).rows]
    return work_on(opened, {id_: SEVERAL for n in answered for id_ in ids[n - 1]})


def numbers(work: FormWork) -> dict[str, int]:
    """The questions' numbers by the ids of their doubts."""
    return {one.doubt.id: row.number for row in work.rows for one in row.asked}


@given(st.text("?.", min_size=1, max_size=6), st.data())
def test_going_on_from_what_is_asked_meets_all_that_is_open_once(
    asks: str, data: st.DataObject
) -> None:
    doubtful = [n for n, asked in enumerate(asks, 1) if asked == "?"]
    answered = frozenset(data.draw(st.sets(st.sampled_from(doubtful)))) if doubtful else frozenset()
    work = pasted(asks, answered)
    of, waiting = numbers(work), [n for n in doubtful if n not in answered]
    for by in (1, -1):
        at, met = "", []
        for _ in waiting:
            at = next_asked(work, 0, at, by)
            met.append(of[at])
        assert met == waiting[::by]
        assert next_asked(work, 0, at, by) == (next_asked(work, 0, "", by) if waiting else "")


def test_going_on_begins_at_the_question_that_has_the_focus() -> None:
    work = pasted("?.?")
    of = numbers(work)
    steps = {(n, by): of[next_asked(work, n, "", by)] for n in (0, 1, 2, 3) for by in (1, -1)}
    assert [steps[n, 1] for n in (0, 1, 2, 3)] == [1, 3, 3, 1]
    assert [steps[n, -1] for n in (0, 1, 2, 3)] == [3, 1, 1, 3]


def test_every_doubt_is_asked_once_and_stays_when_it_is_answered() -> None:
    left_out = component("TextField", "b", "Why?", condition="nowhere")
    data = form(page("/one", component("TextField", "a", "Name"), left_out))
    opened = open_form(json.dumps(data).encode(), "form.json")
    work = work_on(opened)
    asked = [one.doubt.id for row in work.rows for one in row.asked]
    assert asked == ["asked-when:b"]
    assert work.loose == ()
    out = work_on(opened, {"asked-when:b": Way("out")})
    assert [row.wording for row in out.rows] == ["Name"]
    assert [(one.doubt.id, one.way) for one in out.loose] == [("asked-when:b", Way("out"))]
    assert out.made.doubts == ()


def test_questions_of_one_line_are_asked_about_one_by_one() -> None:
    work = work_on(paste_form(f"The fund\nIf it is near: {OPEN}"), {}, Named(name="Other"))
    ids = [one.doubt.id for row in work.rows for one in row.asked]
    ids += [one.doubt.id for one in work.loose]
    assert len(ids) == len(set(ids))
    assert {doubt.id for doubt in work.made.doubts} <= set(ids)
    assert work.made.id == "other"
