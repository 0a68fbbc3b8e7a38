"""What all questions and values share."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints


def _kebab(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


class Frozen(BaseModel):
    """A value: never changed, its parts neither; unknown keys are refused, not dropped."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=_kebab, populate_by_name=True
    )


class NotAllowedError(ValueError):
    """A typed value that its question cannot take; the message says what would do."""


def _one_line(text: str) -> str:
    return " ".join(text.split())


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
OneLine = Annotated[str, AfterValidator(_one_line), Field(max_length=20_000)]
Basis = Literal["published", "assumed"]


class Stated(Frozen):
    """Something a pack says of its round: published by the fund, or assumed by the pack."""

    basis: Basis = "published"
    note: str = ""


class Limit(Stated):
    """The most words or characters; `also_counts` names questions counted with this one."""

    words: int | None = Field(default=None, ge=1, le=100_000)
    characters: int | None = Field(default=None, ge=1, le=1_000_000)
    also_counts: tuple[Id, ...] = ()


class PrincipleHint(Frozen):
    """How an answer can show one principle."""

    principle: int = Field(ge=1)
    how: str


class Guidance(Frozen):
    """What a new officer can act on; `example` is a made-up sentence and is shown as such."""

    looks_for: tuple[str, ...] = ()
    example: str = ""
    principles: tuple[PrincipleHint, ...] = ()


class Option(Frozen):
    """One thing to choose; the id is stored, the label shown."""

    id: Id
    label: str
    hint: str = ""


class Question(Stated):
    """What every question of a round pack has. `label` names it in lists, a verb first;
    no `phases` means all."""

    id: Id
    number: str = ""
    wording: str
    label: str = ""
    hint: str = ""
    optional: bool = False
    personal: bool = False
    shows_principles: bool = False
    phases: tuple[Id, ...] = ()
    guidance: Guidance = Guidance()

    @property
    def name(self) -> str:
        """How the question is called in lists and problems."""
        return self.label or self.wording
