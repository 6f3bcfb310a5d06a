"""Page labels and outline (ISO 32000-1, 12.4.2 and 12.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..model.book import Bookmark, Page
from .document import Document, Pdf, array, dictionary, string

_FOLIO = re.compile(r"(.*?)([1-9][0-9]*)", re.DOTALL)


def page_labels(pages: Sequence[Page]) -> Pdf:
    """The number tree of page labels: each is the folio; a page without one has its number."""
    nums: list[Pdf] = []
    for index, prefix, start in _label_ranges(pages):
        entries = dictionary()
        if prefix:
            entries["P"] = string(prefix)
        if start:
            entries["S"], entries["St"] = "/D", start
        nums += [index, entries]
    return dictionary(Nums=array(nums))


def _label_ranges(pages: Sequence[Page]) -> Iterator[tuple[int, str, int]]:
    """(index of the first page, prefix, number) of runs of pages that count on; 0: no number."""
    expected = None
    for index, page in enumerate(pages):
        match = _FOLIO.fullmatch(page.folio or str(page.number))
        prefix, start = (match[1], int(match[2])) if match else (page.folio, 0)
        if (prefix, start) != expected:
            yield index, prefix, start
        expected = (prefix, start + 1) if start else (prefix, 0)


@dataclass
class _Node:
    bookmark: Bookmark
    children: list[_Node] = field(default_factory=list)

    def size(self) -> int:
        """The number of entries below this one; all of them are open."""
        return sum(1 + child.size() for child in self.children)


def outline(document: Document, bookmarks: Sequence[Bookmark], top: float) -> Pdf:
    """The outline dictionary, all levels open; `top` is the height of the pages (pt)."""
    roots = _tree(bookmarks)
    root = dictionary(Type="/Outlines", Count=len(roots) + sum(node.size() for node in roots))
    reference = document.add(root)
    _link_items(document, roots, root, reference, top)
    return reference


def _tree(bookmarks: Sequence[Bookmark]) -> list[_Node]:
    """Bookmarks nested by level; one that skips a level goes under the entry before it."""
    roots: list[_Node] = []
    path: list[_Node] = []
    for bookmark in bookmarks:
        while path and path[-1].bookmark.level >= bookmark.level:
            path.pop()
        node = _Node(bookmark)
        (path[-1].children if path else roots).append(node)
        path.append(node)
    return roots


def _link_items(
    document: Document, nodes: Sequence[_Node], parent: Pdf, reference: Pdf, top: float
) -> None:
    """Add the entries of one level below `parent` and join them as a list (table 153)."""
    items = [
        dictionary(
            Title=string(node.bookmark.text),
            Parent=reference,
            Dest=document.view_of(node.bookmark.page, top),
        )
        for node in nodes
    ]
    references = [document.add(item) for item in items]
    parent["First"], parent["Last"] = references[0], references[-1]
    for item, previous in zip(items[1:], references, strict=False):
        item["Prev"] = previous
    for item, following in zip(items, references[1:], strict=False):
        item["Next"] = following
    for node, item, own in zip(nodes, items, references, strict=True):
        if node.children:
            item["Count"] = node.size()
            _link_items(document, node.children, item, own, top)
