"""THE STRUCTURE TREE IN THE FILE: elements, their content, and the way back from content to
element (ISO 32000-1, 14.7). Needs the pages' and annotations' object numbers.
"""

from collections.abc import Sequence

from bidwriter.exports.tagged.nodes import Annotation, Mark, Node
from bidwriter.exports.tagged.pages import Book
from bidwriter.exports.tagged.pdffile import PdfFile
from bidwriter.exports.tagged.syntax import dictionary, reference, string


def write_structure(file: PdfFile, book: Book, pages: Sequence[int], links: Sequence[int]) -> int:
    """Write all elements; the number of the StructTreeRoot. `pages` and `links` are the
    objects of the pages and of the link annotations. Page n has /StructParents n, link m
    /StructParent (count of pages + m)."""
    nodes = list(book.root.walk())
    root = file.reserve()
    keys = {node: file.reserve() for node in nodes}
    for node in nodes:
        parent = keys[node.parent] if node.parent else root
        file.fill(keys[node], _element(node, parent, keys, pages, links))
    rows = [[keys[owner] for owner in page.owners] for page in book.pages]
    tree = _parent_tree(file, rows, [keys[link.node] for link in book.links])
    file.fill(
        root,
        dictionary(
            Type=b"/StructTreeRoot",
            K=b"[" + reference(keys[book.root]) + b"]",
            ParentTree=reference(tree),
            ParentTreeNextKey=b"%d" % (len(pages) + len(links)),
        ),
    )
    return root


def _element(
    node: Node, parent: int, keys: dict[Node, int], pages: Sequence[int], links: Sequence[int]
) -> bytes:
    home = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
    kids = [
        shown for kid in node.kids if (shown := _kid(kid, keys, home, pages, links)) is not None
    ]
    return dictionary(
        Type=b"/StructElem",
        S=b"/" + node.tag.encode(),
        P=reference(parent),
        Pg=None if home is None else reference(pages[home]),
        A=b"<<" + node.attributes.encode() + b">>" if node.attributes else None,
        Lang=string(node.language) if node.language else None,
        Alt=string(node.alt) if node.alt else None,
        K=b"[" + b" ".join(kids) + b"]" if kids else None,
    )


def _kid(
    kid: Node | Mark | Annotation,
    keys: dict[Node, int],
    home: int | None,
    pages: Sequence[int],
    links: Sequence[int],
) -> bytes | None:
    """One entry of /K; None for an element that was never drawn. A mark on the element's
    first page is its number alone."""
    if isinstance(kid, Node):
        return reference(keys[kid]) if kid in keys else None
    if isinstance(kid, Annotation):
        return dictionary(Type=b"/OBJR", Obj=reference(links[kid.place]))
    if kid.page == home:
        return b"%d" % kid.number
    return dictionary(Type=b"/MCR", Pg=reference(pages[kid.page]), MCID=b"%d" % kid.number)


def _parent_tree(file: PdfFile, rows: list[list[int]], links: list[int]) -> int:
    """A number tree (7.9.7): page → elements by MCID, annotation → element."""
    entries = [
        b"%d [%b]" % (number, b" ".join(map(reference, row))) for number, row in enumerate(rows)
    ]
    entries += [b"%d %b" % (len(rows) + place, reference(key)) for place, key in enumerate(links)]
    return file.add(dictionary(Nums=b"[" + b"\n".join(entries) + b"]"))
