"""What is wrong with how a pack scores: what could not be given, or would not count as shown."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from bidwriter.rounds.linting.finding import Found
from bidwriter.rounds.round import Round
from bidwriter.rounds.scoring import Criterion, Scored, Scoring


def scoring_faults(round_: Round) -> Found:
    """Each fault, with its place and the remedy."""
    yield from _weights("criteria", [c for c in round_.criteria if not c.pass_or_fail], 100)
    for criterion in round_.criteria:
        place = f"criteria/{criterion.id}"
        yield from _of_one(round_, place, criterion)
        yield from _of_criterion(round_.scoring, place, criterion)
        yield from _weights(f"{place}/sub-criteria", criterion.sub_criteria, None)
        yield from _reused(f"{place}/sub-criteria", criterion.sub_criteria)
        for part in criterion.sub_criteria:
            yield from _of_one(round_, f"{place}/sub-criteria/{part.id}", part)
    if round_.scoring is not None:
        yield from _of_scale(round_, round_.scoring)


def _weights(place: str, scored: Sequence[Scored], whole: int | None) -> Found:
    given = [one.weight for one in scored if one.weight is not None]
    if given and len(given) < len(scored):
        words = "Some criteria have a weight and some have none"
        yield place, words, "Give every one a weight, or none"
    elif given and whole is not None and sum(given) != whole:
        yield place, f"The weights add up to {sum(given)}, not 100", "Make them add up to 100"
    elif given and not sum(given):
        yield place, "The weights are all nought", "Give weights, or none at all"


def _of_one(round_: Round, place: str, one: Scored) -> Found:
    if not one.name.strip():
        yield place, "It has no name", "Write name = …"
    for id_, many in Counter(one.questions).items():
        if id_ not in round_.by_id:
            words = f"There is no question “{id_}”"
            yield f"{place}/questions", words, "Correct the id, or add the question"
        elif many > 1:
            yield f"{place}/questions", f"“{id_}” is named {many} times", "Name it once"
    steps = {step.score for step in round_.scoring.scale} if round_.scoring else set()
    for step in one.steps:
        if step.score not in steps:
            words = f"The scale has no step {step.score}"
            yield f"{place}/steps", words, "Use a score of the scale, or add it there"
    for score, many in Counter(step.score for step in one.steps).items():
        if many > 1:
            yield f"{place}/steps", f"The step {score} is told {many} times", "Tell it once"


def _of_criterion(scoring: Scoring | None, place: str, criterion: Criterion) -> Found:
    if criterion.pass_or_fail and criterion.weight is not None:
        words = "What is passed or failed has no weight"
        yield place, words, "Take out weight, or pass-or-fail"
    if criterion.pass_or_fail and criterion.sub_criteria:
        words = "What is passed or failed has no sub-criteria"
        yield place, words, "Make each of them a criterion, or take pass-or-fail out"
    if criterion.threshold is None:
        return
    if scoring is None or not scoring.scale:
        words = "There is a threshold, but no scale that it is on"
        yield f"{place}/threshold", words, "Write [scoring] with its scale"
    elif criterion.threshold > max(step.score for step in scoring.scale):
        words = "No score is as high as the threshold"
        yield f"{place}/threshold", words, "Lower it to a score of the scale"


def _reused(place: str, scored: Sequence[Scored]) -> Found:
    for id_, many in Counter(one.id for one in scored).items():
        if many > 1:
            yield place, f"The id “{id_}” is used {many} times", "Give each its own id"


def _of_scale(round_: Round, scoring: Scoring) -> Found:
    scores = [step.score for step in scoring.scale]
    if len(scores) < 2:
        words = "A scale has at least two steps"
        yield "scoring/scale", words, 'Write like [{ score = 1, word = "Poor" }, …]'
    if any(low >= high for low, high in pairwise(scores)):
        words = "The steps do not rise"
        yield "scoring/scale", words, "Put the lowest first, and each score once"
    for word, many in Counter(step.word.casefold() for step in scoring.scale if step.word).items():
        if many > 1:
            yield "scoring/scale", f"“{word}” is the word of {many} steps", "Give each its own"
    if not round_.criteria:
        yield "scoring", "There is a scale, but nothing that is scored on it", "Add criteria"
    known = {criterion.id for criterion in round_.criteria}
    for id_ in scoring.ties:
        if id_ not in known:
            yield "scoring/ties", f"There is no criterion “{id_}”", "Correct the id"
