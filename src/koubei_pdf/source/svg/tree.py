"""SVG bytes → a tree of elements with their places; nothing is fetched, no entity expanded."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from ...model.diagnostics import Rule
from . import faults
from .faults import Faults

MAX_DEPTH = 100
_SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "http://www.w3.org/1999/xlink href"
#: Elements that describe and never draw: left out of the tree with all that they hold.
_DESCRIPTIONS = frozenset(["title", "desc", "metadata"])


@dataclass(slots=True)
class Element:
    """An element of the SVG namespace; line and column of its `<`, from 1."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list[Element] = field(default_factory=list)
    text: str = ""


class _RefusedError(Exception):
    """The document breaks one of our own limits, at a line and column."""

    def __init__(self, rule: Rule, place: tuple[int, int], fact: str = "") -> None:
        super().__init__(rule.code)
        self.rule = rule
        self.place = place
        self.fact = fact


class _Builder:
    """Receives expat's events and grows the tree."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self._skipped = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._doctype

    @property
    def _place(self) -> tuple[int, int]:
        """Line and column, from 1, of the event being handled."""
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def parse(self, data: bytes) -> None:
        self._parser.Parse(data, True)

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        namespace, _, name = qualified.rpartition(" ")
        foreign = namespace not in (_SVG, "")
        if self._skipped or ((foreign or name in _DESCRIPTIONS) and self._open):
            self._skipped += 1
            return
        if not self._open and (foreign or name != "svg"):
            raise _RefusedError(faults.NOT_SVG, self._place, name)
        if len(self._open) == MAX_DEPTH:
            raise _RefusedError(faults.TOO_DEEP, self._place, str(MAX_DEPTH))
        element = Element(name, _own(attributes), *self._place)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _qualified: str) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._open.pop()

    def _characters(self, text: str) -> None:
        if not self._skipped:
            self._open[-1].text += text

    def _doctype(self, _name: str, _system: str | None, _public: str | None, internal: int) -> None:
        # Old exporters name the SVG 1.1 DTD; naming it is harmless, declaring entities is not.
        if internal:
            raise _RefusedError(faults.ENTITIES, self._place)


def _own(attributes: dict[str, str]) -> dict[str, str]:
    """The attributes of SVG itself; xlink:href under its modern name."""
    own = {name: value for name, value in attributes.items() if " " not in name}
    if _XLINK_HREF in attributes:
        own.setdefault("href", attributes[_XLINK_HREF])
    return own


def parse(data: bytes, found: Faults) -> Element | None:
    """The root `svg` element of a document, or None when a fault was reported."""
    builder = _Builder()
    try:
        builder.parse(data)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        found.add(faults.BAD_XML, error.lineno, error.offset + 1, reason=reason)
        return None
    except (ValueError, LookupError) as error:  # an encoding that expat or Python does not know
        found.add(faults.BAD_XML, 1, 1, reason=str(error))
        return None
    except _RefusedError as refusal:
        found.add(refusal.rule, *refusal.place, fact=refusal.fact)
        return None
    return builder.root


def has_text(element: Element) -> bool:
    """Whether a text element would show anything."""
    return bool(element.text.strip()) or any(map(has_text, element.children))
