"""Which editor answers which kind. A test names a kind without one."""

from importlib import import_module

from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.ui.answers.answer_editor import AnswerEditor
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session

# By kind: the module in this folder, and the class in it.
EDITORS: dict[str, tuple[str, str]] = {
    "short-text": ("short_text", "ShortTextEditor"),
    "rich-text": ("rich_text", "RichTextEditor"),
    "choose-one": ("choice", "ChooseOneEditor"),
    "choose-several": ("choice", "ChooseSeveralEditor"),
    "yes-no": ("yes_no", "YesNoEditor"),
    "date": ("typed", "TypedEditor"),
    "month": ("typed", "TypedEditor"),
    "money": ("typed", "TypedEditor"),
    "number": ("typed", "TypedEditor"),
    "council": ("council", "CouncilEditor"),
    "register": ("register", "RegisterEditor"),
    "address": ("in_parts", "InPartsEditor"),
    "contact": ("in_parts", "InPartsEditor"),
    "declarations": ("declarations", "DeclarationsEditor"),
    "file": ("files", "FilesEditor"),
    "partners": ("partners", "PartnersEditor"),
    "outputs": ("outputs", "OutputsEditor"),
    "cost-lines": ("cost_lines", "CostLinesEditor"),
    "table": ("own_table", "OwnTableEditor"),
    "appraisal": ("appraisal", "AppraisalEditor"),
}


def editor_for(
    session: Session, question: AnyQuestion, navigator: Navigator, *, alone: bool
) -> AnswerEditor:
    """The editor of a question. Each module is imported when first needed."""
    module, name = EDITORS[question.kind]
    editor = getattr(import_module(f"bidwriter.ui.answers.{module}"), name)
    made: AnswerEditor = editor(session, question, navigator, alone=alone)
    return made
