"""The named checks of a pack: known, with parameters that can be met."""

from collections import Counter
from collections.abc import Iterator

from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.rounds.linting.finding import Found, Known, KnownCheck
from bidwriter.rounds.linting.near import did_you_mean
from bidwriter.rounds.round import CheckUse, Round


def placed(round_: Round) -> Iterator[tuple[str, CheckUse]]:
    """Each use of a check with its place: the second of one name is "checks/cost-cap[2]"."""
    seen: Counter[str] = Counter()
    for use in round_.checks:
        seen[use.check] += 1
        many = f"[{seen[use.check]}]" if seen[use.check] > 1 else ""
        yield f"checks/{use.check}{many}", use


def check_faults(round_: Round, known: Known) -> Found:
    """Each fault of the checks, with its place and the remedy."""
    kinds = {question.kind for question in round_.questions}
    phases = {phase.id for phase in round_.phases}
    for place, use in placed(round_):
        check = known.get(use.check)
        if check is None:
            remedy = did_you_mean(use.check, known) or f"Use one of: {', '.join(sorted(known))}"
            yield f"{place}/check", f"There is no check called “{use.check}”", remedy
            continue
        if (phase := dict(use.params).get("phase")) is not None and phase not in phases:
            remedy = did_you_mean(str(phase), phases) or "Correct the id, or add the phase"
            yield f"{place}/phase", f"There is no phase “{phase}”", remedy
        yield from _parameters(place, check, use)
        yield from _questions(place, check, use, round_)
        if check.needs == "cost-lines":
            yield from _chosen_lines(place, round_, use)
        if check.needs not in ("", *kinds):
            words = "The check can never find anything"
            yield place, words, f"Ask a {check.needs} question, or take the check out"
    yield from _doubles(round_)


def _parameters(place: str, check: KnownCheck, use: CheckUse) -> Found:
    strange = [name for name, _ in use.params if name not in check.parameters]
    for name in strange:
        known = f"It takes: {', '.join(check.parameters)}"
        remedy = did_you_mean(name, check.parameters) or known
        yield f"{place}/{name}", f"“{name}” is not known here", remedy
    for words in check.faults(use):
        if not any(words.startswith(f"“{name}”") for name in strange):
            yield place, words, "Correct the parameter"


def _questions(place: str, check: KnownCheck, use: CheckUse, round_: Round) -> Found:
    fits = True
    for asked in check.questions(use):
        question = round_.by_id.get(asked.question)
        if question is None:
            remedy = did_you_mean(asked.question, round_.by_id) or "Correct the id, or add it"
            yield f"{place}/{asked.parameter}", f"There is no question “{asked.question}”", remedy
            fits = False
        elif asked.kinds and question.kind not in asked.kinds:
            words = f"“{asked.question}” is a {question.kind} question, which it cannot look at"
            remedy = f"Name a {' or '.join(asked.kinds)} question"
            yield f"{place}/{asked.parameter}", words, remedy
            fits = False
    if fits:
        for words in check.misuses(use, round_):
            yield place, words, "Correct the parameter"


def _doubles(round_: Round) -> Found:
    uses = Counter((u.check, u.params, u.asked_when) for u in round_.checks)
    for (name, _, _), many in uses.items():
        if many > 1:
            yield f"checks/{name}[2]", "The same check stands twice", "Take one out"


def _chosen_lines(place: str, round_: Round, use: CheckUse) -> Found:
    """A check of money that counts lines which no bid can have."""
    params = dict(use.params)
    asked = [q for q in round_.questions if isinstance(q, CostLines)]
    offered = {option.id for question in asked for option in question.kinds_of_cost}
    category, number = params.get("category"), params.get("principle")
    if category is not None and asked and category not in offered:
        near = did_you_mean(str(category), offered)
        remedy = near or f"Use one of: {', '.join(sorted(offered))}"
        yield f"{place}/category", f"There is no category “{category}”", remedy
    if number is not None and number not in {p.number for p in round_.principles}:
        remedy = "Name a principle of this round"
        yield f"{place}/principle", f"There is no principle {number}", remedy


def later_parameters(round_: Round, known: Known) -> Iterator[tuple[str, str, int]]:
    """Place, name and form of each parameter that came later."""
    for place, use in placed(round_):
        for name, form in known[use.check].later(use).items() if use.check in known else ():
            yield f"{place}/{name}", name, form
