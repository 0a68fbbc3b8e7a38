"""A component of a form as a question: its kind, limits, options and columns.

The types are those of the builder that MHCLG's forms are made with: XGovFormsCommunity's digital
form builder with the parts that communitiesuk/digital-form-builder-adapter adds.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from bidwriter.doubts import Doubt, Met, Reading, Way
from bidwriter.fund_forms.builder.values import (
    Data,
    figure,
    is_set,
    line,
    part,
    parts,
    plain,
    prose,
    text,
    whole,
)
from bidwriter.fund_forms.found import FoundColumn, FoundOption, FoundQuestion, unlike
from bidwriter.fund_forms.words.amounts import is_money
from bidwriter.fund_forms.words.file_types import endings_of
from bidwriter.kinds.frozen import one_line
from bidwriter.kinds.values.files import MOST_MEGABYTES
from bidwriter.kinds.values.patterns import wrong_with

CONTENT = frozenset({"Para", "Html", "InsetText", "Details", "WarningText", "FlashCard", "List"})
_LISTED = frozenset({"SelectField", "AutocompleteField", "RadiosField", "CheckboxesField"})
_NONE_OF = re.compile(r"none( of (these|the above|them))?\W*", re.IGNORECASE)
_AGREES = re.compile(r"(i|we|by)\b|.*\b(agree|confirm|declare|understand|consent)\b", re.IGNORECASE)
MOST_CHOSEN = 60  # options: more are a list to search
_LONGEST_LABEL = 60  # characters of the heading of a column

More = dict[str, Any]


class _Kind(NamedTuple):
    kind: str
    more: More


class Components:
    """The components of a form as questions. `decides`: names of components that conditions ask
    about. What is passed over goes into `passed`."""

    def __init__(self, form: Data, decides: Iterable[str], met: Met) -> None:
        self._lists = {text(one, "name"): one for one in parts(form, "lists")}
        self._decides = frozenset(decides)
        self._met = met
        self.passed: list[str] = []

    def question(self, component: Data, page_title: str) -> FoundQuestion:
        """The question that a component asks; `page_title` is its wording if it has none."""
        name, options = text(component, "name"), part(component, "options")
        wording = line(component, "title") or page_title or name
        found = self._kind(component, wording)
        hint, guidance = _hint(text(component, "hint"), wording)
        question = FoundQuestion(
            key=name,
            wording=wording,
            kind=found.kind,
            place=name,
            hint=hint,
            text=guidance,
            optional=_is_optional(options),
            options=self._options(component) if found.kind in _WITH_OPTIONS else (),
            columns=self._columns(component) if found.kind == "table" else (),
            more=found.more,
        )
        return self._as_declaration(question)

    # --- kinds -----------------------------------------------------------------------------------

    def _kind(self, component: Data, wording: str) -> _Kind:
        of_type: Mapping[str, Callable[[Data, str], _Kind]] = {
            "TextField": self._line, "TelephoneNumberField": _phone, "EmailAddressField": _email,
            "WebsiteField": _web, "MultilineTextField": self._prose, "FreeTextField": self._prose,
            "NumberField": self._figure, "YesNoField": _plainly("yes-no"),
            "UkAddressField": _plainly("address"), "MonthYearField": _plainly("month"),
            "DateField": self._day, "DatePartsField": self._day, "DatePartsfield": self._day,
            "FileUploadField": self._files, "ClientSideFileUploadField": self._files,
            "MultiInputField": self._table, "SelectField": self._one, "RadiosField": self._one,
            "AutocompleteField": self._one, "CheckboxesField": self._several,
        }  # fmt: skip
        kind = text(component, "type")
        if kind in of_type:
            return of_type[kind](component, wording)
        return self._unknown(component, kind, wording)

    def _unknown(self, component: Data, kind: str, wording: str) -> _Kind:
        doubt = Doubt(
            f"kind:{text(component, 'name')}",
            f"“{wording}”",
            kind or "no type",
            "bidwriter does not know this type of question. How is it answered?",
            tuple(Reading(words, Way("kind", one)) for one, words in _ANY_KIND),
        )
        return _Kind(self._met.way(doubt).typed, {})

    def _line(self, component: Data, wording: str) -> _Kind:
        options, schema = part(component, "options"), part(component, "schema")
        if text(options, "prefix").strip() == "£" or "currency" in text(options, "classes"):
            return _Kind("money", {})
        more = self._limit(component, wording)
        if pattern := text(schema, "regex").strip().removeprefix("^").removesuffix("$"):
            if wrong := wrong_with(pattern):
                self.passed.append(f"“{wording}”: its pattern cannot be checked here. {wrong}")
            else:
                said = plain(text(options, "customValidationMessage"))
                words = one_line(said) or f"Write “{wording}” in the form that is asked for"
                more |= {"pattern": pattern, "pattern-words": words}
        return _Kind("short-text", more)

    def _prose(self, component: Data, wording: str) -> _Kind:
        return _Kind("rich-text", self._limit(component, wording))

    def _figure(self, component: Data, wording: str) -> _Kind:
        options, schema = part(component, "options"), part(component, "schema")
        sign = f"{text(options, 'prefix')} {text(options, 'suffix')}"
        money = is_money(f"{sign} {wording} {plain(text(component, 'hint'))}")
        if "currency" in text(options, "classes"):
            money = True
        if money is None:
            doubt = Doubt(
                f"kind:{text(component, 'name')}",
                f"“{wording}”",
                "",
                "The form asks for a number. Is it a sum of money?",
                (Reading("A sum in pounds", Way("kind", "money")),
                 Reading("A number", Way("kind", "number"))),
            )  # fmt: skip
            money = self._met.way(doubt).typed == "money"
        more: More = {}
        if whole(schema, "precision") == 0 or is_set(schema, "integer", otherwise=False):
            more["whole"] = True
        for name in ("min", "max"):
            if bound := figure(schema, name):
                more[name] = bound
        unit = one_line(text(options, "suffix"))
        if money:
            more.pop("whole", None)
            return _Kind("money", more)
        return _Kind("number", more | ({"unit": unit} if unit else {}))

    def _day(self, component: Data, wording: str) -> _Kind:
        options = part(component, "options")
        more: More = {}
        for name, ours in (
            ("maxDaysInPast", "not-before-today"),
            ("maxDaysInFuture", "not-after-today"),
        ):
            days = whole(options, name)
            if days == 0:
                more[ours] = True
            elif days is not None:
                which = "past" if "Past" in name else "future"
                self.passed.append(
                    f"“{wording}”: no more than {days} days in the {which} is not checked"
                )
        return _Kind("date", more)

    def _one(self, component: Data, wording: str) -> _Kind:
        many, name = len(self._options(component)), text(component, "name")
        if many > MOST_CHOSEN and name not in self._decides:
            return _Kind("register", {})
        if many == 0:
            self.passed.append(f"“{wording}”: the form lists nothing to choose, so it is one line")
            return _Kind("short-text", {})
        return _Kind("choose-one", {})

    def _several(self, component: Data, wording: str) -> _Kind:
        return (
            _Kind("choose-several", {})
            if self._options(component)
            else self._one(component, wording)
        )

    def _files(self, component: Data, wording: str) -> _Kind:
        options = part(component, "options")
        zone = part(options, "dropzoneConfig")
        more: More = {}
        most = whole(zone, "maxFiles")
        if most is None and is_set(options, "multiple", otherwise=False):
            most = _SEVERAL
        if most is not None and most != 1:
            more["most"] = min(max(most, 1), 100)
        if size := whole(zone, "maxFilesize"):
            more["largest-mb"] = min(size, MOST_MEGABYTES)
            if size > MOST_MEGABYTES:
                self.passed.append(
                    f"“{wording}”: the form takes files of {size} MB; bidwriter attaches up to "
                    f"{MOST_MEGABYTES} MB"
                )
        types, strange = endings_of(text(zone, "acceptedFiles") or text(options, "accept"))
        if types:
            more["types"] = list(types)
        if strange:
            self.passed.append(
                f"“{wording}”: the form takes files of type {', '.join(strange)} too; bidwriter "
                "attaches none"
            )
        return _Kind("file", more)

    def _table(self, component: Data, wording: str) -> _Kind:
        if not self._columns(component):
            self.passed.append(f"“{wording}”: the form gives the table no columns, so it is prose")
            return _Kind("rich-text", {})
        return _Kind(
            "table",
            {} if _is_optional(part(component, "options")) else {"least-rows": 1},
        )

    def _limit(self, component: Data, wording: str) -> More:
        """The most words or characters; none where the form has a number that says nothing."""
        schema = part(component, "schema")
        words = whole(part(component, "options"), "maxWords")
        characters = whole(schema, "max") or whole(schema, "length")
        unit, many = ("words", words) if words else ("characters", characters)
        if many and many > _MOST[unit]:
            self.passed.append(f"“{wording}”: a limit of {many:,} {unit} is none")
            return {}
        return {"limit": {unit: many}} if many else {}

    # --- what belongs to a kind ------------------------------------------------------------------

    def _items(self, component: Data) -> list[Data]:
        listed = text(component, "list") or text(part(component, "values"), "list")
        return parts(self._lists.get(listed, part(component, "values")), "items")

    def _options(self, component: Data) -> tuple[FoundOption, ...]:
        found: dict[str, FoundOption] = {}
        labels: set[str] = set()
        for item in self._items(component):
            label = line(item, "text") or line(item, "label") or line(item, "value")
            key = text(item, "value") or label
            if not label or key in found:
                continue
            alone = text(component, "type") == "CheckboxesField" and bool(_NONE_OF.fullmatch(label))
            own = unlike(label, labels)
            labels.add(own)
            found[key] = FoundOption(key, own, line(item, "description"), alone)
        return tuple(found.values())

    def _columns(self, component: Data) -> tuple[FoundColumn, ...]:
        """The components of each row; the titles that the builder shows over them stand in for
        long wordings."""
        shown = part(component, "options").get("columnTitles")
        heads = (
            [one_line(plain(h)) for h in shown if isinstance(h, str)]
            if isinstance(shown, list)
            else []
        )
        children = [one for one in parts(component, "children") if text(one, "type") not in CONTENT]
        found: list[FoundColumn] = []
        for at, child in enumerate(children):
            head = heads[at] if at < len(heads) else ""
            title = (
                line(child, "title") or head or text(child, "name").strip() or f"Column {at + 1}"
            )
            label = title if len(title) <= _LONGEST_LABEL or not head else head
            found.append(self._column(child, unlike(label, {one.label for one in found}), title))
        return tuple(found)

    def _column(self, child: Data, label: str, title: str) -> FoundColumn:
        found = self._kind(child, title)
        hint = one_line(plain(text(child, "hint")))
        more: More = {"hint": f"{title}. {hint}".removesuffix(". ") if title != label else hint}
        if _is_optional(part(child, "options")):
            more["optional"] = True
        kind = _COLUMN_KINDS.get(found.kind, found.kind)
        if found.kind == "file":
            self.passed.append(
                f"“{title}”: the form asks for a file in each row; here its name is asked"
            )
        if kind == "money":
            more["total"] = True
        kept = {
            name: value for name, value in found.more.items() if name in _OF_COLUMNS.get(kind, ())
        }
        options = self._options(child) if kind in ("choose-one", "choose-several") else ()
        return FoundColumn(label, kind, options, {k: v for k, v in {**more, **kept}.items() if v})

    def _as_declaration(self, question: FoundQuestion) -> FoundQuestion:
        """One box to tick that says “I confirm …” is a statement to agree to."""
        one = question.options[0].label if len(question.options) == 1 else ""
        if question.kind != "choose-several" or not one or question.key in self._decides:
            return question
        words = one if _AGREES.match(one) else f"{question.wording}: {one}"
        return question._replace(kind="declarations", options=(), statements=(words,))


_MOST = {"words": 100_000, "characters": 1_000_000}  # of a limit in a pack
_HINT = 300  # characters of a hint: more is guidance
_SEVERAL = 20  # files, where a form says only that there may be several
_WITH_OPTIONS = ("choose-one", "choose-several", "register")
_ANY_KIND = (
    ("short-text", "One line"), ("rich-text", "Prose"), ("yes-no", "Yes or no"), ("date", "A day"),
    ("number", "A number"), ("money", "A sum in pounds"), ("file", "A file"),
)  # fmt: skip
# What a cell of a table is for a kind that only whole questions have.
_COLUMN_KINDS = {
    "rich-text": "long-text", "address": "long-text", "table": "long-text", "file": "short-text",
    "register": "choose-one",
}  # fmt: skip
_OF_COLUMNS = {
    "short-text": ("limit", "format"), "long-text": ("limit",), "number": ("min", "max"),
    "money": ("min", "max"),
}  # fmt: skip


def _plainly(kind: str) -> Callable[[Data, str], _Kind]:
    return lambda _, __: _Kind(kind, {})


def _phone(_: Data, __: str) -> _Kind:
    return _Kind("short-text", {"format": "phone"})


def _email(_: Data, __: str) -> _Kind:
    return _Kind("short-text", {"format": "email"})


def _web(_: Data, __: str) -> _Kind:
    return _Kind("short-text", {"format": "web"})


def _is_optional(options: Data) -> bool:
    if part(options, "dropzoneConfig") and whole(options, "minimumRequiredFiles") == 0:
        return True
    return not is_set(options, "required", otherwise=True)


def _hint(html: str, wording: str) -> tuple[str, str]:
    """The hint as one line under the question, or as guidance where it has more than a line says;
    neither where it only says the wording again."""
    words, said = one_line(plain(html)), prose(html)
    if words.casefold() == wording.casefold():
        return "", ""
    is_line = len(words) <= _HINT and "\n" not in said and "](" not in said
    return (words, "") if is_line else ("", said)
