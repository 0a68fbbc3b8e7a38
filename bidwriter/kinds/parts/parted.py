"""An answer in parts: one value of several fields, each described by its column as a row's cells
are. Each part has a place of its own, so two people who change different parts do not clash."""

from typing import Annotated, Any

from pydantic import AfterValidator
from typing_extensions import override

from bidwriter.kinds.cells.column import Celled, column_of
from bidwriter.kinds.frozen import Composite, OneLine

Part = Annotated[OneLine | None, AfterValidator(lambda words: words or None)]


class Parted(Celled, Composite):
    """What every such answer is. A part that has nothing in it is None."""

    @classmethod
    @override
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls.columns = tuple(column_of(cls, name, i) for name, i in cls.model_fields.items())

    @property
    def words(self) -> tuple[str, ...]:
        """What the parts say, those that say something, in order."""
        told = (self.held(column) for column in self.columns)
        return tuple(part for part in told if part)

    @property
    @override
    def is_blank(self) -> bool:
        return not self.words
