"""HTML and text from a clipboard, made to be slow, vast or broken. Each is made at the length that
is asked for; tests of other kinds read them too."""

from collections.abc import Callable


def _of(unit: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda length: before + unit * (length // len(unit)) + after


HOSTILE_HTML: dict[str, Callable[[int], str]] = {
    "signs": _of("<"),
    "signs before a last end": _of("<", after=">"),
    "tags left open": _of("<a"),
    "tags left open before a last end": _of("<a", after=">"),
    "tags without end": _of("<b>"),
    "boxes within boxes": _of("<div>"),
    "ends of nothing": _of("</b>"),
    "ends left open": _of("</a"),
    "declarations": _of("<!"),
    "sections": _of("<!["),
    "sections closed at last": _of("<![", after=">"),
    "instructions": _of("<?"),
    "character data": _of("<![CDATA["),
    "character data within": _of("<![CDATA[x]]>"),
    "comments left open": _of("<!--"),
    "comments": _of("<!-->"),
    "conditions": _of("<!--[if a]>"),
    "conditions revealed": _of("<![if !supportLists]>"),
    "fragments": _of("<!--StartFragment-->"),
    "one quotation mark after another": _of('b="', before="<a ", after=">"),
    "quotation marks across tags": _of('<a b=">" '),
    "attributes": _of(" a", before="<a", after=">"),
    "one vast attribute": _of("A", before="<img src='data:", after="'>x"),
    "spaces in a tag": _of(" ", before="<a", after=">"),
    "signs for entities": _of("&"),
    "a number without end": _of("9", before="&#"),
    "noughts without end": _of("0", before="&#x"),
    "scripts": _of("<script>"),
    "items under deep tags": _of("<b><li></li>", before="<ul>"),
    "a style of lists": _of("mso-list:", before="<p style='", after="'>x"),
    "styles": _of("<p style='mso-list:mso-list:'>"),
    "a mark in pieces": _of("a<br>", before="<p style='mso-list:Ignore'>"),
    "letters apart": _of("<b>x</b>y"),
    "cells across and down": _of("<td colspan=999999 rowspan=99999>", before="<table>"),
    "rows": _of("<tr><td>a", before="<table>"),
    "tables in tables": _of("<table><tr><td>"),
    "NUL and halves": _of("<p>\x00\ud800"),
    "words": _of("word "),
}
HOSTILE_TEXT: dict[str, Callable[[int], str]] = {
    "quotation marks": _of('\t"a'),
    "pairs of quotation marks": _of('""', before='"'),
    "cells": _of("\t"),
    "rows": _of("\n"),
    "cells and rows": _of("a\t\n"),
    "halves": _of("\ud800\t"),
}
