"""A pack that uses names of a later format than it says is told so."""

from typing import Annotated, Literal

from making import round_1

from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.kinds.frozen import Frozen, Since
from bidwriter.kinds.question import Guidance, Question
from bidwriter.rounds.linting.later_names import later_names, named_later
from bidwriter.rounds.round import CheckUse


class Part(Frozen):
    id: str = "p"
    old: str = ""
    new_name: Annotated[str, Since(2)] = ""


class Later(Question):
    since = 3
    kind: Literal["later"] = "later"
    parts_: tuple[Part, ...] = ()


def test_each_name_and_kind_is_found_where_it_stands_and_only_where_it_is_used() -> None:
    one = Part(new_name="x")
    question = Later(id="q", wording="?", parts_=(one, Part(old="y")), guidance=Guidance())
    found = list(named_later((question,), "questions"))
    assert ("questions/q/kind", "later", 3) in found
    assert ("questions/q/parts/p/new-name", "new-name", 2) in found
    assert len(found) == 2


def test_parameters_of_checks_that_came_later_are_named_too() -> None:
    use = CheckUse(check="must-be", params=(("answers", ("yes",)), ("question", "q")))
    assert CATALOGUE["must-be"].later(use) == {"answers": 2}
    round_ = round_1().model_copy(update={"questions": ()})
    found = list(later_names(round_, 1, [("checks/must-be/answers", "answers", 2)]))
    assert [place for place, _, _ in found] == ["checks/must-be/answers"]
    assert not list(later_names(round_, 2, [("checks/must-be/answers", "answers", 2)]))
