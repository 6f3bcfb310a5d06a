"""What came of fitting a story: for the report, for the lock, and what is still wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain as chained

from ...model.adjoining import can_move, leaves_room
from ...model.diagnostics import Diagnostic, Rule
from ...model.fitting import MOST_ROWS, Chain, Cut, Fit, Overfull
from ...model.style import Frame
from ..context import Context
from ..faults.components import SIDEBAR_OVERSET
from ..faults.copy import OVERSET
from ..faults.fitting import (
    OR_PICTURE,
    SHORT,
    STOPPED,
    TABLE_GAP,
    UNEVEN,
    WRITE,
    alone,
    keeping,
    overset,
)
from ..faults.frames import FRAME_OVERFLOW
from ..faults.places import NO_ROW
from ..faults.rests import NO_REST_PAGE
from ..landing import lacks_pages
from ..rests import rest_slot
from .cuts import cut_list
from .search import Outcome, fitted
from .sidebar_cuts import sidebar_cuts
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
        cuts=_cuts(outcome),
        overfull=tuple(_overfull(trial)),
        is_locked=outcome.is_locked,
        was_unlocked=outcome.was_unlocked,
    )


def _cuts(outcome: Outcome) -> tuple[Cut, ...]:
    """What to cut of copy that is too long or of which lines stand alone; or that is too short
    since parts stay out, for all of which it is too long."""
    climb, trial = outcome.climb, outcome.trial
    if _lacks_parts(trial):
        whole = climb.lay(replace(trial.choice, left_out=()))
        return cut_list(climb, whole, _refit) if whole.over else ()
    return cut_list(climb, trial, _refit) if trial.over or trial.alone else ()


def _overfull(trial: Trial) -> Iterator[Overfull]:
    """The frames beside the copy that do not hold their texts, each once."""
    for frame, filled in trial.fills:
        rules = [fault.rule for fault in filled.faults if fault.facts.get("frame") == frame.name]
        if SIDEBAR_OVERSET in rules:
            yield Overfull(frame.name, sidebar_cuts(trial.context, frame, filled))
        elif any(rule.code == FRAME_OVERFLOW.code for rule in rules):
            yield Overfull(frame.name)


def _lacks_parts(trial: Trial) -> bool:
    """Whether copy is too short because parts stay out."""
    return bool(trial.short and trial.choice.left_out)


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
    if fit.over:
        yield from _without_rows(outcome)
    if fit.over or fit.short:
        for lever, harm in outcome.climb.stops.items():
            code, span = min(harm)
            layout_name = outcome.climb.layout.name
            yield STOPPED.at(span, article=fit.article, layout=layout_name, lever=lever, code=code)
    for chain in fit.chains:
        facts = {"page": chain.page, "chars": chain.chars}
        cuts = () if _lacks_parts(trial) else fit.cuts
        yield from (alone(cuts).at(span, **facts) for span in chain.alone)
        yield from (TABLE_GAP.at(gap.span, rows=gap.rows, page=gap.page) for gap in chain.gaps)
        is_short = lacking(chain, trial.context.layout.fit.short) > 0
        if not is_short:
            for uneven in chain.unlevel:
                place = {"page": uneven.page, "chars": chain.chars}
                yield UNEVEN.at(uneven.span, rows=uneven.rows, **place)
    if fit.short:
        rule, told = _remedy(outcome, fit)
        for chain in fit.chains:
            lines = lacking(chain, trial.context.layout.fit.short)
            if lines:
                yield _short(trial, chain, lines, rule, told)


def _without_rows(outcome: Outcome) -> Iterator[Diagnostic]:
    """That body frames hold no row as they are drawn, where levers gave them some, too few."""
    given = [fault for _, filled in outcome.trial.fills for fault in filled.faults]
    drawn = {id(filled): filled.faults for _, filled in outcome.climb.plain.fills}.values()
    for fault in chained(*drawn):
        if fault.rule == NO_ROW and fault not in given:
            yield fault


def with_cuts(fault: Diagnostic, fit: Fit | None) -> Diagnostic:
    """A fault of the story's own copy, or of a sidebar; if that is too long, with what to cut."""
    if fit is None or fault.rule not in (OVERSET, SIDEBAR_OVERSET):
        return fault
    beside = {one.frame: one.cuts for one in fit.overfull}
    cuts = fit.cuts if fault.rule == OVERSET else beside.get(fault.facts["frame"], ())
    return replace(fault, rule=overset(cuts, int(fault.facts["chars"]), fault.rule))


def _short(
    trial: Trial, chain: Chain, lines: int, rule: Rule, facts: Mapping[str, object]
) -> Diagnostic:
    article = trial.context.article
    assert article is not None
    return rule.at(
        article.blocks[-1].span,
        layout=trial.context.layout.name,
        page=chain.page,
        lines=lines,
        chars=lines * chain.chars,
        **facts,
    )


def _remedy(outcome: Outcome, fit: Fit) -> tuple[Rule, Mapping[str, object]]:
    """That copy is too short, with what would help besides writing more: a picture so many rows
    higher, which was laid out, or a few lines less and all parts shown."""
    if fit.cuts and _lacks_parts(outcome.trial):
        return replace(SHORT, help=keeping(fit.choice.left_out, fit.cuts, WRITE)), {}
    for frame in outcome.trial.context.layout.frames:
        # What may be moved was.
        is_free = frame.name not in outcome.climb.layout.fit.pictures
        rows = _rows_higher(outcome, frame) if frame.kind == "picture" and is_free else None
        if rows is not None:
            return replace(SHORT, help=OR_PICTURE), {"picture": frame.name, "rows": rows}
    return SHORT, {}


def _rows_higher(outcome: Outcome, frame: Frame) -> int | None:
    """By how many rows a picture must be higher so that the copy is long enough, if that can be."""
    climb, trial = outcome.climb, outcome.trial
    frames = trial.context.layout.frames
    if not can_move(frame, frames):
        return None
    most = sum(leaves_room(frames, frame.name, rows) for rows in range(1, MOST_ROWS + 1))

    def lay(rows: int) -> Trial:
        return climb.lay(
            replace(trial.choice, pictures={**trial.choice.pictures, frame.name: rows})
        )

    low, high = 1, most + 1
    while low < high:
        middle = (low + high) // 2
        if lay(middle).short:
            low = middle + 1
        else:
            high = middle
    return low if low <= most and climb.fits(lay(low)) else None
