"""The names by which a story hears its elements: "w:p", and within what only describes the element
around it a path, "w:pPr/numPr/ilvl". What is not to be heard at all is `SKIPPED`, with all in it.
"""

SKIPPED = "-"
_OPEN = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MICROSOFT = "http://schemas.microsoft.com/office/"
_PREFIXES = {
    f"{_OPEN}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_MICROSOFT}word/2010/wordml": "w14",
    f"{_MICROSOFT}word/2012/wordml": "w15",
    f"{_OPEN}markup-compatibility/2006": "mc",
    f"{_OPEN}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OPEN}drawingml/2006/picture": "pic",
    f"{_STRICT}drawingml/picture": "pic",
    f"{_OPEN}drawingml/2006/chart": "c",
    f"{_STRICT}drawingml/chart": "c",
    f"{_MICROSOFT}drawing/2014/chartex": "c",
    f"{_OPEN}drawingml/2006/diagram": "dgm",
    f"{_STRICT}drawingml/diagram": "dgm",
    "urn:schemas-microsoft-com:vml": "v",
}
# What describes an element, and where it means what it says.
_PROPERTIES = {
    "w:pPr": ("w:p",),
    "w:rPr": ("w:r", "m:r"),
    "w:tblPr": ("w:tbl",),
    "w:trPr": ("w:tr",),
    "w:tcPr": ("w:tc",),
    "w:sdtPr": ("w:sdt",),
    "w:ffData": ("w:fldChar",),
}
# Looks of pages and grids, how to say a word, data of other programs.
_NOT_HEARD = frozenset({
    "w:sectPr", "w:tblGrid", "w:tblPrEx", "w:rubyPr", "w:rt", "w:sdtEndPr", "w:customXmlPr",
    "w:smartTagPr", "w:fldData", "m:ctrlPr",
})  # fmt: skip


def name_in_story(parent: str, tag: str) -> str:
    """The name of an element by that of the one around it and its tag, "namespace}name"."""
    if parent == SKIPPED:
        return SKIPPED
    space, _, local = tag.rpartition("}")
    if parent.partition("/")[0] in _PROPERTIES:
        return f"{parent}/{local}"  # also what was before a change, at paths of its own
    name = f"{_PREFIXES.get(space, '?')}:{local}"
    if name in _NOT_HEARD or parent not in _PROPERTIES.get(name, (parent,)):
        return SKIPPED
    return name


# By which names a file asks whether a program understands the newer of two copies.
_UNDERSTOOD = frozenset("wps wpg wpc wp14 w14 w15 a14 c14 cx cx1 cx2 cx4 aink am3d v".split())


def is_understood(requires: str) -> bool:
    """Whether the copy that asks for these is the one to read."""
    return all(n in _UNDERSTOOD or n.startswith("w16") for n in requires.split())
