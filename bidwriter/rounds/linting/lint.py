"""Everything that is wrong with a pack, in one run: what cannot be read, what has the wrong shape,
what does not fit together, and what may be better."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from bidwriter.forms import NewerFormError
from bidwriter.prose.characters import unseen_in
from bidwriter.rounds.linting.advice import advice
from bidwriter.rounds.linting.asking import asking_faults
from bidwriter.rounds.linting.checks import check_faults, later_parameters
from bidwriter.rounds.linting.examples import example_for
from bidwriter.rounds.linting.finding import Finding, Found, Further, Known
from bidwriter.rounds.linting.fitting import (
    cover,
    dates,
    headings,
    headlines,
    icons,
    of_kinds,
    options,
)
from bidwriter.rounds.linting.ids import dangling, reused_ids, strange_ids
from bidwriter.rounds.linting.languages import language_faults
from bidwriter.rounds.linting.later_names import later_names
from bidwriter.rounds.linting.lines import Lines, known_by
from bidwriter.rounds.linting.reach import phases, unreachable
from bidwriter.rounds.linting.scoring import scoring_faults
from bidwriter.rounds.linting.shape import Shaped, shaped
from bidwriter.rounds.linting.signing import signing_faults, website_faults
from bidwriter.rounds.linting.texts import limits, texts
from bidwriter.rounds.loading import Gathered, gather
from bidwriter.rounds.round import Round
from bidwriter.rounds.samples import SAMPLE_PLACE, sample_file

_RULES: tuple[Callable[[Round], Found], ...] = (
    reused_ids, strange_ids, dangling, unreachable, limits, texts, phases, of_kinds, cover, dates,
    headlines, icons, headings, options, asking_faults, scoring_faults, signing_faults,
    website_faults, language_faults,
)  # fmt: skip


# At a round, and at the sample answers of its pack, with places that begin with "samples".
LooksFurther = Callable[[Round, dict[str, Any]], Iterable[Further]]


def lint(folder: Path, checks: Known, further: LooksFurther | None = None) -> tuple[Finding, ...]:
    """All that is found in the pack in `folder`, faults first; no fault means that it can be
    used. `further` looks at a round that has none, and at no other."""
    gathered, samples = gather(folder), sample_file(folder)
    lines = Lines(folder, gathered.data, gathered.files, samples.data)
    troubles, of_samples = (
        [
            Finding(t.file, t.line or lines.line_of(t.place), t.place, t.words, t.remedy)
            for t in told
        ]
        for told in (gathered.troubles, samples.troubles)
    )
    if not gathered.data:
        return tuple(troubles)
    try:
        shape = shaped(gathered.data)
    except NewerFormError as error:
        newer = _findings(lines, [("format", str(error), "Lint it with the newer bidwriter")])
        return (*troubles, *newer)
    is_whole = all(trouble.place for trouble in gathered.troubles)
    told = [fault for fault in shape.faults if is_whole or not _is_absent(*fault)]
    found = _findings(lines, [*told, *_unseen(gathered.data)])
    if shape.round is not None:
        found += _findings(lines, _of_round(shape.round, shape, gathered, checks))
        if further and not troubles and not found:
            found += _placed(lines, further(shape.round, samples.data))
        found += _findings(lines, _unseen({SAMPLE_PLACE: samples.data}))
        found += of_samples
        found += [one._replace(is_advice=True) for one in _findings(lines, advice(shape.round))]
    return (*troubles, *sorted(dict.fromkeys(found), key=lambda one: one.is_advice))


def faults(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that are to be mended before the pack can be used."""
    return tuple(one for one in findings if not one.is_advice)


def _of_round(round_: Round, shape: Shaped, gathered: Gathered, checks: Known) -> Found:
    """What does not fit together. Where something was put aside, or a file could not be read, what
    only its absence makes look wrong is not said."""
    hits = [hit for rule in _RULES for hit in rule(round_)]
    hits += check_faults(round_, checks)
    given = gathered.data.get("format")
    form = given if isinstance(given, int) else round_.format
    hits += later_names(round_, form, later_parameters(round_, checks))
    whole = not shape.faults and not gathered.troubles
    for place, words, remedy in hits:
        if whole or not _of_what_is_gone(words, shape.aside, unread=bool(gathered.troubles)):
            yield place, words, remedy


def _is_absent(place: str, words: str, _: str) -> bool:
    """Whether a name of the round itself is missing, as it is where its file could not be read."""
    return "/" not in place and words.endswith("is missing")


_OF_LACK = ("No task asks", "The section has no", "The check can never find")
_OF_NAME = ("There is no question", "There is no phase", "There is no criterion")


def _of_what_is_gone(words: str, aside: frozenset[str], *, unread: bool) -> bool:
    """Whether it may only look wrong because something was put aside, or was in a file `unread`."""
    if words.startswith(_OF_LACK) or (unread and words.startswith(_OF_NAME)):
        return True
    return any(f"“{id_}”" in words for id_ in aside)


def _findings(lines: Lines, found: Iterable[tuple[str, str, str]]) -> list[Finding]:
    return [
        Finding(
            lines.file_of(place),
            lines.line_of(place),
            place.replace("[2]", ""),
            words,
            remedy,
            example_for(*lines.names_at(place)),
        )
        for place, words, remedy in found
    ]


def _placed(lines: Lines, found: Iterable[Further]) -> list[Finding]:
    return [
        one._replace(is_advice=further.is_advice)
        for further in found
        for one in _findings(lines, [further[:3]])
    ]


def _unseen(data: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for key, value in data.items():
        for place, part in _parts(key, value):
            if strange := unseen_in(part):
                words = f"It holds characters that nobody can see: {', '.join(strange)}"
                yield place, words, "Type that text again; bidwriter leaves them out"


def _parts(place: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Each text in a part of a pack, with its place."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _parts(f"{place}/{name}", part)
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from _parts(f"{place}/{known_by(part) or at}", part)
    else:
        yield place, value
