"""Made-up right answers: one function for each kind of question.

Whoever adds a kind adds its function here; the tests name a kind that has none. Files are no
answers of their own: see `files.py`.
"""

from collections.abc import Callable
from typing import Any

from bidwriter.desk.trying import costs, partners, parts, rows, values
from bidwriter.desk.trying.setting import Setting
from bidwriter.kinds.frozen import is_empty
from bidwriter.kinds.kinds import AnyQuestion, Value

MADE: dict[str, Callable[[Any, Setting], Any]] = {
    "short-text": values.short_text,
    "rich-text": values.rich_text,
    "choose-one": values.choose_one,
    "choose-several": values.choose_several,
    "yes-no": values.yes_no,
    "date": values.day,
    "month": values.month,
    "money": values.money,
    "number": values.number,
    "council": values.council,
    "register": values.register,
    "address": parts.address,
    "contact": parts.contact,
    "partners": partners.partners,
    "outputs": rows.outputs,
    "cost-lines": costs.cost_lines,
    "appraisal": rows.appraisal,
    "table": rows.table,
    "declarations": values.declarations,
}


def made_up(question: AnyQuestion, setting: Setting) -> Value | None:
    """An answer that its question takes; None where nothing is found that it would take, and for
    questions that files answer."""
    if question.is_of_files:
        return None
    answer: Value | None = MADE[question.kind](question, setting)
    if is_empty(answer) or any(question.misfits(answer)):
        return None
    return None if any(question.untimely(answer, setting.today)) else answer
