"""Every kind of question: the list that a pack's `kind` is looked up in. What can be asked of a
kind stands in `question.py`; of a table, in `tables/table.py`."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeAlias, get_args

from pydantic import Field, TypeAdapter

from bidwriter.kinds.parts.address import Address
from bidwriter.kinds.parts.contact import Contact
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.parts.parted import Parted
from bidwriter.kinds.question import Question
from bidwriter.kinds.tables.appraisal import Appraisal
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.kinds.tables.outputs import Outputs
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.kinds.tables.partners import Partners
from bidwriter.kinds.tables.rows import Row
from bidwriter.kinds.tables.table import Table
from bidwriter.kinds.values.body import Body, OneCouncil
from bidwriter.kinds.values.choice import ChooseOne, ChooseSeveral
from bidwriter.kinds.values.day import Date
from bidwriter.kinds.values.declarations import Declarations
from bidwriter.kinds.values.files import AnsweringFile, Files
from bidwriter.kinds.values.money import Sum
from bidwriter.kinds.values.month import Month
from bidwriter.kinds.values.number import Number
from bidwriter.kinds.values.register import Register
from bidwriter.kinds.values.rich_text import RichText
from bidwriter.kinds.values.short_text import ShortText
from bidwriter.kinds.values.yes_no import YesNo

_Kinds: TypeAlias = (
    ShortText | RichText | ChooseOne | ChooseSeveral | YesNo | Date | Month | Sum | Number
    | OneCouncil | Register | Address | Contact | Files | Partners | Outputs | CostLines | Appraisal
    | OwnTable | Declarations
)  # fmt: skip
AnyQuestion = Annotated[_Kinds, Field(discriminator="kind")]
Value: TypeAlias = (
    str | bool | date | Decimal | Body | Parted | tuple[str, ...] | tuple[Row, ...]
    | tuple[AnsweringFile, ...]
)  # fmt: skip

KINDS: dict[str, type[Question]] = {
    kind.model_fields["kind"].default: kind for kind in get_args(_Kinds)
}


def adapter(kind: str) -> TypeAdapter[Any]:
    """What reads and writes the answers of one kind as JSON values. Raises KeyError."""
    return KINDS[kind].reader()


def table_of(kind: str) -> type[Table] | None:
    """The kind, if its answers are rows. Raises KeyError."""
    found = KINDS[kind]
    return found if issubclass(found, Table) else None


def parted_of(kind: str) -> type[InParts] | None:
    """The kind, if its answers have parts. Raises KeyError."""
    found = KINDS[kind]
    return found if issubclass(found, InParts) else None
