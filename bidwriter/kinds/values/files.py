"""Files asked for. Nothing is kept as the answer itself: the bid's attachments say which questions
they answer, and the bid makes the answer of them."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import Frozen, NotAllowedError
from bidwriter.kinds.question import Fault, Question

MEGABYTE = 1_000_000  # bytes
ENDINGS = (
    "pdf", "png", "jpg", "jpeg", "gif", "webp", "docx", "xlsx", "pptx", "doc", "xls", "odt", "ods",
    "odp", "odg",
)  # fmt: skip
MOST_MEGABYTES = 20  # bidwriter takes no larger attachment


class AnsweringFile(Frozen):
    """An attachment as an answer has it: its SHA-256 and name, its size in bytes, and how many
    pages it has where that is known."""

    sha256: str
    name: str
    size: int
    pages: int | None = None


Answer = Annotated[tuple[AnsweringFile, ...], Field(max_length=500)]


class Files(Question):
    """A question answered by files: of these `types` (endings; none named: all that can be
    attached), `most` of them, none larger than `largest_mb` megabytes, no PDF of more than
    `most_pages`."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Attach a file for “{name}”"
    icon: ClassVar[str] = "paperclip"
    since: ClassVar[int] = 2
    is_of_files: ClassVar[bool] = True

    kind: Literal["file"] = "file"
    types: tuple[str, ...] = ()
    most: int = Field(default=1, ge=1, le=100)
    largest_mb: int | None = Field(default=None, ge=1, le=10_000)
    most_pages: int | None = Field(default=None, ge=1, le=100_000)

    @override
    def parse(self, typed: str, around: Around) -> Any:
        raise NotAllowedError(
            f"“{self.id}” asks for files: bidwriter attach FILE PATH --for {self.id}"
        )

    @override
    def text(self, value: Any) -> str:
        return "\n".join(file.name for file in value)

    @override
    def misfits(self, value: Any) -> Iterator[str]:
        if len(value) > self.most:
            files = "1 file" if self.most == 1 else f"{self.most} files"
            yield f"Attach no more than {files} for “{self.name}”: there are {len(value)}"
        for file in value:
            yield from self._misfits_of(file)

    def _misfits_of(self, file: AnsweringFile) -> Iterator[str]:
        if not file.size:
            yield f"Attach “{file.name}” again: it is empty"
        if not self.takes(file.name):
            yield f"Attach “{file.name}” as {self.types_words}"
        if self.largest_mb is not None and file.size > self.largest_mb * MEGABYTE:
            yield f"Make “{file.name}” smaller: no more than {self.largest_mb} MB is taken"
        if self.most_pages is not None and (file.pages or 0) > self.most_pages:
            has = f"it has {file.pages:,} pages, and {self.most_pages:,} are taken"
            yield f"Shorten “{file.name}”: {has}"

    def takes(self, name: str) -> bool:
        """Whether a file of this name is of a type that is asked for."""
        return not self.types or PurePath(name).suffix.lower().lstrip(".") in self.types

    @property
    def types_words(self) -> str:
        """ "PDF, DOCX or ODT"; "" where all will do."""
        *first, last = (ending.upper() for ending in self.types) if self.types else ("",)
        return f"{', '.join(first)} or {last}" if first else last

    @property
    def limits_words(self) -> str:
        """What it takes, in a line: "PDF or DOCX, 2 files at most, 10 MB each, 5 pages at most"."""
        parts = [self.types_words] if self.types else []
        parts.append("1 file" if self.most == 1 else f"{self.most} files at most")
        if self.largest_mb is not None:
            parts.append(f"{self.largest_mb} MB {'at most' if self.most == 1 else 'each'}")
        if self.most_pages is not None:
            pages = "1 page" if self.most_pages == 1 else f"{self.most_pages} pages"
            parts.append(f"{pages} at most")
        return ", ".join(parts)

    @override
    def faults(self) -> Iterator[Fault]:
        for ending in self.types:
            if ending not in ENDINGS:
                words = f"No file that ends in “{ending}” can be attached"
                yield Fault("types", words, f"Use any of: {', '.join(ENDINGS)}")
        if self.largest_mb is not None and self.largest_mb > MOST_MEGABYTES:
            words = f"bidwriter takes attachments of up to {MOST_MEGABYTES} MB"
            yield Fault("largest-mb", words, f"Write {MOST_MEGABYTES} or less, or leave it out")
        if self.most_pages is not None and self.types and "pdf" not in self.types:
            words = "Pages are counted of PDFs alone, and none is asked for"
            yield Fault("most-pages", words, "Take it out, or add pdf to the types")


def size_words(size: int) -> str:
    """612 KB, 1.1 MB."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:,.0f} KB" if size < MEGABYTE else f"{size / MEGABYTE:,.1f} MB"
