"""The paragraphs of a Word form as lines, with the boxes that stand in them."""

from bidwriter.files.word.blocks import Control, Paragraph
from bidwriter.fund_forms.words.limits import limit_in
from bidwriter.fund_forms.words.line import BOXES, Line, tidy

_LONGEST_HEADING = 90  # characters of a bold line that is a heading


def line_of(paragraph: Paragraph, *, gap: bool, bold_heads: bool) -> Line | None:
    """A paragraph as a line; None for one that says nothing and has no box. `gap`: it stands after
    an empty one. `bold_heads`: the form has no headings but bold lines."""
    words = words_of(paragraph)
    control = next(iter(paragraph.controls), None)
    if not tidy(words) and control is None:
        return None
    ticks = tuple(c for c in paragraph.controls if c.sort == "tick")
    line = Line(
        words,
        place_of(control) if control and not ticks else f"paragraph/{paragraph.number}",
        level=paragraph.level or (1 if bold_heads and _is_bold_head(paragraph, words) else 0),
        label="" if paragraph.list_sort != "number" else paragraph.label,
        is_item=paragraph.list_sort == "bullet",
        after_gap=gap,
    )
    if ticks:
        # One box before the words is one of several such lines; several stand among their words.
        return line._replace(sort="tick", is_item=len(ticks) == 1, place=place_of(ticks[0]))
    return line if control is None else with_box(line, control)


def with_box(line: Line, control: Control) -> Line:
    """A line that is answered in a control."""
    sort = control.sort if control.sort in ("text", "rich", "date", "choice") else "text"
    choices = tuple(one for one in control.choices if one.strip()) if sort == "choice" else ()
    return line._replace(sort=sort, choices=choices, place=place_of(control))


def words_of(paragraph: Paragraph) -> str:
    """Its words as they stand, without what only asks to click."""
    runs = (run for run in paragraph.runs if run.sort != "deleted" and not run.is_prompt)
    return "".join(run.text for run in runs)


def place_of(control: Control) -> str:
    """Where a control is, as a pack names it."""
    return f"{'bookmark' if control.is_field else 'control'}/{control.id}"


def _is_bold_head(paragraph: Paragraph, words: str) -> bool:
    shown = [run for run in paragraph.runs if run.text.strip()]
    is_plain = len(words) <= _LONGEST_HEADING and not words.rstrip().endswith(("?", ".", ":"))
    is_asked = paragraph.label or limit_in(words).value or any(box in words for box in BOXES)
    return bool(shown) and all(run.bold for run in shown) and is_plain and not is_asked
