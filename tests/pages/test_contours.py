"""Outlines of pictures, from paths, alpha and declared corners."""

from __future__ import annotations

import io
from math import pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from koubei_pdf.model.art import Drawing, Outline, Path
from koubei_pdf.model.book import GlyphRun, PlacedPicture
from koubei_pdf.model.content import Picture
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.style import BLACK, WHITE
from koubei_pdf.pages.contours import contour_rects

from .press import Press, book_of, items

AREA = Rect(0, 0, 200, 100)


def rects(paths: tuple[Path, ...], **fields: object) -> list[Rect]:
    picture = Picture("p", Drawing(20, 10, paths), Span("a.md"), **fields)  # type: ignore[arg-type]
    return list(contour_rects(picture, AREA, AREA))


def triangle(*points: float, fill: object = BLACK) -> Path:
    return Path(Outline("mllh", points), fill)  # type: ignore[arg-type]


@given(
    points=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=3, max_size=8),
    at=st.floats(0, 1),
    along=st.integers(0, 7),
)
def test_every_point_of_a_polygons_edge_is_covered(
    points: list[tuple[float, float]], at: float, along: int
) -> None:
    picture = Picture("p", Drawing(1, 1, ()), Span("a.md"), contour=tuple(points))
    found = list(contour_rects(picture, AREA, AREA))
    (x0, y0), (x1, y1) = points[along % len(points)], points[(along + 1) % len(points)]
    x, y = 200 * (x0 + at * (x1 - x0)), 100 * (y0 + at * (y1 - y0))
    near = [r for r in found if r.y0 - 1e-6 <= y <= r.y1 + 1e-6]
    if any(r.width > 0.02 for r in found):
        assert not near or min(r.x0 for r in near) <= x + 0.02
        assert not near or max(r.x1 for r in near) >= x - 0.02


def test_the_outline_of_a_triangle_widens_downwards() -> None:
    found = rects((triangle(10, 0, 20, 10, 0, 10),))
    assert len(found) == 100
    assert found[0] == Rect(pytest.approx(99), 0, pytest.approx(101), pytest.approx(1))
    assert found[-1] == Rect(pytest.approx(0), pytest.approx(99), pytest.approx(200), 100)


def test_white_paths_and_what_is_clipped_do_not_count() -> None:
    page = Path(Outline("mlllh", (0, 0, 20, 0, 20, 10, 0, 10)), WHITE)
    bar = Path(Outline("mlllh", (5, 2, 10, 2, 10, 4, 5, 4)), BLACK)
    found = rects((page, bar))
    assert {(round(r.x0), round(r.x1)) for r in found} == {(50, 100)}
    assert (found[0].y0, round(found[-1].y1)) == (pytest.approx(20, abs=1), 41)


def test_a_stroke_counts_with_its_weight() -> None:
    line = Path(Outline("ml", (4, 5, 16, 5)), None, BLACK, width=2)
    found = rects((line,))
    assert min(r.x0 for r in found) == pytest.approx(30)
    assert max(r.x1 for r in found) == pytest.approx(170)
    assert min(r.y0 for r in found) == pytest.approx(40, abs=1.01)
    assert max(r.y1 for r in found) == pytest.approx(60, abs=1.01)


def test_curves_are_followed() -> None:
    """Half a circle of radius 5, bulging to the right, by the usual Bézier."""
    k = 5 * 0.5523
    coords = (10, 0, 10 + k, 0, 15, 5 - k, 15, 5, 15, 5 + k, 10 + k, 10, 10, 10)
    found = rects((Path(Outline("mcch", coords), BLACK),))
    middle = found[len(found) // 2]
    assert middle.x1 == pytest.approx(150, abs=0.2)
    quarter = found[len(found) // 4]
    assert quarter.x1 == pytest.approx(100 + 50 * sin(pi / 3), abs=2)


def test_a_crop_shows_its_part_of_the_outline() -> None:
    picture = Picture("p", Drawing(20, 10, ()), Span("a.md"), contour=((0, 0), (1, 0), (0, 1)))
    found = list(contour_rects(picture, AREA, Rect(50, 0, 100, 100)))
    assert all(50 <= r.x0 < r.x1 <= 100 for r in found)
    assert max(r.y1 for r in found) == pytest.approx(75, abs=1.01)


@pytest.mark.parametrize("cached", [False, True])
def test_text_runs_around_what_is_not_transparent(press: Press, cached: bool) -> None:
    """A bar in the left half of a raster with alpha; the second reading comes from the cache."""
    from koubei_pdf.build import build
    from koubei_pdf.imaging import Cache

    image = Image.new("RGBA", (600, 300))
    ImageDraw.Draw(image).rectangle((0, 0, 299, 299), fill=(0, 0, 0, 255))
    file = io.BytesIO()
    image.save(file, format="PNG")
    (press.folder / "articles").mkdir(exist_ok=True)
    (press.folder / "articles/p.png").write_bytes(file.getvalue())
    press.spread(
        "  picture: {kind: picture, page: 2, box: [0, 0, 20, 7], runaround: contour}\n"
        "  body: {kind: body, page: 2, box: [0, 0, 24, 20]}",
        copy="国" * 200,
        head="pictures: [{file: p.png}]",
    )
    cache = Cache(press.folder / "cache")
    book = None
    for _ in range(1 + cached):
        book = book_of(build(press.folder / "issue.yaml", cache=cache))
    assert book is not None
    (picture,) = items(book, 3, "picture")
    assert isinstance(picture, PlacedPicture)
    runs = [run for run in items(book, 3, "body") if isinstance(run, GlyphRun)]
    beside = [run for run in runs if run.y < picture.clip.y1]
    assert len(beside) == 7
    # The first line is indented by 2 字.
    assert [run.x for run in beside] == [20 + 110 + 20, *[20 + 110] * 6]
