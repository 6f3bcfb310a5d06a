"""What came of fitting a story: for the report, for the lock, and what is still wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from ...model.adjoining import facing
from ...model.diagnostics import Diagnostic
from ...model.fitting import Chain, Fit
from ..context import Context
from ..faults.copy import OVERSET
from ..faults.fitting import ALONE, OR_PICTURE, SHORT, STOPPED, UNEVEN, overset
from ..faults.rests import NO_REST_PAGE
from ..landing import lacks_pages
from ..rests import rest_slot
from .cuts import cut_list
from .search import Outcome, fitted
from .trial import Trial, lacking


def fit_of(outcome: Outcome) -> Fit | None:
    """How a story was fitted; None for pages without copy."""
    trial = outcome.trial
    slot = trial.context.slot
    if trial.context.article is None or not trial.chains:
        return None
    return Fit(
        first=slot.first,
        last=slot.last,
        article=trial.context.article.id,
        layout=slot.layout,
        choice=trial.settled,
        chains=trial.chains,
        over=trial.over,
        short=trial.short,
        cuts=cut_list(outcome.climb, trial, _refit) if trial.over else (),
        is_locked=outcome.is_locked,
        was_unlocked=outcome.was_unlocked,
    )


def _refit(context: Context) -> Trial:
    return fitted(context).trial


def findings(outcome: Outcome, fit: Fit) -> Iterator[Diagnostic]:
    """That copy is too short; or too long, and there are no pages where it might go on; what kept
    levers from helping; and what is wrong with how its columns end."""
    trial = outcome.trial
    issue, layout, article = trial.context.issue, trial.context.layout, trial.context.article
    has_rest = rest_slot(issue, fit.article) is not None or lacks_pages(issue)
    if fit.over and layout.fit.parting and not has_rest:
        assert article is not None
        yield NO_REST_PAGE.at(article.span, layout=layout.name, article=fit.article)
    if fit.over or fit.short:
        for lever, harm in outcome.climb.stops.items():
            code, span = min(harm)
            layout_name = outcome.climb.layout.name
            yield STOPPED.at(span, article=fit.article, layout=layout_name, lever=lever, code=code)
    for chain in fit.chains:
        facts = {"page": chain.page, "chars": chain.chars}
        yield from (ALONE.at(span, **facts) for span in chain.alone)
        if chain.uneven and trial.context.article is not None:
            span = trial.context.article.blocks[0].span
            yield UNEVEN.at(span, rows=chain.uneven, **facts)
    if not fit.over:
        for chain in fit.chains:
            lines = lacking(chain, trial.context.layout.fit.short)
            if lines:
                yield _short(trial, chain, lines)


def with_cuts(fault: Diagnostic, fit: Fit | None) -> Diagnostic:
    """A fault of the story's own copy; if that is too long, with what to cut."""
    if fit is None or not fit.cuts or fault.rule != OVERSET:
        return fault
    return replace(fault, rule=overset(fit.cuts, int(fault.facts["chars"])))


def _short(trial: Trial, chain: Chain, lines: int) -> Diagnostic:
    layout, article = trial.context.layout, trial.context.article
    assert article is not None
    span = article.blocks[-1].span
    facts = {"layout": layout.name, "page": chain.page, "chars": lines * chain.chars}
    for frame in layout.frames:
        if frame.kind == "picture" and facing(frame, layout.frames) is not None:
            rule = replace(SHORT, help=OR_PICTURE)
            rows = ceil(lines / chain.columns)
            return rule.at(span, lines=lines, picture=frame.name, rows=rows, **facts)
    return SHORT.at(span, lines=lines, **facts)
