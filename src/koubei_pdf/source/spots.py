"""Spot colours whose names people take for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.diagnostics import Diagnostic, Span
from ..model.names import plain_name, shown
from .picture_faults import SPOTS_ALIKE


def alike(known: Iterable[str], more: Iterable[tuple[str, Span]]) -> Iterator[Diagnostic]:
    """The names among `more` that differ from an earlier one, or one of `known`, in spelling alone.

    Each spelling is told where it comes first.
    """
    usual: dict[str, str] = {}
    told = set()
    for name in known:
        usual.setdefault(plain_name(name), name)
        told.add(name)
    for name, span in more:
        other = usual.setdefault(plain_name(name), name)
        if name not in told and name != other:
            yield SPOTS_ALIKE.at(span, name=shown(name), other=shown(other))
        told.add(name)
