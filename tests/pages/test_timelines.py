"""Timelines: events with their dates."""

from __future__ import annotations

import pytest

from koubei_pdf.build import Build
from koubei_pdf.model.book import Fill, Shape

from .press import TITLE, Press, book_of, codes, finding, items, lines, row_of

BODY = "  body: {kind: body, page: 2, box: [0, 12, 24, 20]}\n"

EVENTS = f"timeline: [{{date: 去年, text: {'事' * 18}}}, {{date: 今年, text: 事}}]"


def timeline(
    press: Press, options: str = "", head: str = EVENTS, box: str = "[0, 0, 24, 8]"
) -> Build:
    frame = (
        f"  events: {{kind: timeline, page: 1, box: {box}, date_style: flush, text_style: flush,"
        f" date_width: 4{options}}}\n"
    )
    return press.spread(frame + BODY, head=head)


def test_events_begin_on_rows_their_dates_beside_them(press: Press) -> None:
    found = [(x, row_of(y), text) for x, y, text in lines(book_of(timeline(press)), 2, "event")]
    # 4 字 for dates and a gutter of 2 before the events, which are 18 字 wide; a row between them.
    assert found == [(40, 0, "去年"), (100, 0, "事" * 18), (40, 2, "今年"), (100, 2, "事")]


def test_a_rule_runs_from_the_first_dot_to_the_last(press: Press) -> None:
    book = book_of(timeline(press, ", rule: blue, dot: red"))
    (rule,) = (i.rect for i in items(book, 2, "event-rule") if isinstance(i, Fill))
    (dots,) = (i for i in items(book, 2, "event-dot") if isinstance(i, Shape))
    assert (rule.x0 + rule.x1) / 2 == pytest.approx(40 + 50)
    assert (rule.y0, rule.y1) == pytest.approx((45, 75))
    assert dots.outline.ops == "mcccch" * 2
    assert dots.outline.coords[0] == pytest.approx(90 + 2.5)


def test_frames_share_events_out(press: Press) -> None:
    assert finding(timeline(press, ", count: 1"), "T008").facts["part"] == "event 2"
    assert finding(timeline(press, ", first: 2"), "T008").facts["part"] == "event 1"


def test_a_timeline_that_does_not_fit_is_reported(press: Press) -> None:
    assert codes(timeline(press, box="[0, 0, 24, 2]")) == ["T002"]
    assert codes(timeline(press, box="[0, 0, 6, 8]")) == ["T018"]


def test_an_article_may_be_a_timeline_alone(press: Press) -> None:
    frame = (
        "  events: {kind: timeline, page: 1, box: [0, 0, 24, 8], date_style: flush,"
        " text_style: flush}"
    )
    book_of(press.spread(f"{TITLE}\n{frame}", copy="", head=EVENTS))


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("timeline: 去年", "M044"),
        ("timeline: [{date: 去年}]", "M041"),
        ("timeline: [{date: 去年, text: }]", "M042"),
        ("timeline: [{date: 去年, text: 事, place: 里}]", "M040"),
    ],
)
def test_malformed_events_are_reported(press: Press, head: str, code: str) -> None:
    assert code in codes(timeline(press, head=head))
