"""FROM PAGES TO A FILE: page objects, annotations, fonts, catalog (ISO 32000-1, 7.7)."""

from collections.abc import Sequence
from urllib.parse import quote

from bidwriter.exports.tagged.embedding import Embedded, write_embedded
from bidwriter.exports.tagged.metadata import Metadata, info, xmp
from bidwriter.exports.tagged.outline import write_outline
from bidwriter.exports.tagged.pages import A4, Book, LinkArea, Page
from bidwriter.exports.tagged.pdffile import PdfFile
from bidwriter.exports.tagged.structure import write_structure
from bidwriter.exports.tagged.syntax import (
    dictionary,
    numbers,
    reference,
    references,
    string,
)
from bidwriter.paths import RESOURCES


def write(book: Book, metadata: Metadata, embedded: Sequence[Embedded]) -> bytes:
    """The whole file. Raises ValueError if a link leads to no destination."""
    file = PdfFile()
    root = file.reserve()
    pages = [file.reserve() for _ in book.pages]
    places = _destinations(book, pages)
    links = [
        file.add(_link(link, len(pages) + place, places)) for place, link in enumerate(book.links)
    ]
    tree = _write_pages(file, book, pages, links)
    structure = write_structure(file, book, pages, links)
    outline = write_outline(file, book.entries, places)
    file.fill(
        root,
        dictionary(
            Type=b"/Catalog",
            Pages=reference(tree),
            Lang=string(metadata.language),
            MarkInfo=b"<</Marked true>>",
            ViewerPreferences=b"<</DisplayDocTitle true>>",
            StructTreeRoot=reference(structure),
            Outlines=reference(outline) if outline else None,
            PageMode=b"/UseOutlines" if outline else None,
            Metadata=reference(_write_metadata(file, metadata)),
            OutputIntents=b"[" + reference(_write_output_intent(file)) + b"]",
            **write_embedded(file, embedded),
        ),
    )
    return file.written(root, file.add(info(metadata)))


def _write_metadata(file: PdfFile, metadata: Metadata) -> int:
    return file.add_stream(xmp(metadata), compress=False, Type=b"/Metadata", Subtype=b"/XML")


def _write_pages(file: PdfFile, book: Book, pages: Sequence[int], links: Sequence[int]) -> int:
    """Write page objects and their streams; the number of the page tree."""
    tree = file.reserve()
    contents = [file.add_stream(_content(page)) for page in book.pages]
    fonts = book.subsets.write(file)
    resources = file.add(dictionary(Font=fonts))
    for number, key in enumerate(pages):
        areas = [links[at] for at, link in enumerate(book.links) if link.page == number]
        page = dictionary(
            Type=b"/Page",
            Parent=reference(tree),
            MediaBox=f"[0 0 {numbers(*A4)}]".encode(),
            Resources=reference(resources),
            Contents=reference(contents[number]),
            StructParents=b"%d" % number,
            Tabs=b"/S",
            Annots=references(areas) if areas else None,
        )
        file.fill(key, page)
    kids = references(list(pages))
    file.fill(tree, dictionary(Type=b"/Pages", Count=b"%d" % len(pages), Kids=kids))
    return tree


def _content(page: Page) -> bytes:
    return "\n".join((*page.under, *page.ops)).encode("latin-1")


def _destinations(book: Book, pages: Sequence[int]) -> dict[str, bytes]:
    """Key → explicit destination: that height at the top of the window, zoom as it was."""
    return {
        key: b"[%b /XYZ 0 %b null]"
        % (reference(pages[place.page]), numbers(min(place.top, A4[1])).encode())
        for key, place in book.places.items()
    }


def _link(link: LinkArea, parent: int, places: dict[str, bytes]) -> bytes:
    """A link annotation that is printed and not hidden (ISO 19005-2, 6.3.2) and says where it
    leads (ISO 14289-1, 7.18.5)."""
    target = link.target
    if target.goto and target.goto not in places:
        raise ValueError(f"a link leads to {target.goto!r}, which is nowhere in the document")
    action = dictionary(Type=b"/Action", S=b"/URI", URI=string(_ascii_address(target.link)))
    return dictionary(
        Type=b"/Annot",
        Subtype=b"/Link",
        Rect=f"[{numbers(*link.box)}]".encode(),
        Border=b"[0 0 0]",
        F=b"4",
        Contents=string(link.contents),
        StructParent=b"%d" % parent,
        Dest=places[target.goto] if target.goto else None,
        A=None if target.goto else action,
    )


def _ascii_address(address: str) -> str:
    """An address in ASCII, as /URI asks (12.6.4.7): all else as percent-encoded UTF-8."""
    return quote(address, safe="!#$%&'()*+,-./:;=?@[]_~", errors="replace")


def _write_output_intent(file: PdfFile) -> int:
    """What the document's RGB means (ISO 19005-2, 6.2.3): sRGB."""
    data = (RESOURCES / "colour" / "sRGB.icc").read_bytes()
    profile = file.add_stream(data, N=b"3", Alternate=b"/DeviceRGB")
    return file.add(
        dictionary(
            Type=b"/OutputIntent",
            S=b"/GTS_PDFA1",
            OutputConditionIdentifier=string("sRGB IEC61966-2.1"),
            RegistryName=string("http://www.color.org"),
            Info=string("sRGB IEC61966-2.1"),
            DestOutputProfile=reference(profile),
        )
    )
