"""What a lock says of a story, held against its layout and the limits there.

What does not agree was changed by hand, or the layout has changed since: it is decided anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from ..model.adjoining import BODY
from ..model.content import Article, Run
from ..model.diagnostics import Diagnostic, Span
from ..model.fitting import Choice
from ..model.names import unknown
from ..model.style import Layout
from .faults.lock import BEYOND_LIMIT, NOT_TO_BE_HAD
from .reader import Record

#: By how many lines one paragraph may be set shorter or longer.
_LINES_EACH = 2


class Recorded:
    """The record of a story, as it stands in the lock, in the layout of the page plan."""

    def __init__(self, story: str, record: Record, choice: Choice, layout: Layout) -> None:
        self._story, self._record, self._choice = story, record, choice
        self._plan = self._layout = layout

    def faults(
        self, article: Article | None, layouts: Mapping[str, Layout]
    ) -> Iterator[Diagnostic]:
        """What the layout does not allow. article: None where it is not whole."""
        choice = self._choice
        if choice.layout:
            others = [name for name in self._plan.fit.layouts if name in layouts]
            yield from self._unknown("instead", self._record.texts("instead"), others)
            if choice.layout not in others:
                return
            self._layout = layouts[choice.layout]
        fit = self._layout.fit
        bodies = [frame.name for frame in self._layout.frames if frame.kind == BODY]
        lines = None if article is None else _LINES_EACH * len(article.blocks)
        yield from self._moved("lines", choice.lines, dict.fromkeys(bodies, lines))
        yield from self._moved("pictures", choice.pictures, fit.pictures)
        yield from self._unknown("left_out", self._record.texts("left_out"), fit.parts)
        yield from self._unknown("put_in", self._record.texts("put_in"), fit.spare)
        yield from self._beyond("headings", choice.headings, fit.headings)
        yield from self._beyond("tracking", choice.tracking, fit.tracking)
        if choice.goes_on and (choice.layout or fit.parting is None):
            entry = self._record.node.entries["goes_on"]
            yield from self._unknown("goes_on", [Run("true", entry.value.span)], ("false",))

    def _moved(
        self, key: str, moved: Mapping[str, int], limits: Mapping[str, int | None]
    ) -> Iterator[Diagnostic]:
        """Frames that cannot be moved, and those that are moved too far."""
        entries = self._record.mapping(key)
        names = [Run(name, entries[name].key.span) for name in moved]
        yield from self._unknown(key, names, limits)
        for name, found in moved.items():
            most = limits.get(name)
            if most is not None and abs(found) > most:
                yield self._fault(f"{key}.{name}", entries[name].value.span, found, most)

    def _unknown(
        self, key: str, names: Iterable[Run], known: Collection[str]
    ) -> Iterator[Diagnostic]:
        facts = {"article": self._story, "key": key}
        for run in names:
            if run.text not in known:
                yield unknown(NOT_TO_BE_HAD, run.span, run.text, known, **facts)[0]

    def _beyond(self, key: str, found: int, most: int) -> Iterator[Diagnostic]:
        if abs(found) > most:
            yield self._fault(key, self._record.node.entries[key].value.span, found, most)

    def _fault(self, key: str, span: Span, found: int, most: int) -> Diagnostic:
        return BEYOND_LIMIT.at(
            span,
            article=self._story,
            layout=self._layout.name,
            key=key,
            found=found,
            range=f"{-most}–{most}" if most else "0",
        )
