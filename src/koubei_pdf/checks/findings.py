"""What was found, and the same found in many places as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..model.diagnostics import Bilingual, Lang
from ..model.geometry import PT_PER_MM, Rect
from ..pdf import limits
from .rules import PdfRule

#: A fact is a text, or a text in both languages.
Facts = Mapping[str, str | Bilingual]

#: Facts that differ from place to place; the finding shows the worst one.
VARYING = frozenset(("value", "size"))


class Finding(NamedTuple):
    """A rule that is broken at one place.

    page: its number from 1, 0 for the file as a whole. box: from the trim's upper left (pt).
    badness: the greatest of many is shown.
    """

    rule: PdfRule
    facts: Facts
    page: int = 0
    box: Rect | None = None
    badness: float = 0.0


class Place(NamedTuple):
    """A page, and what is there: its box (pt) and its upper left (mm), from the trim's own."""

    page: int
    x: float
    y: float
    box: Rect


class Group(NamedTuple):
    """A rule that is broken in one way: the worst facts, all pages, the first places."""

    rule: PdfRule
    facts: Facts
    pages: tuple[int, ...]
    places: tuple[Place, ...]
    found: int

    def message(self, lang: Lang) -> str:
        return self.rule.message.text(lang, worded(self.facts, lang))

    def help(self, lang: Lang, own: bool) -> str:
        """What to do; own: in an issue of ours, not in the program that made the file."""
        text = self.rule.own if own and self.rule.own else self.rule.help
        return text.text(lang, worded(self.facts, lang))


def worded(facts: Facts, lang: Lang) -> dict[str, str]:
    """Facts in one language."""
    return {
        key: value.text(lang) if isinstance(value, Bilingual) else value
        for key, value in facts.items()
    }


def number(value: float) -> str:
    """A number as findings show it: at most two digits behind the point."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """Equal findings once each, in the order of their codes and first pages."""
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        facts = sorted((k, v) for k, v in finding.facts.items() if k not in VARYING)
        key = (finding.rule.code, *((name, repr(value)) for name, value in facts))
        alike.setdefault(key, []).append(finding)
    groups = [_group(found) for found in alike.values()]
    return sorted(groups, key=lambda group: (group.rule.code, group.pages[:1]))


def _group(found: list[Finding]) -> Group:
    worst = max(found, key=lambda finding: finding.badness)
    pages = tuple(sorted({finding.page for finding in found if finding.page}))
    placed = [(f.page, f.box) for f in found if f.box is not None]
    places: dict[tuple[int, float, float], Place] = {}
    for page, box in placed[: limits.PLACES]:
        x, y = round(box.x0 / PT_PER_MM, 1), round(box.y0 / PT_PER_MM, 1)
        places.setdefault((page, x, y), Place(page, x, y, box))
    return Group(worst.rule, worst.facts, pages, tuple(places.values()), len(found))


def page_list(pages: Iterable[int]) -> str:
    """Page numbers as people write them: 4–9, 12."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in runs)
