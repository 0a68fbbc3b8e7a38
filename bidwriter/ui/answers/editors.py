"""Which editor answers which kind; the type checker names a kind without one."""

from typing import assert_never

from bidwriter.kinds.kinds import AnyQuestion, RowsQuestion
from bidwriter.kinds.tables import appraisal, cost_lines, outputs, partners
from bidwriter.kinds.values import (
    body,
    choice,
    day,
    declarations,
    money,
    rich_text,
    short_text,
    yes_no,
)
from bidwriter.ui.answers.base import AnswerEditor
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session


def editor_for(
    session: Session, question: AnyQuestion, navigator: Navigator, *, alone: bool
) -> AnswerEditor:
    """The editor of a question. Each kind's module is imported when first needed."""
    match question:
        case short_text.ShortText():
            from bidwriter.ui.answers.short_text import ShortTextEditor

            return ShortTextEditor(session, question, navigator, alone=alone)
        case rich_text.RichText():
            from bidwriter.ui.answers.rich_text import RichTextEditor

            return RichTextEditor(session, question, navigator, alone=alone)
        case choice.ChooseOne():
            from bidwriter.ui.answers.choice import ChooseOneEditor

            return ChooseOneEditor(session, question, navigator, alone=alone)
        case choice.ChooseSeveral():
            from bidwriter.ui.answers.choice import ChooseSeveralEditor

            return ChooseSeveralEditor(session, question, navigator, alone=alone)
        case yes_no.YesNo():
            from bidwriter.ui.answers.yes_no import YesNoEditor

            return YesNoEditor(session, question, navigator, alone=alone)
        case day.Date() | money.Sum():
            from bidwriter.ui.answers.typed import TypedEditor

            return TypedEditor(session, question, navigator, alone=alone)
        case body.OneCouncil():
            from bidwriter.ui.answers.council import CouncilEditor

            return CouncilEditor(session, question, navigator, alone=alone)
        case declarations.Declarations():
            from bidwriter.ui.answers.declarations import DeclarationsEditor

            return DeclarationsEditor(session, question, navigator, alone=alone)
        case (
            partners.Partners() | outputs.Outputs() | cost_lines.CostLines() | appraisal.Appraisal()
        ):
            return _table_editor(session, question, navigator, alone=alone)
        case _:
            assert_never(question)


def _table_editor(
    session: Session, question: RowsQuestion, navigator: Navigator, *, alone: bool
) -> AnswerEditor:
    """The editor of a question that is answered in rows."""
    match question:
        case partners.Partners():
            from bidwriter.ui.answers.partners import PartnersEditor

            return PartnersEditor(session, question, navigator, alone=alone)
        case outputs.Outputs():
            from bidwriter.ui.answers.outputs import OutputsEditor

            return OutputsEditor(session, question, navigator, alone=alone)
        case cost_lines.CostLines():
            from bidwriter.ui.answers.cost_lines import CostLinesEditor

            return CostLinesEditor(session, question, navigator, alone=alone)
        case appraisal.Appraisal():
            from bidwriter.ui.answers.appraisal import AppraisalEditor

            return AppraisalEditor(session, question, navigator, alone=alone)
        case _:
            assert_never(question)
