"""The part of CSS that drawing programs write: style attributes and sheets of simple selectors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .tree import Element

Style = dict[str, str]

INHERITED = frozenset([
    "fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-opacity",
    "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "color", "visibility", "clip-rule",
    "paint-order",
])  # fmt: skip
PROPERTIES = INHERITED | frozenset([
    "opacity", "display", "clip-path", "overflow", "transform", "transform-origin", "stop-color",
    "stop-opacity", "filter", "mask", "mix-blend-mode", "marker", "marker-start", "marker-mid",
    "marker-end", "stroke-dashoffset", "vector-effect",
])  # fmt: skip

_COMMENT = re.compile(r"/\*(?:.*?\*/|.*)", re.DOTALL)
_PUNCTUATION = re.compile(r"[{};]")
_SELECTOR = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][\w-]+)*)")
_PART = re.compile(r"[.#][\w-]+")
#: At-rules that change nothing in a drawing without text.
_IDLE_AT_RULES = ("@charset", "@namespace", "@font-face")


def inheritable(style: Style) -> Style:
    """What the children of an element of this style start from."""
    return {name: value for name, value in style.items() if name in INHERITED}


@dataclass(frozen=True, slots=True)
class _Rule:
    """One simple selector (`tag.class#id`, all parts optional) and what it declares."""

    tag: str
    parts: frozenset[str]
    rank: tuple[int, int, int, int]
    declarations: Style

    @property
    def key(self) -> str:
        """A part that every element it selects must have."""
        return max(self.parts, key=lambda part: (part[0] == "#", part), default=self.tag)

    def selects(self, tag: str, parts: frozenset[str]) -> bool:
        return self.tag in ("*", tag) and self.parts <= parts


class StyleSheet:
    """All `style` elements of a document."""

    def __init__(self) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._count = 0
        self._parts: set[str] = set()
        self._selected: dict[tuple[str, frozenset[str]], Style] = {}
        self._parsed: dict[str, Style] = {}

    def add(self, text: str) -> list[str]:
        """Take in the text of a `style` element; returns the selectors and at-rules not understood.

        To be called before the first `declared`.
        """
        strange: list[str] = []
        for prelude, body in _blocks(_COMMENT.sub(" ", text)):
            if not prelude or prelude.startswith("@"):
                if prelude and not prelude.startswith(_IDLE_AT_RULES):
                    strange.append(prelude)
                continue
            declarations = self._declarations(body)
            selectors = [selector.strip() for selector in prelude.split(",")]
            strange += [each for each in selectors if not self._take(each, declarations)]
        return strange

    def _take(self, selector: str, declarations: Style) -> bool:
        match = _SELECTOR.fullmatch(selector)
        if match is None or not selector:
            return False
        parts = frozenset(_PART.findall(match[2]))
        tag = match[1] or "*"
        ids = sum(part[0] == "#" for part in parts)
        self._count += 1
        self._parts |= parts
        rank = (ids, len(parts) - ids, int(tag != "*"), self._count)
        rule = _Rule(tag, parts, rank, declarations)
        self._rules.setdefault(rule.key, []).append(rule)
        return True

    def declared(self, element: Element) -> Style:
        """What is declared for an element: its attributes, under the sheet, under its `style`."""
        attributes = element.attributes
        style = {name: attributes[name] for name in attributes.keys() & PROPERTIES}
        if self._rules:
            style |= self._from_rules(element)
        if "style" in attributes:
            style |= self._declarations(attributes["style"])
        return {name: value for name, value in style.items() if value != "inherit"}

    def _from_rules(self, element: Element) -> Style:
        parts = {"." + name for name in element.attributes.get("class", "").split()}
        if "id" in element.attributes:
            parts.add("#" + element.attributes["id"])
        # Parts that no rule names cannot matter, and nearly all ids are such: drop them, so that
        # elements of one class share one selection.
        subject = (element.name, frozenset(parts & self._parts))
        if subject not in self._selected:
            self._selected[subject] = self._select(*subject)
        return self._selected[subject]

    def _select(self, tag: str, parts: frozenset[str]) -> Style:
        keys = {"*", tag} | parts
        rules = [
            rule for key in keys for rule in self._rules.get(key, ()) if rule.selects(tag, parts)
        ]
        style: Style = {}
        for rule in sorted(rules, key=lambda rule: rule.rank):
            style |= rule.declarations
        return style

    def _declarations(self, text: str) -> Style:
        """`name: value; …` as a mapping of the properties that matter."""
        if text not in self._parsed:
            pairs = (item.partition(":") for item in text.split(";"))
            named = ((name.strip().lower(), value) for name, _, value in pairs)
            self._parsed[text] = {
                name: value.replace("!important", "").strip()
                for name, value in named
                if name in PROPERTIES
            }
        return self._parsed[text]


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Prelude and body of each block of a sheet; an at-rule without a block has no body."""
    depth = start = 0
    prelude = ""
    for mark in _PUNCTUATION.finditer(text):
        if mark[0] == "{":
            if depth == 0:
                prelude, start = text[start : mark.start()].strip(), mark.end()
            depth += 1
        elif mark[0] == "}":
            depth = max(depth - 1, 0)
            if depth == 0:
                yield prelude, text[start : mark.start()]
                prelude, start = "", mark.end()
        elif depth == 0:
            yield text[start : mark.start()].strip(), ""
            start = mark.end()
