"""Who did something, and when."""

from pydantic import AwareDatetime, Field

from bidwriter.kinds.frozen import Frozen, OneLine, Words


class Person(Frozen):
    """Who did something: a random id, and a name and council that may stay empty."""

    id: str = Field(default="", max_length=40)
    name: OneLine = ""
    council: Words = Field(default="", max_length=200)

    @property
    def title(self) -> str:
        """The name, or what stands for it."""
        return self.name or "Someone at this computer"

    def is_same(self, other: "Person") -> bool:
        """Whether both are one person: the same id, or where either has none, the same name."""
        if self.id and other.id:
            return self.id == other.id
        return self.name == other.name


class Stamp(Frozen):
    """Who last changed something, and when."""

    who: Person = Person()
    when: AwareDatetime
