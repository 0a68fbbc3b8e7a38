"""The kind of a question, guessed from its words, its options and its limit. What is not sure is
said, with what else it may be."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from bidwriter.fund_forms.found import FoundQuestion
from bidwriter.fund_forms.words.amounts import is_money
from bidwriter.fund_forms.words.file_types import endings_in
from bidwriter.fund_forms.words.limits import pages_in
from bidwriter.fund_forms.words.patterns import begins, either
from bidwriter.kinds.values.files import MOST_MEGABYTES

KINDS: Mapping[str, str] = {
    "short-text": "One line", "rich-text": "Prose", "yes-no": "Yes or no",
    "choose-one": "One of a list", "choose-several": "Several of a list", "date": "A day",
    "month": "A month", "money": "A sum in pounds", "number": "A number", "file": "A file",
    "address": "An address", "contact": "Somebody to contact", "council": "A council",
    "partners": "The partner councils", "cost-lines": "The table of costs", "table": "A table",
    "declarations": "Statements to agree to", "outputs": "The table of outputs",
    "register": "One of a long list", "appraisal": "The benefits appraisal",
}  # fmt: skip
_LONG = {"words": 30, "characters": 160}  # limits above these are of prose
_FEW = 7  # words of a wording that asks for a line


class Guess(NamedTuple):
    """A kind with further names of it; `others` are kinds that it may be as well, most likely
    first, and `why` says what is not sure. Sure where there are none."""

    kind: str
    more: Mapping[str, Any] = {}
    others: tuple[str, ...] = ()
    why: str = ""


class Words(NamedTuple):
    """What a kind is guessed from: the question's words, what stands below them, how long the
    answer may be, and the words of the questions after it."""

    words: str
    below: str = ""
    limit: Mapping[str, int] = {}
    following: tuple[str, ...] = ()

    @property
    def is_short(self) -> bool:
        """Few enough to be a heading over a line."""
        return len(self.words.split()) <= _FEW

    @property
    def is_long(self) -> bool:
        """Whether the limit leaves room for prose."""
        return any(many > _LONG[unit] for unit, many in self.limit.items())


_PLAIN = (
    "short-text", "rich-text", "yes-no", "date", "month", "money", "number", "file", "address",
    "contact", "council", "partners", "outputs", "cost-lines", "declarations",
)  # fmt: skip


def kinds_of(question: FoundQuestion) -> tuple[str, ...]:
    """The kinds that somebody can say a question is of, its own first."""
    if question.columns or question.kind == "cost-lines":
        others: tuple[str, ...] = ("table", "cost-lines") if question.columns else ()
    elif question.options or len(question.statements) > 1:
        others = ("choose-one", "choose-several", "declarations")
    else:
        others = _PLAIN
    return tuple(dict.fromkeys((question.kind, *others)))


# --- statements ------------------------------------------------------------------------------

_STATES = (
    "confirm|agree|declare|understand|consent|certify|acknowledge|authorise|accept|commit|undertake"
)
_STATEMENT = re.compile(
    rf"(?:i|we|by (?:submitting|signing|ticking|checking))\b.*\b(?:{_STATES})\b|"
    r"(?:i|we) (?:have|am|are|will)\b",
    re.IGNORECASE,
)
_AGREES = either("agree", "confirm", r"declar\w+", "certify", "consent", "statements?",
                 "acknowledge", r"undertak\w+")  # fmt: skip


def is_statement(words: str) -> bool:
    """Whether words are a statement that somebody agrees to: "I confirm that …"."""
    return bool(_STATEMENT.match(words)) and not words.endswith("?")


def asks_to_agree(words: str) -> bool:
    """Whether what follows are statements: "Please agree to the following"."""
    return bool(_AGREES.search(words))


# --- with options ----------------------------------------------------------------------------

_YES, _NO = re.compile(r"(?:yes|y)\W*", re.IGNORECASE), re.compile(r"(?:no|n)\W*", re.IGNORECASE)
_WHICH = re.compile(r"\b(?:which|what) (?:of|\w+s)\b", re.IGNORECASE)
_ONE_OR_SEVERAL = "May one of these be chosen, or several?"


def of_options(words: str, options: tuple[str, ...], *, chosen: str, sort: str) -> Guess:
    """The kind of a question with options. `chosen` is "several" or "one" where its words say how
    many may be chosen; `sort` is "choice" for a drop-down."""
    if len(options) == 1 + 1 and _YES.fullmatch(options[0]) and _NO.fullmatch(options[1]):
        return Guess("yes-no")
    if chosen:
        return Guess(f"choose-{chosen}")
    if sort == "choice" or any(re.match(r"(?:yes|no)\b", one, re.IGNORECASE) for one in options):
        return Guess("choose-one")
    long = all(len(option.split()) > _FEW for option in options)
    if all(is_statement(option) for option in options) or (long and asks_to_agree(words)):
        return Guess("declarations")
    if _WHICH.search(words) and not either("is", "one").search(words):
        return Guess("choose-several", others=("choose-one",), why=_ONE_OR_SEVERAL)
    return Guess("choose-one", others=("choose-several", "declarations"), why=_ONE_OR_SEVERAL)


# --- without options -------------------------------------------------------------------------

_FILE = either("upload", "attach", "enclose", "append", "supporting (?:documents?|files?)")
_EMAIL, _PHONE = either("e-?mail"), either("(?:tele)?phone", "mobile", "tel")
_WEB = either("website", "web (?:address|page|site|link)", "url", "weblink")
_CONTACT = either("contact details", "(?:lead|main|primary|project) contact",
                  "who (?:should|can|do) we contact", "person to contact")  # fmt: skip
_PROSE = begins(
    "describe", "explain", "tell us", "outline", "set out", r"summari[sz]e", "how", "why",
    "demonstrate", "show", "justify", "discuss", "detail", "identify", "to what extent", "comment",
    "in what way", "assess", "what", "give (?:us )?(?:details|an?|evidence|examples)",
    "provide (?:us with )?(?:details|an?|evidence|information|examples|a brief)",
)  # fmt: skip
_LINE = either("name", "title", "role", "post", "job", "position", "organisation", "department",
               "team", "reference", "registration", "company", "charity", "number", "no", "code",
               "ref", "postcode", "surname", "forename")  # fmt: skip
_ASKS_FOR = re.compile(
    r"(?:please )?(?:what(?:'s|’s| is| are)|give|provide|state|tell us|enter)\b", re.IGNORECASE
)
_A_LINE = either("name", "title", "reference", "post", "role", "postcode")
_OF_A_NAME = either("(?:charity|company|registration|phone|account|reference) number", "reference")
_ASKS_YES_NO = re.compile(
    r"(?:is|are|do|does|did|have|has|had|will|would|can|could|should|was|were|may|must)\b.*\?$",
    re.IGNORECASE,
)
_AND_MORE = either("describe", "explain", "details?", "how", "why", "what", "which", "when",
                   "please (?:give|state|specify|provide)")  # fmt: skip
_MONTH = either("month and year", "(?:in|by) (?:which|what) month")
_NUMBER = re.compile(
    r"how many\b|.*\bnumber of\b|(?:what )?percentage\b|how old\b|.*\bfte\b", re.IGNORECASE
)
_MONEY = re.compile(
    r"how much(?: (?:money|funding|grant|will|does|do|would|are|is|did|have)\b|\?*$)|"
    r".*\b(?:total|amount|sum)\b.*\b(?:cost|funding|grant|requested|applied|budget|bid|sought|spend)\b|"
    r".*\b(?:grant|funding|amount) (?:requested|sought|applied for|required|needed)\b",
    re.IGNORECASE,
)
_DAY = either("date", "on (?:which|what) day")
_WHEN = re.compile(r"when\b|by when\b|.*\bdates\b|.*\bdeadline for\b", re.IGNORECASE)
_COUNCIL = re.compile(
    r"(?:name of (?:the |your )?)?(?:the )?(?:lead |your |applicant |accountable )*"
    r"(?:local authority|council|authority)(?: name)?\??$|"
    r"which (?:council|local authority|authority) (?:is|are|leads|will lead)\b",
    re.IGNORECASE,
)
_PARTNERS = re.compile(
    r"(?:please )?(?:list|names?|who are|which (?:councils|authorities) are)\b.*"
    r"\b(?:partner(?:s|ship)?|consortium)\b|"
    r"(?:project |delivery )?partners$|partner (?:councils|organisations|authorities)$",
    re.IGNORECASE,
)
_COSTS = either(
    "(?:costs?|budget|spend|expenditure|financial) (?:table|breakdown|profile|schedule)",
    "break ?down of (?:the |your |all )?(?:project )?(?:costs|budget|spend)",
    "break down (?:the |your )?costs",
)  # fmt: skip
_SUM, _HOW = "Is it a sum of money?", "How is it answered?"


def guess(words: Words, *, sort: str = "") -> Guess:
    """The kind of a question without options; `sort` is what the box for its answer takes."""
    if _FILE.search(words.words) and not words.is_long:
        return _file(words.words)
    if words.is_long:
        return Guess("rich-text")
    if sort == "date":
        return Guess("date")
    if is_statement(words.words):
        return Guess("declarations")
    if sort == "tick":
        return Guess("yes-no")
    found = next((one for look in _LOOKS if (one := look(words)) is not None), None)
    if found is None:
        others = ("short-text", "money", "date") if words.is_short else ("short-text", "yes-no")
        found = Guess("rich-text", others=others, why=_HOW)
    # Where the wording leaves it open, an order below it ("Explain how …") asks for prose.
    if found.others and words.below and _PROSE.match(words.below):
        return Guess("rich-text")
    return found


def _file(words: str) -> Guess:
    more: dict[str, Any] = {}
    if types := endings_in(words):
        more["types"] = list(types)
    if pages := pages_in(words):
        more["most-pages"] = pages
    if size := re.search(r"(\d{1,3})\s?(?:MB|megabytes)\b", words, re.IGNORECASE):
        more["largest-mb"] = max(1, min(int(size[1]), MOST_MEGABYTES))
    return Guess("file", more)


_TYPES = re.compile(
    r"\s*[\[(][^\])]*\b(?:pdf|word|excel|docx?|xlsx?|pages?|sides?|mb)\b[^\])]*[\])]", re.IGNORECASE
)


def without_types(words: str) -> str:
    """What a file is of, without brackets that name types, pages or sizes: "(PDF, 3 pages)"."""
    return _TYPES.sub("", words).strip() or words


def _contact(at: Words) -> Guess | None:
    if len(at.words.split()) > _FEW + 3:
        return None
    is_person = bool(_CONTACT.search(at.words))
    if is_person:
        # A name, where e-mail and telephone are asked for in questions of their own.
        if any(_EMAIL.search(after) or _PHONE.search(after) for after in at.following):
            return Guess("short-text")
        why = "Are name, post, e-mail and telephone asked for?"
        return Guess("contact", others=("short-text",), why=why)
    for pattern, form in ((_EMAIL, "email"), (_PHONE, "phone"), (_WEB, "web")):
        if pattern.search(at.words):
            return Guess("short-text", {"format": form})
    return Guess("address") if either("address").search(at.words) else None


def _tables(at: Words) -> Guess | None:
    if _COSTS.search(at.words):
        why = "Is it the table of costs?"
        return Guess("cost-lines", others=("rich-text", "file"), why=why)
    if _PARTNERS.match(at.words):
        why = "Are these councils to pick?"
        return Guess("partners", others=("rich-text", "short-text"), why=why)
    if _COUNCIL.match(at.words):
        return Guess("council", others=("short-text",), why="Is it a council to pick?")
    return None


def _yes_or_no(at: Words) -> Guess | None:
    if not _ASKS_YES_NO.match(at.words):
        return None
    if not _AND_MORE.search(at.words):
        return Guess("yes-no")
    why = "Is yes or no enough, or is prose asked for?"
    return Guess("yes-no", others=("rich-text",), why=why)


def _figures(at: Words) -> Guess | None:
    if _NUMBER.match(at.words) and not _OF_A_NAME.search(at.words):
        return Guess("number")
    if _MONEY.match(at.words) or re.search(r"£\s*$", at.words):
        sure = "£" in at.words or re.match(
            r"how much (?:money|funding|grant)", at.words, re.IGNORECASE
        )
        return Guess("money") if sure else Guess("money", others=("number", "short-text"), why=_SUM)
    return None


def _days(at: Words) -> Guess | None:
    if _MONTH.search(at.words):
        return Guess("month")
    if _DAY.search(at.words):
        return Guess("date")
    if _WHEN.match(at.words):
        why = "Is a day asked for, a month, or prose?"
        return Guess("date", others=("month", "rich-text"), why=why)
    return None


def _prose(at: Words) -> Guess | None:
    if at.limit:
        return Guess("short-text")
    is_line = bool(_ASKS_FOR.match(at.words) and _A_LINE.search(at.words))
    if _PROSE.match(at.words) and not (is_line and len(at.words.split()) <= _FEW + 3):
        return Guess("rich-text")
    if is_line:
        return Guess("short-text")
    if at.words.endswith("?"):
        return Guess("rich-text", others=("short-text", "yes-no"), why=_HOW)
    if at.is_short and _LINE.search(at.words):
        return Guess("short-text")
    if at.is_short and is_money(at.words) is None and "value for money" not in at.words.lower():
        return Guess("money", others=("rich-text", "short-text", "number"), why=_SUM)
    return None


_LOOKS: tuple[Callable[[Words], Guess | None], ...] = (
    _contact, _tables, _yes_or_no, _days, _figures, _prose,
)  # fmt: skip
