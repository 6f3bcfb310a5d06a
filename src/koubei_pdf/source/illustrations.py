"""The pictures that articles and page slots name, and the people with their portraits."""

from __future__ import annotations

from dataclasses import replace

from ..model.art import PAGE_BOXES, PdfPage, PdfPart
from ..model.content import Person, Picture, Run
from ..model.names import shown
from ..model.schema import Key
from .desk import Desk
from .faults.articles import BAD_CONTOUR, BAD_FOCUS, BAD_FOCUS_BOX
from .lengths import parse_number
from .picture_faults import NOT_A_PDF
from .reader import Record, as_choice, within
from .yaml_nodes import ListNode, Node, TextNode

#: What is said of a page of a PDF alone.
PART_KEYS = ("page", "box")
PICTURE_KEYS = ("file", "caption", "alt", "focus", "focus_box", "contour", *PART_KEYS)
PERSON_KEYS = ("name", "picture", "note")

_PAGE = Key("integer", least=1, most=10_000)
_WHOLE = PdfPart()
_FRACTION = Key("number", least=0, most=1)
_MIDDLE = (0.5, 0.5)


def read_pictures(record: Record, folder: str, desk: Desk) -> tuple[Picture, ...]:
    """The list under `pictures`; files are named from `folder`."""
    pictures = (_picture(node, folder, desk) for node in record.items("pictures"))
    return tuple(picture for picture in pictures if picture is not None)


def read_people(record: Record, folder: str, desk: Desk) -> tuple[Person, ...]:
    """The list under `people`."""
    people = (_person(node, folder, desk) for node in record.items("people"))
    return tuple(person for person in people if person is not None)


def _picture(node: Node, folder: str, desk: Desk) -> Picture | None:
    record = Record.of(node, "pictures", PICTURE_KEYS, desk.findings, required=("file",))
    if record is None:
        return None
    caption, alt = record.text("caption"), record.text("alt")
    focus_node, box_node, contour = (record.get(key) for key in ("focus", "focus_box", "contour"))
    kept = None if box_node is None else _focus_box(box_node, desk)
    middle = ((kept[0] + kept[2]) / 2, (kept[1] + kept[3]) / 2) if kept else _MIDDLE
    focus = middle if focus_node is None else _focus(focus_node, desk)
    outline = () if contour is None else _contour(contour, desk)
    file = record.text("file")
    if file is None:
        return None
    words, part = alt.text if alt else "", _part(record, desk)
    picture = _load(file, folder, desk, caption, words, focus, part)
    if picture is not None and not isinstance(picture.art, PdfPage):
        for key in PART_KEYS:
            said = record.get(key)
            if said is not None:
                desk.findings.add(NOT_A_PDF.at(said.span, path=shown(file.text), key=key))
    return picture and replace(picture, focus_box=kept, contour=outline)


def _part(record: Record, desk: Desk) -> PdfPart:
    """Which page of a PDF is meant, and which of its boxes."""
    node = record.get("box")
    box = None if node is None else as_choice(node, "box", desk.findings, PAGE_BOXES)
    return PdfPart(record.integer("page", _PAGE) or 1, box or PAGE_BOXES[0])


def _person(node: Node, folder: str, desk: Desk) -> Person | None:
    required = ("name", "picture")
    record = Record.of(node, "people", PERSON_KEYS, desk.findings, required)
    if record is None:
        return None
    name, file, note = record.text("name"), record.text("picture"), record.text("note")
    if name is None or file is None:
        return None
    picture = _load(file, folder, desk, None, name.text, _MIDDLE)
    return None if picture is None else Person(name, picture, note)


def _load(
    file: Run,
    folder: str,
    desk: Desk,
    caption: Run | None,
    alt: str,
    focus: tuple[float, float],
    part: PdfPart = _WHOLE,
) -> Picture | None:
    path = desk.path(folder, file.text, file.span)
    art = None if path is None else desk.art(path, file.span, part)
    if path is None or art is None:
        return None
    key = f"{path}#{part.page} {part.box}" if isinstance(art, PdfPage) else path
    return Picture(key, art, file.span, caption, alt, focus)


def _focus(node: Node, desk: Desk) -> tuple[float, float]:
    """Two fractions, as a list or as one text with a space."""
    numbers = _fractions(node)
    if len(numbers) == 2:
        return numbers[0], numbers[1]
    desk.findings.add(BAD_FOCUS.at(node.span, found=shown(_written(node))))
    return _MIDDLE


def _focus_box(node: Node, desk: Desk) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom."""
    numbers = _fractions(node)
    if len(numbers) == 4:
        x0, y0, x1, y1 = numbers
        if x0 < x1 and y0 < y1:
            return x0, y0, x1, y1
    desk.findings.add(BAD_FOCUS_BOX.at(node.span, found=shown(_written(node))))
    return None


def _contour(node: Node, desk: Desk) -> tuple[tuple[float, float], ...]:
    """Three corners or more that enclose an area."""
    items = node.items if isinstance(node, ListNode) else ()
    corners = [numbers for item in items if len(numbers := _fractions(item)) == 2]
    if len(corners) == len(items) >= 3:
        xs, ys = zip(*corners, strict=True)
        if min(xs) < max(xs) and min(ys) < max(ys):
            return tuple(zip(xs, ys, strict=True))
    desk.findings.add(BAD_CONTOUR.at(node.span, found=shown(_written(node))))
    return ()


def _fractions(node: Node) -> list[float]:
    """The numbers of a list, or of a text with spaces; none where one is no fraction."""
    parts = _written(node).split()
    numbers = [parse_number(part) for part in parts]
    found = [n for n in numbers if n is not None and within(n, _FRACTION)]
    return found if len(found) == len(parts) else []


def _written(node: Node) -> str:
    """A list of numbers, or of such lists, as it was written, near enough."""
    if isinstance(node, ListNode):
        return " ".join(map(_written, node.items))
    return node.text if isinstance(node, TextNode) else "?"
