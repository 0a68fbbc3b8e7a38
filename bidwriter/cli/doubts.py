"""What is doubtful, on the command line: a file that lists it, and the same file with answers.

One way for whatever is taken in. The file is bound to what was read by its SHA-256, so that
answers for another file, or for one that has changed since, are refused. Its shape is in
docs/file-formats.md.
"""

import json
from pathlib import Path
from typing import Annotated, NamedTuple, NoReturn

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bidwriter.cli.changing import free
from bidwriter.cli.output import say
from bidwriter.cli.trouble import CommandError
from bidwriter.doubts import Answered, Doubt
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.reading import read_file
from bidwriter.files.disk.replacing import replace
from bidwriter.forms import Form
from bidwriter.prose.characters import for_json

FORM = Form("This file of answers", "form")
_LARGEST = 5_000_000  # bytes of a file of answers
_MOST_SAID = 100  # doubts on the terminal; the file lists all


class Source(NamedTuple):
    """What was read: by which command, the file's name and SHA-256, for which question, and which
    sheet of it (None while that is asked)."""

    taken_by: str
    file: str
    sha256: str
    question: str
    sheet: str | None = None


_Id = Annotated[str, Field(max_length=400)]


class _Answer(BaseModel):
    """One doubt as it comes back: the id and the answer count, the rest is for reading."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)

    id: _Id
    answer: Annotated[str, Field(max_length=20_100)] | None = None


class _Answers(BaseModel):
    """A file of doubts with answers."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)

    taken_by: str = Field(alias="taken-by", max_length=40)
    sha256: str = Field(max_length=64)
    question: _Id
    sheet: _Id | None = None
    doubts: Annotated[list[_Answer], Field(max_length=30_000)]


def answers_for(path: Path | None, source: Source) -> dict[str, str]:
    """The answers in a file, by the id of their doubts; none without a file. Raises
    CommandError where they are not for this source."""
    if path is None:
        return {}
    data = read_file(path, _LARGEST + 1)
    if len(data) > _LARGEST:
        raise CommandError(f"“{path.name}” is larger than any file of answers. {_NOTHING}")
    raw = strict_json.loads(data, f"“{path.name}”")
    FORM.check(raw)
    try:
        found = _Answers.model_validate(raw)
    except ValidationError as error:
        place = "/".join(str(part) for part in error.errors()[0]["loc"]) or "the whole"
        raise CommandError(
            f"“{path.name}” is no file of answers: {place} is not as --doubts writes it. {_NOTHING}"
        ) from None
    _check(found, source, path.name)
    given: dict[str, str] = {}
    for one in found.doubts:
        if one.answer is not None:
            if given.get(one.id, one.answer) != one.answer:
                raise CommandError(f"“{path.name}” answers “{one.id}” in two ways. {_NOTHING}")
            given[one.id] = one.answer
    return given


_NOTHING = "Nothing was written"


def _check(found: _Answers, source: Source, name: str) -> None:
    """Raises CommandError where answers were given for something else."""
    again = f"Write them anew with --doubts. {_NOTHING}"
    if found.sha256 != source.sha256 or found.taken_by != source.taken_by:
        raise CommandError(
            f"The answers in “{name}” are for another file than “{source.file}”, or for one that "
            f"has changed since. {again}"
        )
    if found.question != source.question:
        raise CommandError(f"The answers in “{name}” are for the table {found.question}. {again}")
    if found.sheet is not None and found.sheet != source.sheet:
        raise CommandError(f"The answers in “{name}” are for the sheet “{found.sheet}”. {again}")


def refuse(
    answered: Answered, source: Source, out: Path | None, answers: Path | None, option: str
) -> NoReturn:
    """Say what is doubtful, list it in a file where one is asked for, and do nothing else.
    `option` takes what is doubtful as it is shown."""
    say(*(doubt_line(doubt) for doubt in answered.open[:_MOST_SAID]))
    many = len(answered.open)
    if many > _MOST_SAID:
        say(f"and {many - _MOST_SAID} more")
    one = _about_answers(answered)
    is_sheet = [doubt for doubt in answered.open if doubt.id == "sheet"]
    what = "1 thing is" if many == 1 else f"{many} things are"
    if out is not None:
        path = out if out == answers else free(out)
        replace(path, _listed(answered, source))
        raise CommandError(
            f"{one}{what} doubtful, so nothing was taken in. “{out.name}” lists "
            f"{'it' if many == 1 else 'them'}: fill in each answer and give the file with --answers"
        )
    sheet = f"Say which sheet with --sheet: {is_sheet[0].words}; or " if is_sheet else ""
    rest = "" if is_sheet else f", or take what is doubtful as shown with {option}"
    ask = f"{sheet}{'list' if sheet else 'List'}"
    raise CommandError(
        f"{one}{what} doubtful, so nothing was written. {ask} what is doubtful with "
        f"--doubts OUT.json, fill in the answers and give them with --answers{rest}"
    )


def check_known(answered: Answered, name: str) -> None:
    """Raises CommandError for answers that nothing here asks for."""
    if answered.unknown:
        many = len(answered.unknown)
        more = f" and {many - 1} more" if many > 1 else ""
        raise CommandError(
            f"“{name}” answers “{answered.unknown[0][:80]}”{more}, which is not asked: what is "
            f"asked may have changed since. Write it anew with --doubts. {_NOTHING}"
        )
    if answered.unfit:
        which = answered.unfit[0][:80]
        raise CommandError(
            f"The answer to “{which}” in “{name}” is none of its readings. {_NOTHING}"
        )


def doubt_line(doubt: Doubt) -> str:
    """ "Row 3 Unit cost “1,25”: Put a point …"."""
    words = f" “{doubt.words}”" if doubt.words and doubt.words not in doubt.where else ""
    rows = f" in {len(doubt.rows)} rows" if len(doubt.rows) > 1 and "=" in doubt.id else ""
    return f"{doubt.where}{words}{rows}: {doubt.why}"


def _about_answers(answered: Answered) -> str:
    done = len(answered.settled)
    return f"{done} {'answer was' if done == 1 else 'answers were'} taken. " if done else ""


def _listed(answered: Answered, source: Source) -> bytes:
    """The file of doubts: those answered with their answers, and those open."""
    left = {doubt.id for doubt in answered.open}
    told = [
        {
            "id": doubt.id,
            "where": doubt.where,
            "words": doubt.words,
            "why": doubt.why,
            "rows": list(doubt.rows),
            "readings": [{"id": r.way.id, "words": r.words} for r in doubt.readings],
            "takes-words": doubt.takes_words,
            "taken-if-nothing-is-said": doubt.readings[0].way.id if doubt.readings else None,
            "answer": answered.settled[doubt.id].id if doubt.id in answered.settled else None,
        }
        for doubt in answered.met
        if doubt.id in left or doubt.id in answered.settled
    ]
    made = {
        "form": FORM.number,
        "taken-by": source.taken_by,
        "file": source.file,
        "sha256": source.sha256,
        "question": source.question,
        "sheet": source.sheet,
        "doubts": told,
    }
    return for_json(json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()
