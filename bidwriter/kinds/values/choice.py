"""Choose one and choose several: ids of listed options, or the officer's own words where the
list is known only in part (`other`)."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field
from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.asked_when import Holds
from bidwriter.kinds.frozen import Leaf, NotAllowedError, OneLine, Since
from bidwriter.kinds.question import Fault, Option, Question
from bidwriter.kinds.values.lists import split_list

One = OneLine
Several = Annotated[tuple[OneLine, ...], Field(max_length=500)]


class Choice(Question):
    """What both share: listed options, and whether own words will do too."""

    options: tuple[Option, ...]
    other: bool = False
    _put_aside: tuple[Option, ...] = ()  # those that other answers make nothing of

    @override
    def as_asked(self, holds: Holds) -> Self:
        if all(holds(option.asked_when) for option in self.options):
            return self
        asked = self.model_copy(
            update={"options": tuple(o for o in self.options if holds(o.asked_when))}
        )
        put_aside = tuple(o for o in self.options if not holds(o.asked_when))
        asked._put_aside = put_aside  # noqa: SLF001 - its own
        return asked

    def label_of(self, chosen: str) -> str:
        """What a chosen id is called; own words are called themselves."""
        listed = (*self.options, *self._put_aside)
        return next((option.label for option in listed if option.id == chosen), chosen)

    def offers(self, chosen: str) -> bool:
        """Whether this option is listed."""
        return any(option.id == chosen for option in self.options)

    def find(self, typed: str) -> str:
        """The id of the option that `typed` means, by id or label; own words where allowed.
        Raises NotAllowedError."""
        wanted = " ".join(typed.split())
        for option in self.options:
            if wanted.casefold() in (option.id, option.label.casefold()):
                return option.id
        if self.other and wanted:
            return wanted
        offered = ", ".join(option.id for option in self.options)
        raise NotAllowedError(f"“{wanted}” is not one of the choices: {offered}")

    @override
    def allowed(self) -> tuple[str, ...]:
        own = ("or your own words",) if self.other else ()
        return tuple(option.id for option in self.options) + own

    @override
    def misfits(self, value: Any) -> Iterator[str]:
        for chosen in (value,) if isinstance(value, str) else value:
            if any(option.id == chosen for option in self._put_aside):
                label = self.label_of(chosen)
                yield f"Choose again: “{label}” is not offered with your other answers"
            elif not self.other and not self.offers(chosen):
                yield f"Choose again: this round does not offer “{chosen[:60]}”"

    @override
    def parts(self) -> list[tuple[str, str, str]]:
        return [("options", option.id, option.label) for option in self.options]


class ChooseOne(Choice):
    """A question answered by one of its options."""

    answer: ClassVar[Any] = One
    missing: ClassVar[str] = "Choose an answer to “{name}”"

    kind: Literal["choose-one"] = "choose-one"

    @override
    def parse(self, typed: str, around: Around) -> Any:
        return self.find(typed)

    @override
    def text(self, value: Any) -> str:
        return self.label_of(value)


class SeveralOption(Option):
    """One of several to choose; `alone` takes no other beside it ("None of these")."""

    alone: Annotated[bool, Since(2)] = False


class ChooseSeveral(Choice):
    """A question answered by any number of its options."""

    answer: ClassVar[Any] = Several
    missing: ClassVar[str] = "Choose at least one answer to “{name}”"
    is_set: ClassVar[bool] = True

    kind: Literal["choose-several"] = "choose-several"
    options: tuple[SeveralOption, ...]

    @override
    def parse(self, typed: str, around: Around) -> Any:
        return self.tidy(tuple(self.find(part) for part in split_list(typed)))

    @override
    def tidy(self, value: Any) -> Any:
        """Without doubles: listed options in the list's order, then own words as typed."""
        listed = tuple(option.id for option in self.options if option.id in value)
        own = tuple(dict.fromkeys(c for c in value if c and not self.offers(c)))
        return listed + own

    @override
    @classmethod
    def leaf(cls, value: Any) -> Leaf:
        return tuple(value)

    @override
    def text(self, value: Any) -> str:
        return "\n".join(self.label_of(chosen) for chosen in value)

    def stands_alone(self, chosen: str) -> bool:
        """Whether this option takes no other beside it."""
        return any(option.id == chosen and option.alone for option in self.options)

    def after_choosing(self, before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
        """`now` without what cannot stand beside what has just been chosen."""
        new = [chosen for chosen in now if chosen not in before]
        for alone in filter(self.stands_alone, reversed(new)):
            return (alone,)
        return tuple(c for c in now if not self.stands_alone(c)) if new else now

    @override
    def misfits(self, value: Any) -> Iterator[str]:
        yield from super().misfits(value)
        alone = [chosen for chosen in value if self.stands_alone(chosen)]
        if alone and len(value) > 1:
            names = " or ".join(f"“{self.label_of(chosen)}”" for chosen in alone)
            yield f"Choose {names} alone, or take {'it' if len(alone) == 1 else 'them'} out"

    @override
    def faults(self) -> Iterator[Fault]:
        if self.options and all(option.alone for option in self.options) and not self.other:
            remedy = "Ask a choose-one question, or leave alone out where others may stand beside"
            yield Fault(
                "options", "Every option stands alone, so nobody can choose several", remedy
            )
