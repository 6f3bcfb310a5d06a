"""Laws of all inline features: each is one, and none costs a plain paragraph anything."""

from __future__ import annotations

from hypothesis import given

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.content import SPAN_CLASSES
from koubei_pdf.text.features import FEATURES

from .conftest import make
from .marked import PARTS, lawful, marked, prepared, set_lines
from .texts import COPY, MEASURES


def test_every_class_of_copy_is_a_feature() -> None:
    """A class that copy may hold must do something; keeping together is a wish of breaking."""
    known = {feature.mark for feature in FEATURES}
    assert set(SPAN_CLASSES) - {"keep"} <= known
    assert len(known) == len(FEATURES)


@lawful
@given(text=COPY)
def test_plain_paragraphs_pay_for_nothing(house: FontShelf, text: str) -> None:
    paragraph = make(text, house)
    assert paragraph.stretches == ()
    assert all(segment.scale == 1.0 and not segment.rise for segment in paragraph.segments)


@lawful
@given(parts=PARTS)
def test_dots_and_lines_change_no_width(house: FontShelf, parts: list[tuple[str, str]]) -> None:
    """Emphasis alone has a font of its own."""
    with_marks = prepared(marked(*parts), house)
    fonts = [(text, kind if kind == "emphasis" else "") for text, kind in parts]
    without = prepared(marked(*fonts), house)
    assert with_marks.advances == without.advances
    assert with_marks.breaks == without.breaks


@lawful
@given(parts=PARTS, measure=MEASURES)
def test_nothing_is_lost_beside_features(
    house: FontShelf, parts: list[tuple[str, str]], measure: float
) -> None:
    found = set_lines(prepared(marked(*parts), house), measure)
    text = "".join(text for text, _ in parts)
    assert "".join(run.text for one in found for run in one.runs) == text
