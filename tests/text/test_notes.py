"""Which rule a note names."""

from __future__ import annotations

import pytest

from koubei_pdf.model.typography import Style
from koubei_pdf.text import compose


@pytest.mark.parametrize(
    ("text", "style", "wanted"),
    [
        ("国，国", "gb", []),
        ("国，“国", "gb", ["6.3.2.2 squeezed beside a mark: “"]),
        ("国。”国", "gb", ["6.3.2.2 squeezed beside a mark: 。"]),
        (
            "国？！国",
            "gb",
            [
                "GB/T 15834 5.1.2 half width, of stacked ？ and ！: ？",
                "GB/T 15834 5.1.2 half width, of stacked ？ and ！: ！",
            ],
        ),
        ("国？！国", "full", ["6.3.2.2 squeezed beside a mark: ？"]),
        ("国，国", "kaiming", ["6.3.2 half width in this style: ，"]),
        ("国。国", "kaiming", []),
        ("国。国", "half", ["6.3.2 half width in this style: 。"]),
        ("国“国", "half", ["6.3.2 half width in this style: “"]),
    ],
)
def test_a_narrow_mark_is_of_its_style_or_of_its_neighbour(
    text: str, style: Style, wanted: list[str]
) -> None:
    (line,) = compose(text, measure=10, indent=0, style=style)
    assert list(line.notes) == wanted


@pytest.mark.parametrize("justify", [True, False])
def test_a_ragged_line_was_not_left_short(justify: bool) -> None:
    line = compose("武汉电信A承载着", measure=5, justify=justify)[0]
    short = compose("IT HarfBuzztelecommunications的", measure=14, indent=0, justify=justify)[0]
    assert not any("left short" in note for note in line.notes) or justify
    assert any("left short" in note for note in short.notes) is justify
