"""A pack that uses names of a later format than it says is told so."""

from typing import Annotated, Literal

from bidwriter.kinds.frozen import Frozen, Since
from bidwriter.kinds.question import Guidance, Question
from bidwriter.rounds.later_names import named_later


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
