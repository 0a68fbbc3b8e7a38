"""Rich text: paragraphs, lists, one level of sub-heading, kept as the stored Markdown subset."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field
from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.question import Written
from bidwriter.prose.blocks import MOST_CHARACTERS, plain_text
from bidwriter.prose.counting import count_block_words
from bidwriter.prose.markdown import is_too_long, parse, stored

# Files hold more than is taken in today: those of older versions, and what joining brings together.
Answer = Annotated[str, Field(max_length=2_000_000), AfterValidator(stored)]


class RichText(Written):
    """A question answered in prose."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Answer “{name}”"
    is_short: ClassVar[bool] = False
    is_prose: ClassVar[bool] = True

    kind: Literal["rich-text"] = "rich-text"
    shows_principles: bool = True

    @override
    def parse(self, typed: str, around: Around) -> Any:
        if is_too_long(typed):
            raise NotAllowedError(too_long_words(len(typed)))
        return super().parse(typed, around)

    @override
    def misfits(self, value: Any) -> Iterator[str]:
        if is_too_long(value):
            yield f"Shorten “{self.name}”: {too_long_words(len(value))}"

    @override
    def text(self, value: Any) -> str:
        return text(value)

    @override
    def count(self, value: Any) -> int:
        return count(value)


def too_long_words(many: int) -> str:
    """That an answer of so many characters is too long."""
    return f"it has {many:,} characters, and one answer holds {MOST_CHARACTERS:,}"


@lru_cache(maxsize=1024)
def text(answer: str) -> str:
    """The words alone, a block a line."""
    return plain_text(parse(answer))


@lru_cache(maxsize=1024)
def count(answer: str) -> int:
    """Words in the answer, by the published rule."""
    return count_block_words(parse(answer))
