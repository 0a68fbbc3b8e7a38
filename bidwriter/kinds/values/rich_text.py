"""Rich text: paragraphs, lists, one level of sub-heading, kept as the stored Markdown subset."""

from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field
from typing_extensions import override

from bidwriter.kinds.question import Written
from bidwriter.prose.blocks import plain_text
from bidwriter.prose.counting import count_block_words
from bidwriter.prose.markdown import parse, stored

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
    def text(self, value: Any) -> str:
        return text(value)

    @override
    def count(self, value: Any) -> int:
        return count(value)


@lru_cache(maxsize=1024)
def text(answer: str) -> str:
    """The words alone, a block a line."""
    return plain_text(parse(answer))


@lru_cache(maxsize=1024)
def count(answer: str) -> int:
    """Words in the answer, by the published rule."""
    return count_block_words(parse(answer))
