"""Yes or no: two radio buttons with the pack's own words."""

from bidwriter.kinds.values.yes_no import YesNo
from bidwriter.ui.answers.field_editor import FieldEditor
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.check import RadioSet
from bidwriter.ui.session import Session


class YesNoEditor(FieldEditor):
    """Two radio buttons."""

    def __init__(
        self, session: Session, question: YesNo, navigator: Navigator, *, alone: bool
    ) -> None:
        self.radios = RadioSet((("yes", question.yes), ("no", question.no)))
        super().__init__(session, question, navigator, self.radios, alone=alone)
        self.radios.chosen.connect(lambda key: self.put(key == "yes"))

    def refresh(self) -> None:
        """The answer."""
        self.radios.choose("" if self.value is None else "yes" if self.value else "no")
