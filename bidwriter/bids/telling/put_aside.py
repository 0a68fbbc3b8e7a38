"""What is said when a change makes the round ask for less: the answers are kept."""

from bidwriter.bids.bid import Bid, kept_answers


def put_aside_words(old: Bid, new: Bid) -> str:
    """Which answers are asked for no more after a change, in a sentence; "" for none."""
    gone = [a.question for a in kept_answers(new) if a.question in old.asked_by_id]
    if not gone:
        return ""
    if len(gone) == 1:
        name = new.round.by_id[gone[0]].name
        return f"“{name}” is not asked any more. Its answer is kept"
    return f"{len(gone)} answers are not asked any more. They are kept"
