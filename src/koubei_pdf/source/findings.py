"""Collects what is wrong while the files are read, each fault once."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from dataclasses import replace

from ..model.diagnostics import Diagnostic, Rule, Span
from .faults.wording import DID_YOU_MEAN

#: Names listed in a help, and characters shown of one that the user wrote.
MOST_NAMES = 20
MOST_CHARACTERS = 60

#: How alike two names must be (0–1) for one to be offered in the place of the other.
LIKENESS = 0.55


def shown(text: str) -> str:
    """`text` as a message quotes it: on one line and not too long."""
    text = " ".join(text.split())
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, or None."""
    by_folded = {other.casefold(): other for other in known}
    close = difflib.get_close_matches(shown(name).casefold(), by_folded, n=1, cutoff=LIKENESS)
    return by_folded[close[0]] if close else None


class Findings:
    """The diagnostics of a run, in the order in which they were found."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._seen: set[tuple[str, Span, tuple[tuple[str, str], ...]]] = set()

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.is_error for diagnostic in self.diagnostics)

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a finding, unless the same was found at the same place before.

        One style is read for many layouts, one aliased value in many places: each of its faults
        is one fault.
        """
        facts = tuple(sorted(diagnostic.facts.items()))
        key = (diagnostic.rule.code, diagnostic.span, facts)
        if key not in self._seen:
            self._seen.add(key)
            self.diagnostics.append(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def unknown(
        self, rule: Rule, span: Span, name: str, known: Collection[str], **facts: object
    ) -> str | None:
        """`name` is none of `known`: the help offers the nearest, or lists what is known.

        Gives the nearest, so that the caller can take it as meant and report it missing no more.
        """
        near = nearest(name, known)
        if near is not None:
            rule = replace(rule, help=DID_YOU_MEAN)
        listed = list(known)[:MOST_NAMES]
        more = ["…"] if len(known) > MOST_NAMES else []
        self.add(
            rule.at(
                span,
                name=shown(name),
                nearest=near or "",
                known=", ".join(listed + more) or "–",
                **facts,
            )
        )
        return near
