"""The logical structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8; PDF/UA-1, ISO 14289-1).

Document → a section for each bookmarked story → headings, paragraphs, lists, tables, figures and
links. What pages share (folios, running titles), rules and pictures without alternate text are
artifacts.
"""

from __future__ import annotations

from ...model.book import Book, Fill, Item, Link, Page, PlacedPicture, Shape
from ..document import Document, Pdf, array, dictionary, string
from .elements import TITLE, Element, complete, element_of

_ARTIFACT = "/Artifact BMC"


#: Attributes (14.8.5) that types of elements must have: which cells a head is of.
_ATTRIBUTES = {"TH": "<</O /Table /Scope /Column>>"}

#: Elements that may be empty, so that rows have equal lengths.
_CELLS = ("TH", "TD")


class Structure:
    """The structure of a book, gathered while its pages are written."""

    def __init__(self, document: Document, book: Book) -> None:
        self._document = document
        self._root = Element("Document")
        marks = [mark for mark in book.bookmarks if mark.level] or book.bookmarks
        #: The titles of sections by their first page; of several stories that go on there, all.
        self._starts: dict[int, str] = {}
        for mark in marks:
            before = self._starts.get(mark.page)
            self._starts[mark.page] = f"{before}、{mark.text}" if before else mark.text
        self._section = self._open("")
        #: The parents of what has a number in the parent tree (14.7.4.4), by that number.
        self._parents: list[list[Element] | Element] = []

    def _open(self, title: str) -> Element:
        section = Element("Sect", title=title)
        self._root.kids.append(section)
        return section

    def page(self, page: Page, reference: Pdf) -> PageTags:
        """The tags of the next page, which is `reference` in the file."""
        if page.number in self._starts:
            self._section = self._open(self._starts[page.number])
        marked: list[Element] = []
        self._parents.append(marked)
        return PageTags(page, reference, self._section, marked, len(self._parents) - 1)

    def add_link(self, element: Element, annotation: Pdf, page: Pdf) -> None:
        """Join a link's annotation, which must not be in the file yet, to its element."""
        annotation["StructParent"] = len(self._parents)
        self._parents.append(element)
        element.kids.append(dictionary(Type="/OBJR", Obj=self._document.add(annotation), Pg=page))

    def finish(self) -> Pdf:
        """Add the structure tree to the file; gives its root."""
        root = dictionary(Type="/StructTreeRoot")
        reference = self._document.add(root)
        self._add(self._root, reference)
        nums: list[Pdf] = []
        for number, parent in enumerate(self._parents):
            if isinstance(parent, Element):
                nums += [number, parent.object]
            else:
                nums += [number, array([element.object for element in parent])]
        root["K"] = array([self._root.object])
        root["ParentTree"] = self._document.add(dictionary(Nums=array(nums)))
        root["ParentTreeNextKey"] = len(self._parents)
        return reference

    def _add(self, element: Element, parent: Pdf) -> None:
        entries = dictionary(Type="/StructElem", S=f"/{element.kind}", P=parent)
        element.object = self._document.add(entries)
        if element.title:
            entries["T"] = string(element.title)
        if element.alt:
            entries["Alt"] = string(element.alt)
        if element.kind in _ATTRIBUTES:
            entries["A"] = _ATTRIBUTES[element.kind]
        if element.kind == "L":
            entries["A"] = f"<</O /List /ListNumbering {element.key[0]}>>"
        if element.kind == "Table":
            complete(element)
        if element.kind == "Sect":
            element.kids.sort(key=_is_no_title)
            _raise_headings(element)
        kids: list[Pdf] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                if kid.kids or kid.kind in _CELLS:
                    self._add(kid, element.object)
                    kids.append(kid.object)
            elif isinstance(kid, tuple):
                page, number = kid
                kids.append(dictionary(Type="/MCR", Pg=page, MCID=number))
            else:
                kids.append(kid)
        if kids:
            entries["K"] = array(kids)


class PageTags:
    """Marks the content of one page. number: the page's in the parent tree."""

    def __init__(
        self,
        page: Page,
        reference: Pdf,
        section: Element,
        marked: list[Element],
        number: int,
    ) -> None:
        self.number = number
        self._found: dict[int, Element] = {}
        self._page = reference
        self._section = section
        self._marked = marked
        self._links = [item for item in page.items if isinstance(item, Link)]
        count = len(page.items) - page.furniture
        self._furniture = {id(item) for item in page.items[count:]}

    def opened(self, item: Item) -> str:
        """The operator that begins the item's marked content (14.6); EMC ends it."""
        element = self._element(item)
        if element is None:
            return _ARTIFACT
        number = len(self._marked)
        element.kids.append((self._page, number))
        self._marked.append(element)
        return f"/{element.kind} <</MCID {number}>> BDC"

    def _element(self, item: Item) -> Element | None:
        """The element that an item is a part of; None for an artifact."""
        if id(item) in self._furniture or isinstance(item, Fill | Shape | Link):
            return None
        if isinstance(item, PlacedPicture):
            return self._picture(item) if item.alt else None
        for index, link in enumerate(self._links):
            rect = link.rect
            if rect.x0 <= item.x <= rect.x1 and rect.y0 <= item.y <= rect.y1:
                return self.link(index)
        return element_of(self._section, item)

    def _picture(self, picture: PlacedPicture) -> Element:
        """A figure, in the link that it is; a picture over the gutter is one, on two pages."""
        key = ("Figure", picture.key, picture.span)
        link = next((n for n, one in enumerate(self._links) if one.rect == picture.clip), None)
        parent = self._section if link is None else self.link(link)
        for element in parent.elements:
            if element.key == key:
                return element
        element = Element("Figure", key, alt=picture.alt)
        parent.kids.append(element)
        return element

    def link(self, index: int) -> Element:
        """The element of the page's link number `index`."""
        if index not in self._found:
            element = self._found[index] = Element("Link")
            self._section.kids.append(Element("P", kids=[element]))
        return self._found[index]


def _is_no_title(kid: object) -> bool:
    """The key that brings a section's title before all else, which keeps its order."""
    return not (isinstance(kid, Element) and kid.key[:1] == (TITLE,))


def _raise_headings(section: Element) -> None:
    """Make the headings of a section without a title H1: no level may be skipped."""
    elements = [kid for kid in section.kids if isinstance(kid, Element)]
    if not any(element.kind == "H1" for element in elements):
        for element in elements:
            element.kind = "H1" if element.kind == "H2" else element.kind
