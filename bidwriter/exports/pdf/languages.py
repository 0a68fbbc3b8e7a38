"""LANGUAGES: which words of the print are in which, so that a reader speaks each in its own.

In a bid whose form is in Welsh three sorts of words are printed. What the officer wrote is Welsh. A
text of the pack is, where the pack has it so. All else is English: bidwriter's own words, the
names of councils, days, and texts that the pack has in English alone. A bid in English has one
language, and its print says nothing of any.
"""

import re

from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Run, Words
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.question import Written
from bidwriter.kinds.values.choice import Choice
from bidwriter.kinds.values.number import Number
from bidwriter.kinds.values.register import Register
from bidwriter.rounds.second_language import ENGLISH


def document_language(sheet: Sheet) -> str:
    """That of the document: of its title, of most that is in it, and what a reader is set to."""
    return sheet.bid.language or ENGLISH


def said(sheet: Sheet, text: str) -> Words:
    """A text of the pack, or words of bidwriter's own, in the language that it is in."""
    return text if sheet.bid.round.is_english(text) else (Run(text, language=sheet.bid.language),)


def answered(sheet: Sheet, text: str) -> Words:
    """What the officer wrote."""
    return (Run(text, language=sheet.bid.language),) if sheet.bid.language and text else text


def said_in(sheet: Sheet, sentence: str, *texts: str, answers: tuple[str, ...] = ()) -> Words:
    """A sentence of bidwriter's own, with the texts of the pack and the officer's words that stand
    in it word for word in their languages."""
    welsh = {text for text in texts if not sheet.bid.round.is_english(text)}
    welsh |= {text for text in answers if sheet.bid.language}
    longest_first = sorted(filter(None, welsh), key=len, reverse=True)
    if not longest_first:
        return sentence
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")
    parts = pattern.split(sentence)
    return tuple(
        Run(part, language=sheet.bid.language if at % 2 else "")
        for at, part in enumerate(parts)
        if part
    )


def title_words(sheet: Sheet) -> Words:
    """The bid's title, or what stands for it."""
    is_own = sheet.title != sheet.bid.title
    return sheet.title if is_own else answered(sheet, sheet.title)


def question_words(sheet: Sheet, question: AnyQuestion, words: str) -> Words:
    """Words that a question is called by, with its number before them perhaps."""
    return said_in(sheet, words, question.wording, question.label)


def answer_words(sheet: Sheet, question: AnyQuestion, line: str) -> Words:
    """A line of an answer as it is printed."""
    if not line:
        return line
    match question:
        case Choice():
            every = sheet.bid.round.by_id[question.id]
            options = every.options if isinstance(every, Choice) else ()
            is_listed = any(option.label == line for option in options)
            return said(sheet, line) if is_listed else answered(sheet, line)
        case Register():
            return line if line in question.labels.values() else answered(sheet, line)
        case Number():
            return said_in(sheet, line, question.unit)
        case Written() | InParts():
            return answered(sheet, line)
    return said(sheet, line)
