"""What a named check is: one entry with its parameters, what it needs, and what it does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Generic, TypeVar

from pydantic import ValidationError

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem, Severity
from bidwriter.kinds.frozen import Frozen, Id, Since
from bidwriter.kinds.wording import plain_errors
from bidwriter.rounds.linting.finding import Asked
from bidwriter.rounds.round import CheckUse, Round


class Params(Frozen):
    """The phase that a check holds in (none: all), and how grave it is."""

    phase: Id | None = None
    severity: Severity = "stops"


class NamesQuestion:
    """Marks a parameter that is a question's id; `kinds` are those that it can look at (none:
    any)."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


QuestionId = Annotated[Id, NamesQuestion()]
DateId = Annotated[Id, NamesQuestion("date")]
SeveralId = Annotated[Id, NamesQuestion("choose-several")]
P = TypeVar("P", bound=Params)


@dataclass(frozen=True)
class Rule(Generic[P]):
    """A named check. `finds` is a pure function of the bid and the parameters; what it hands back
    is as grave as the parameters say. `needs` is the kind of question without which it can never
    find anything ("": none); `misfits` says what of the parameters a round cannot meet."""

    name: str
    params: type[P]
    finds: Callable[[Bid, P], Iterator["Finding"]]
    needs: str = ""
    misfits: Callable[[Round, P], Iterator[str]] = lambda _round, _params: iter(())

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of its parameters, as they are written."""
        return tuple((i.alias or n) for n, i in self.params.model_fields.items())

    def read(self, use: CheckUse) -> P | None:
        """The parameters of a round's use; None where it cannot be used."""
        return self._read(use)[0]

    def misuses(self, use: CheckUse, round_: Round) -> tuple[str, ...]:
        """What of the parameters a round cannot meet, in words."""
        params = self._read(use)[0]
        return () if params is None else tuple(self.misfits(round_, params))

    def problems(self, bid: Bid, use: CheckUse) -> Iterator[Problem]:
        """What a round's use of the check finds. Raises ValueError where it cannot be used."""
        params = self._read(use)[0]
        if params is None:
            raise ValueError(f"{self.name} cannot be used like this")
        if params.phase in (None, bid.phase):
            for found in self.finds(bid, params):
                check, severity = found.check or self.name, found.severity or params.severity
                words, detail, which = found.words, found.detail, found.which
                yield Problem(check, found.place, words, detail, severity, which=which)

    def faults(self, use: CheckUse) -> tuple[str, ...]:
        """What is wrong with a round's parameters, in words."""
        return self._read(use)[1]

    def questions(self, use: CheckUse) -> tuple[Asked, ...]:
        """The questions that a round's parameters name."""
        fields = {(i.alias or n): i for n, i in self.params.model_fields.items()}
        return tuple(
            Asked(name, str(value), mark.kinds)
            for name, value in use.params
            for mark in (fields[name].metadata if name in fields else ())
            if isinstance(mark, NamesQuestion)
        )

    def later(self, use: CheckUse) -> dict[str, int]:
        """The parameters that came with a later form of packs: name → form."""
        fields = {(i.alias or n): i for n, i in self.params.model_fields.items()}
        given = [name for name, _ in use.params if name in fields]
        marks = [(n, m) for n in given for m in fields[n].metadata if isinstance(m, Since)]
        return {name: mark.form for name, mark in marks}

    def _read(self, use: CheckUse) -> tuple[P | None, tuple[str, ...]]:
        return _read(self.params, use)


@lru_cache(maxsize=512)  # read at every key press, changed never
def _read(params: type[P], use: CheckUse) -> tuple[P | None, tuple[str, ...]]:
    try:
        return params.model_validate(dict(use.params)), ()
    except ValidationError as error:
        return None, tuple(plain_errors(error))


@dataclass(frozen=True)
class Finding:
    """What a named check finds. `check` and `severity` are set where they are not the rule's."""

    place: Place
    words: str
    detail: str = ""
    which: str = ""
    check: str = ""
    severity: Severity | None = None
