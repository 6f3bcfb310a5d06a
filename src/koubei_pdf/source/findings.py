"""Collects what is wrong while the files are read, each fault once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..model import names
from ..model.diagnostics import Diagnostic, Rule, Span


class Findings:
    """The diagnostics of a run, in the order in which they were found.

    losses: how many errors were met, also those met before: a reader whose reading adds none has
    read all there is.
    """

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.losses = 0
        self._places: set[tuple[str, Span]] = set()
        self._seen: set[tuple[str, Span, tuple[tuple[str, str], ...]]] = set()

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a finding, unless the same was found at the same place before.

        One style is read for many layouts, one aliased value in many places: each of its faults
        is one fault.
        """
        self.losses += diagnostic.is_error
        self._keep(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep findings about a thing that can be used all the same."""
        for diagnostic in diagnostics:
            self._keep(diagnostic)

    def tells(self, rule: Rule, span: Span) -> bool:
        """Whether a fault of this rule was found at just this place."""
        return (rule.code, span) in self._places

    def _keep(self, diagnostic: Diagnostic) -> None:
        facts = tuple(sorted(diagnostic.facts.items()))
        key = (diagnostic.rule.code, diagnostic.span, facts)
        if key not in self._seen:
            self._seen.add(key)
            self._places.add(key[:2])
            self.diagnostics.append(diagnostic)

    def unknown(
        self, rule: Rule, span: Span, name: str, known: Collection[str], **facts: object
    ) -> str | None:
        """`name` is none of `known`: the help offers the nearest, or lists what is known.

        Gives the nearest, so that the caller can take it as meant and report it missing no more.
        """
        finding, near = names.unknown(rule, span, name, known, **facts)
        self.add(finding)
        return near
