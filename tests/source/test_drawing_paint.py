"""SVG → Drawing: what each path is painted with. Where the paths run: test_drawing.py."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PIL import Image

from koubei_pdf.model.art import Drawing, Path
from koubei_pdf.model.style import BLACK, WHITE, Cmyk, Colour
from koubei_pdf.source.svg.colour import Inks

from . import drawn

BLUE = Cmyk(100, 72, 0, 18)
MIST = Cmyk(0, 0, 0, 12)
#: Stands for whatever the profiles make of a colour that is not in the palette.
CONVERTED = Cmyk(1, 2, 3, 4)
INKS = Inks(
    {"blue": Colour(BLUE, "#16498b"), "mist": Colour(MIST, "#e9e9e9"), "none": Colour(BLACK)},
    lambda rgb: CONVERTED,
)


def draw(body: str) -> Drawing:
    return drawn.draw(body, inks=INKS)


def only(body: str) -> Path:
    (path,) = draw(body).paths
    return path


# --- style ------------------------------------------------------------------------------------


def test_style_attribute_beats_sheet_beats_presentation_attribute() -> None:
    drawing = draw(
        "<style>.a{fill:#fff} #i.a , rect.a{fill:#e9e9e9;} path{fill:#123456}</style>"
        '<path class="a" d="M0 0h1"/><path id="i" class="b a" d="M0 0h1"/>'
        '<path d="M0 0h1" fill="white"/><path d="M0 0h1" class="a" style="fill : #16498b"/>'
        '<circle r="1" fill="#fff"/>'
    )
    assert [p.fill for p in drawing.paths] == [WHITE, MIST, CONVERTED, BLUE, WHITE]


def test_sheet_in_cdata_with_comments() -> None:
    path = only(
        "<style><![CDATA[/* } */ @charset 'utf-8'; .st0{fill:none;stroke:#16498b /* x */;}]]>"
        '</style><path class="st0" d="M0 0h1"/>'
    )
    assert (path.fill, path.stroke) == (None, BLUE)


def test_presentation_is_inherited() -> None:
    path = only(
        '<g fill="none" stroke="#16498b" stroke-width="2"><g fill-rule="evenodd">'
        '<path d="M0 0h1" fill="inherit"/></g></g>'
    )
    assert (path.fill, path.stroke, path.width, path.even_odd) == (None, BLUE, 2, True)


@pytest.mark.parametrize(
    "hidden",
    [
        '<g display="none"><path d="M0 0h1"/><text>x</text></g>',
        '<g style="visibility:hidden"><path d="M0 0h1"/><text>x</text></g>',
        '<path d="M0 0h1" fill="none"/>',
        '<path d="M0 0h1" fill-opacity="0"/>',
        '<g opacity="0%"><path d="M0 0h1"/></g>',
        '<path d="M0 0h1" transform="scale(0)"/>',
        '<path d="M0 0h1" fill="none" stroke="black" stroke-width="0"/>',
        '<title>x</title><desc>y</desc><metadata><a xmlns="urn:x"/></metadata><text> </text>',
        '<i:page xmlns:i="http://www.inkscape.org/"><path d="M0 0h1"/></i:page>',
    ],
)
def test_what_cannot_be_seen_is_not_drawn(hidden: str) -> None:
    assert len(draw(hidden + '<path d="M0 0h1"/>').paths) == 1


def test_visible_child_of_a_hidden_group_is_drawn() -> None:
    body = '<g visibility="hidden"><path visibility="visible" d="M0 0h1"/></g>'
    assert len(draw(body).paths) == 1


def test_stroke_below_the_fill_is_a_path_of_its_own() -> None:
    drawing = draw('<path d="M0 0h1" stroke="#fff" stroke-width="2" paint-order="stroke"/>')
    assert [(p.fill, p.stroke, p.width) for p in drawing.paths] == [
        (None, WHITE, 2),
        (BLACK, None, 0),
    ]


def test_stroke_is_enlarged_evenly() -> None:
    path = only(
        '<path transform="scale(1 4)" d="M0 0h1" stroke="black" stroke-width="3" '
        'stroke-dasharray="1,2" stroke-linecap="round" stroke-linejoin="bevel"/>'
    )
    assert (path.width, path.dash, path.cap, path.join) == (6, (2, 4), 1, 2)


# --- colours ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        ("#16498B", BLUE),
        ("rgb(22, 73, 139)", BLUE),
        ("rgb(22 73 139 / 100%)", BLUE),
        ("#16498bff", BLUE),
        ("#16498b icc-color(x, 1, 0, 0, 0)", BLUE),
        ("device-cmyk(1 .72 0 18%)", BLUE),
        ("device-cmyk(100%, 72%, 0%, 18%)", BLUE),
        ("black", BLACK),
        ("#000", BLACK),
        ("white", WHITE),
        ("#e9e9e9", MIST),
        ("Tomato", CONVERTED),
        ("rgb(100%,0%,0%)", CONVERTED),
        ("currentColor", "section"),
    ],
)
def test_colours(colour: str, ink: object) -> None:
    assert only(f'<path d="M0 0h1" fill="{colour}"/>').fill == ink


def test_greys_print_in_black_alone_and_lighter_means_less() -> None:
    inks = [INKS.of((value, value, value)) for value in range(256)]
    assert {(ink.c, ink.m, ink.y) for ink in inks} == {(0, 0, 0)}
    assert all(a.k >= b.k for a, b in pairwise(inks) if MIST not in (a, b))
    assert INKS.of((128, 128, 128)).k == 62.0


def test_current_colour_is_the_property_where_it_is_set() -> None:
    drawing = draw(
        '<g color="#16498b"><path d="M0 0h1" fill="currentColor"/></g>'
        '<g color="currentColor"><path d="M0 0h1" fill="currentColor"/></g>'
    )
    assert [p.fill for p in drawing.paths] == [BLUE, "section"]


def test_named_colours_do_not_depend_on_what_pillow_did_before() -> None:
    Image.new("RGB", (1, 1), "tomato")  # Pillow then keeps the name in another form
    assert only('<path d="M0 0h1" fill="tomato"/>').fill == CONVERTED


def test_the_same_bytes_give_the_same_drawing() -> None:
    body = (
        '<g clip-path="url(#a)"><clipPath id="a"><circle r="4"/></clipPath><path d="M0 0h1"/></g>'
    )
    assert draw(body) == draw(body)
