"""What two copies disagree on, as a colleague would say it: a finding for the page of a conflict
and a line for the list of all."""

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import parts_at, row_at, table_at
from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.joining.deciding import passage
from bidwriter.bids.places import Place
from bidwriter.bids.telling.prose import block_name, numbered
from bidwriter.bids.telling.sides import Side, capital
from bidwriter.bids.telling.telling import question_name
from bidwriter.bids.telling.values import cell_label, leaf_words, principle_name
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.tables.cost_lines import CostLine
from bidwriter.prose.markdown import parse


def finding(bid: Bid, conflict: Conflict, them: Side) -> str:
    """ "You both changed the same paragraph", "You took this line out; Scarborough changed it"."""
    if not conflict.base_known:
        return f"Yours and {them.whose} differ: {thing(bid, conflict)}"
    gone = who_took_out(conflict)
    what = f"this {noun(bid, conflict)}"
    if gone:
        did = f"{_did(conflict)} it"
        out = {"mine": f"You took {what} out; {them.subject} {did}"}
        return out.get(gone, f"You {_did(conflict)} {what}; {them.subject} took it out")
    if conflict.kind == "prose":
        was = parse(str(conflict.parts[0].base or ""))
        if not was:
            return "You both wrote something here"
        same = f"the same {noun(bid, conflict)}{'s' if len(was) > 1 else ''}"
        who = {"mine": "; you moved it too", "theirs": f"; {them.subject} moved it too"}
        return f"You both changed {same}{who.get(conflict.moved, '')}"
    if is_about_leads(conflict):
        return "You each named another lead"
    return f"You both changed {thing(bid, conflict)}"


def in_short(bid: Bid, conflict: Conflict, them: Side) -> str:
    """ "Paragraph 2, both changed it", "Data analyst: £245 or £260 a day"."""
    gone = {"mine": ", you took it out", "theirs": f", {them.subject} took it out"}.get(
        who_took_out(conflict), ""
    )
    if conflict.kind == "prose":
        return f"{capital(_passage_name(bid, conflict))}{gone or _both(conflict)}"
    if is_about_leads(conflict):
        both = (side_words(bid, conflict, side(conflict)) for side in (mine_of, theirs_of))
        return f"The lead: {' or '.join(both)}"
    title = item_title(bid, conflict)
    part = conflict.parts[0]
    if conflict.kind == "cell" and not gone and _is_short(part):
        return f"{title}: {_either(bid, part)}" if title else capital(_either(bid, part))
    return f"{capital(title or thing(bid, conflict))}{gone or _both(conflict)}"


def who_took_out(conflict: Conflict) -> str:
    """ "mine" or "theirs" where that side has nothing of what the other changed; else ""."""
    if conflict.kind not in ("prose", "deleted") or not conflict.base_known:
        return ""
    if all(not part.mine for part in conflict.parts):
        return "mine"
    return "theirs" if all(not part.theirs for part in conflict.parts) else ""


def _did(conflict: Conflict) -> str:
    """What the side that kept it did: "moved", "changed", "moved and changed"."""
    if not conflict.moved:
        return "changed"
    own = subject(conflict)
    others = (p for p in conflict.parts if p.place != own or conflict.kind == "prose")
    changed = any(p.base not in (p.mine, p.theirs) for p in others)
    return "moved and changed" if changed else "moved"


def subject(conflict: Conflict) -> Place:
    """The place that it is about: of a row and what the row shows, the row."""
    rows = (part.place for part in conflict.parts if not part.place.is_evidence)
    return next(rows, conflict.place)


def noun(bid: Bid, conflict: Conflict) -> str:
    """ "paragraph", "list item", "line", "partner", "evidence"."""
    if conflict.kind == "prose":
        part = conflict.parts[0]
        blocks = parse(str(part.base or part.mine or part.theirs or ""))
        kinds = {block_name(block) for block in blocks}
        return kinds.pop() if len(kinds) == 1 else "paragraph"
    place = subject(conflict)
    if place.root in ("evidence", "attachments"):
        return {"evidence": "evidence", "attachments": "attachment"}[place.root]
    table = table_at(bid, place)
    return table.noun if table else "answer"


def is_about_leads(conflict: Conflict) -> bool:
    """Whether each side named another lead."""
    return len(conflict.parts) > 1 and all(p.place.field == "lead" for p in conflict.parts)


def item_title(bid: Bid, conflict: Conflict) -> str:
    """The row's own name, from the bid or, where it is not there, from what the conflict holds."""
    place = subject(conflict)
    if place.root == "evidence":
        return principle_name(bid, place.principle)
    if place.root == "attachments":
        return _attachment_name(bid, place, conflict)
    if parts_at(bid, place):
        return cell_label(bid, place)
    row = row_at(bid, place) if place.row else None
    if row is not None:
        return row.title
    table = table_at(bid, place)
    for part in conflict.parts:
        if table and part.place.field == table.columns[0].key:
            leaf = part.mine or part.theirs or part.base
            return leaf_words(bid, part.place, leaf)
    return ""


def thing(bid: Bid, conflict: Conflict) -> str:
    """ "the unit cost of Data analyst", "“Title”", "what “Describe your approach” shows"."""
    place = subject(conflict)
    name = question_name(bid, conflict.place)
    if conflict.kind == "prose":
        return f"“{name}”"
    if place.root == "own-deadline":
        return "your own deadline"
    if place.root == "evidence":
        return f"how “{name}” shows {principle_name(bid, place.principle)}"
    title = item_title(bid, conflict)
    if parts_at(bid, place):
        return f"the {_inside(title)} of “{name}”"
    if place.root == "attachments":
        return f"the attachment “{title}”"
    if not place.row:
        return f"“{name}”"
    label = cell_label(bid, conflict.place)
    if conflict.kind == "cell" and label:
        return f"the {_inside(label)} of {title}"
    return title or f"a row of “{name}”"


def _inside(label: str) -> str:
    """A label as it stands within a sentence."""
    return label if label.isupper() else f"{label[:1].lower()}{label[1:]}"


def _attachment_name(bid: Bid, place: Place, conflict: Conflict) -> str:
    known = next((a.name for a in bid.attachments if a.sha256 == place.row), "")
    own = next((p for p in conflict.parts if not p.place.field), None)
    return known or (str(own.theirs or own.mine or own.base) if own else "")


def _passage_name(bid: Bid, conflict: Conflict) -> str:
    blocks = parse(str(bid.answer(conflict.place) or ""))
    start, end = passage(blocks, conflict)
    if end - start == 1 and conflict.parts[0].mine:
        return numbered(blocks, start)
    if end - start > 1 and end - start == len(blocks):
        return "the whole answer"
    if end - start > 1:
        return f"{end - start} paragraphs from {numbered(blocks, start)}"
    return f"a {noun(bid, conflict)}"


def _both(conflict: Conflict) -> str:
    if not conflict.base_known:
        return ", the two differ"
    if conflict.kind == "prose" and not conflict.parts[0].base:
        return ", both wrote here"
    return ", both changed it"


def _is_short(part: Part) -> bool:
    return all(len(str(leaf)) <= 60 for leaf in (part.mine, part.theirs))


def _either(bid: Bid, part: Part) -> str:
    mine, theirs = (_or_nothing(bid, part.place, leaf) for leaf in (part.mine, part.theirs))
    return f"{mine} or {theirs}{_each(bid, part)}"


def _or_nothing(bid: Bid, place: Place, leaf: Leaf) -> str:
    if place.field == "lead":
        return "the lead" if leaf else "not the lead"
    return leaf_words(bid, place, leaf) or "nothing"


def _each(bid: Bid, part: Part) -> str:
    """ " a day" after a unit cost, where the line says its unit."""
    place = part.place
    row = row_at(bid, place) if place.field == "unit-cost" else None
    if not isinstance(row, CostLine) or not row.unit or not (part.mine and part.theirs):
        return ""
    return f" a {row.unit.removesuffix('s')}"


def side_words(bid: Bid, conflict: Conflict, leaves: dict[Place, Leaf]) -> str:
    """One side in a few words: its value, or what stays and what goes."""
    if conflict.kind == "cell":
        place = conflict.parts[0].place
        return _or_nothing(bid, place, leaves.get(place))
    if all(leaves.get(part.place) is None for part in conflict.parts):
        return "taken out"
    if conflict.kind == "deleted":
        return f"the {noun(bid, conflict)} stays"
    if is_about_leads(conflict):
        leads = [place for place, leaf in leaves.items() if leaf]
        rows = (row_at(bid, place) for place in leads)
        return ", ".join(row.title for row in rows if row) or "no lead"
    values = (leaf_words(bid, p.place, leaves.get(p.place)) for p in conflict.parts)
    return ", ".join(value for value in values if value) or "nothing"


def mine_of(conflict: Conflict) -> dict[Place, Leaf]:
    """Mine, by place."""
    return {part.place: part.mine for part in conflict.parts}


def theirs_of(conflict: Conflict) -> dict[Place, Leaf]:
    """Theirs, by place."""
    return {part.place: part.theirs for part in conflict.parts}


def outcome_title(bid: Bid, conflict: Conflict) -> str:
    """What stands over what a decision makes: "The unit cost of Data analyst will be"."""
    if conflict.kind == "prose":
        part = conflict.parts[0]
        several = len(parse(str(part.mine or part.base or part.theirs or ""))) > 1
        return f"The {noun(bid, conflict)}{'s' if several else ''} will read"
    if is_about_leads(conflict):
        return "The lead will be"
    if conflict.kind == "cell":
        return f"{capital(thing(bid, conflict))} will be"
    return f"What becomes of this {noun(bid, conflict)}"
