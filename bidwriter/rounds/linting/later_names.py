"""Names in a pack that came with a later form than the pack says that it has: bidwriter reads them,
the releases that the pack says it is for do not."""

from collections.abc import Iterable, Iterator

from bidwriter.kinds.frozen import Frozen, Since, kebab
from bidwriter.kinds.question import Question
from bidwriter.rounds.linting.finding import Found
from bidwriter.rounds.round import Round


def later_names(round_: Round, form: int, params: Iterable[tuple[str, str, int]] = ()) -> Found:
    """Each name and kind that came after `form`, with its place; `params` are those of checks."""
    for place, name, since in (*named_later(round_, ""), *params):
        if since > form:
            words = f"“{name}” came with format {since}, and the pack says format {form}"
            yield place, words, f"Write format = {since} in round.toml"


def named_later(value: object, place: str) -> Iterator[tuple[str, str, int]]:
    """Place, name and form of all that came later within a value."""
    if isinstance(value, tuple):
        for at, part in enumerate(value):
            yield from named_later(part, f"{place}/{getattr(part, 'id', at)}")
    if not isinstance(value, Frozen):
        return
    if isinstance(value, Question):
        yield f"{place}/kind", value.kind, value.since
    for field in sorted(value.model_fields_set):
        info = type(value).model_fields[field]
        inner = f"{place}/{info.alias or kebab(field)}".lstrip("/")
        for mark in info.metadata:
            if isinstance(mark, Since):
                yield inner, info.alias or kebab(field), mark.form
        yield from named_later(getattr(value, field), inner)
