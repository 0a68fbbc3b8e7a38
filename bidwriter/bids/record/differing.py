"""What a record states that its own answers do not bear out. Only the answers are believed."""

from bidwriter.bids.bid import Bid
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.figures import Figures, figures
from bidwriter.bids.record.record import Entry, Record, Withheld, entry_of, figures_in_prose_of
from bidwriter.prose.characters import unseen_in


def differences(made: Record, bid: Bid) -> tuple[str, ...]:
    """What the record states that its own answers do not bear out, in plain words."""
    found = []
    stated = {e.id: e for e in made.questions}
    for question in bid.asked:
        entry = stated.get(question.id)
        if entry is None or is_withheld(entry):
            continue
        true = entry_of(bid, question)
        if (entry.text, entry.count, entry.wording) != (true.text, true.count, true.wording):
            found.append(f"“{question.name}” states words or a count that its answer does not have")
    if made.figures:
        found += _figure_differences(made.figures, figures(bid))
    if made.figures_in_prose and made.figures_in_prose != figures_in_prose_of(bid):
        found.append("The stated live figures are not those that the answers print")
    if strange := _unseen_in(made):
        return (*found, strange)
    stated_hash = made.content_hash if made.audience == "full" else made.public_hash
    if stated_hash and stated_hash.lower() != content_hash(bid):
        found.append("The stated content hash is not the hash of the content")
    return tuple(found)


def _unseen_in(made: Record) -> str:
    """What to say where answers hold characters that reading leaves out: what the file states is
    of the answers with them. "" for none."""
    parts = [*(e.answer for e in made.questions), *(k.answer for k in made.kept)]
    strange = dict.fromkeys(name for part in parts for name in unseen_in(part))
    if not strange:
        return ""
    return (
        f"Its answers hold characters that nobody can see ({', '.join(strange)}). They are left "
        "out here, so its content hash was not compared"
    )


def is_withheld(entry: Entry) -> bool:
    """Whether a public copy leaves out what stands here."""
    answer = entry.answer
    told = isinstance(answer, dict) and answer.get("withheld") is True
    return told or isinstance(entry.text, Withheld)


def _figure_differences(stated: Figures, true: Figures) -> list[str]:
    found = []
    for name in Figures.model_fields:
        was, is_ = getattr(stated, name), getattr(true, name)
        if name == "appraisal" and was != is_:
            found.append("The stated results of the appraisal do not agree with its inputs")
        elif name == "tables" and was != is_:
            found.append("The stated totals of the fund's own tables do not agree with their rows")
        elif was != is_:
            label = name.replace("_", " ")
            sums = f": {was} stated, {is_} worked out" if not isinstance(was, tuple) else ""
            found.append(
                f"The stated {label} does not agree with the cost lines and evidence{sums}"
            )
    return found
