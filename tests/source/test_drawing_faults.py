"""What is wrong with a drawing is said with its place, and no bytes whatever raise anything."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.model.art import Drawing
from koubei_pdf.model.diagnostics import Diagnostic, Span
from koubei_pdf.model.style import BLACK, Cmyk
from koubei_pdf.source import picture_faults
from koubei_pdf.source.drawing import read_drawing
from koubei_pdf.source.svg.colour import Inks
from koubei_pdf.source.svg.faults import MAX_FAULTS

INKS = Inks({}, lambda rgb: Cmyk(rgb[0] / 2.55, rgb[1] / 2.55, rgb[2] / 2.55, 0))
PATH = '<path d="M0 0h9v9z"/>'


def read(data: str | bytes) -> tuple[Drawing | None, list[Diagnostic]]:
    return read_drawing(data.encode() if isinstance(data, str) else data, "a.svg", INKS)


def draw(body: str) -> tuple[Drawing, list[Diagnostic]]:
    """Drawing and faults of a body that begins on line 2."""
    drawing, found = read(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99">\n{body}\n</svg>'
    )
    assert drawing is not None
    return drawing, found


def codes(found: list[Diagnostic]) -> list[str]:
    return [fault.rule.code for fault in found]


# --- files that are no drawing ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        ("", "P020", 1, 1),
        ("<svg>\n  <g></svg>", "P020", 2, 8),
        ('<?xml version="1.0" encoding="GB18030"?><svg/>', "P020", 1, 1),
        ("<html><body/></html>", "P021", 1, 1),
        ('<svg xmlns="urn:x"/>', "P021", 1, 1),
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "P022", 1, 15),
        ("<svg>\n" + "<g>" * 100 + "</g>" * 100 + "</svg>", "P023", 2, 298),
        ("\n<svg/>", "P024", 2, 1),
        ('<svg width="100%" height="100%"/>', "P024", 1, 1),
        ('<svg viewBox="0 0 1e7 5"/>', "P024", 1, 1),
    ],
)
def test_unreadable_files(data: str, code: str, line: int, column: int) -> None:
    drawing, found = read(data)
    assert drawing is None
    assert codes(found) == [code]
    assert (found[0].span.line, found[0].span.column) == (line, column)


def test_plain_doctype_of_old_exporters_is_harmless() -> None:
    drawing, found = read(
        '<?xml version="1.0" encoding="utf-8"?><!-- Generator: Adobe Illustrator -->'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{PATH}</svg>'
    )
    assert drawing is not None
    assert found == []


def test_encodings_that_xml_knows() -> None:
    svg = f'<?xml version="1.0" encoding="utf-16"?><svg viewBox="0 0 9 9">{PATH}</svg>'
    assert read(svg.encode("utf-16"))[1] == []


# --- content ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<g/>", "P025"),
        ('<text x="3"><tspan>字</tspan></text>', "P030"),
        (
            '<clipPath id="c"><text>字</text></clipPath><path d="M0 0h1" clip-path="url(#c)"/>',
            "P030",
        ),
        ('<image href="data:image/png;base64,xx"/>', "P031"),
        ("<foreignObject/>", "P032"),
        ("<mesh/>", "P032"),
        ("<script>alert(1)</script>", "P033"),
        ('<path d="M0 0h1"><animate/></path>', "P033"),
        ('<g filter="url(#f)"/>', "P034"),
        ('<g mask="url(#f)"/>', "P034"),
        ('<g style="mix-blend-mode:multiply"/>', "P034"),
        ('<path d="M0 0h1" marker-end="url(#m)"/>', "P034"),
        ('<path d="M0 0h1" clip-path="inset(5px)"/>', "P034"),
        (
            '<clipPath id="c"><path d="M5 0L8 9 0 3H9L1 9z" clip-rule="evenodd"/></clipPath>'
            '<path d="M0 0h1" clip-path="url(#c)"/>',
            "P034",
        ),
        ('<g opacity=".5"/>', "P035"),
        ('<path d="M0 0h1" fill-opacity="50%"/>', "P035"),
        ('<path d="M0 0h1" fill="rgba(1,2,3,.5)"/>', "P035"),
        ('<path d="M0 0h1" stroke="#11223380"/>', "P035"),
        ('<pattern id="p"/><path d="M0 0h1" fill="url(#p)"/>', "P037"),
        ('<path d="M0 0h1" fill="hotpurple"/>', "P038"),
        ('<path d="M0 0h1" fill="device-cmyk(100 72 0 18)"/>', "P038"),
        ('<path d="M0 0h1" fill="rgb(1,2)"/>', "P038"),
        ('<path d="M0 0h1L2"/>', "P039"),
        ('<path d="L2 2"/>', "P039"),
        ('<path d="M0 0 L1 1 x"/>', "P039"),
        ('<path d="M0 0 a25 2501 025 -25"/>', "P039"),
        ('<rect width="4em" height="3"/>', "P040"),
        ('<g transform="rotate(1,2)"/>', "P040"),
        ('<polygon points="1 2 3"/>', "P040"),
        ('<path d="M0 0h1" stroke="black" stroke-dasharray="-1"/>', "P040"),
        ('<use href="#nowhere"/>', "P041"),
        ('<path d="M0 0h1" fill="url(#nowhere)"/>', "P041"),
        ('<path d="M0 0h1" clip-path="url(#nowhere)"/>', "P041"),
        ('<use href="http://example.org/a.svg#x"/>', "P042"),
        ('<path d="M0 0h1" fill="url(file:///etc/passwd)"/>', "P042"),
        ('<g id="a"><use href="#a"/></g>', "P043"),
        ('<clipPath id="c" clip-path="url(#c)"/><g clip-path="url(#c)"/>', "P043"),
        ('<path d="M0 0H1e9"/>', "P044"),
        ('<path d="M0 0H1e999"/>', "P044"),
        ('<path d="M0 0h1" transform="scale(1e300) scale(1e300)"/>', "P044"),
        ("<style>g path{fill:red}</style>", "P045"),
        ("<style>@media print{path{fill:red}}</style>", "P045"),
        ("<style>@import url(http://example.org);</style>", "P045"),
    ],
)
def test_content_that_print_cannot_show(body: str, code: str) -> None:
    painted = "" if code == "P025" else PATH
    _, found = draw(body + painted)
    assert codes(found) == [code]
    if code not in ("P025", "P045"):
        assert found[0].span.line == 2


def test_place_of_a_fault_is_the_tag() -> None:
    _, found = draw(f'{PATH}\n  <g>\n 图<rect width="x" height="1"/></g>')
    assert found[0].span == Span("a.svg", 4, 3, 5)
    assert found[0].facts["value"] == "x"


def test_the_same_fault_is_listed_once_and_counted() -> None:
    _, found = draw(f"{PATH}<text>a</text><text>b</text>\n<text>c</text>")
    assert codes(found) == ["P030"]
    assert found[0].facts["count"] == "3"


def test_list_of_faults_ends() -> None:
    _, found = draw("".join(f'<path d="M0 0h1" fill="c{i}"/>' for i in range(500)))
    assert len(found) == MAX_FAULTS


def test_path_is_drawn_up_to_its_fault() -> None:
    drawing, found = draw('<path d="M0 0L1 1 2 2 3"/>')
    assert drawing.paths[0].outline.ops == "mll"
    assert found[0].facts["offset"] == "5"


def test_gradient_is_the_mean_of_its_stops() -> None:
    drawing, found = draw(
        '<linearGradient id="a"><stop stop-color="#f00"/><stop style="stop-color:#00f"/>'
        '</linearGradient><radialGradient id="b" href="#a"/>'
        '<path d="M0 0h1" fill="url(#a)"/><path d="M0 0h1" stroke="url(#b)" fill="none"/>'
        '<linearGradient id="c"><stop stop-color="currentColor"/></linearGradient>'
        '<path d="M0 0h1" fill="url(#c)"/>'
    )
    assert codes(found) == ["P036"]
    mean = Cmyk(50, 0, 50, 0)
    assert [p.fill or p.stroke for p in drawing.paths] == [mean, mean, "section"]


def test_fallback_of_a_pattern_is_used() -> None:
    drawing, _ = draw('<pattern id="p"/><path d="M0 0h1" fill="url(#p) black"/>')
    assert drawing.paths[0].fill == BLACK


def test_symbols_within_symbols_do_not_explode() -> None:
    levels = "".join(f'<g id="g{i}">' + f'<use href="#g{i + 1}"/>' * 10 + "</g>" for i in range(20))
    start = time.process_time()
    drawing, found = read(
        f'<svg viewBox="0 0 9 9"><defs>{levels}<g id="g20">{PATH}</g></defs><use href="#g0"/></svg>'
    )
    assert drawing is None
    assert codes(found) == ["P026"]
    assert time.process_time() - start < 0.3


def test_a_symbol_may_be_used_thousands_of_times() -> None:
    drawing, found = draw(f'<defs><g id="a">{PATH}</g></defs>' + '<use href="#a"/>' * 3000)
    assert len(drawing.paths) == 3000
    assert found == []


# --- hostile bytes ----------------------------------------------------------------------------

NAMES = [
    "svg", "g", "path", "rect", "circle", "line", "polygon", "use", "symbol", "clipPath",
    "switch", "text", "style", "stop",
]  # fmt: skip
WORDS = [
    "#a", "#b", "url(#a)", "url(#b)", "none", "0", "1", "-1", "5%", "1e999", "auto", "inherit",
    "currentColor", "#123", "red", "rotate(9)", "scale(0)", "matrix(1e308,0,0,1e308,0,0)",
    "translate(1e308)", "M0 0L1 1", "M1 1a5 5 0 1 0 1e9 2z", "m1e308 1e308l1e308 0q1 1 1e308 9",
    "0 0 5 5", ".a{fill:red}#b{display:none}", "objectBoundingBox", "fill:url(#b);opacity:.5",
    "a", "b",
]  # fmt: skip
ATTRIBUTES = [
    "d", "id", "href", "class", "style", "fill", "stroke", "transform", "clip-path",
    "clipPathUnits", "viewBox", "x", "width", "height", "r", "cx", "points", "rx", "opacity",
    "stroke-width", "stroke-dasharray", "overflow", "display",
]  # fmt: skip


def element(children: str) -> st.SearchStrategy[str]:
    names = st.sampled_from(NAMES)
    pairs = st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from(WORDS), max_size=6)
    return st.builds(
        lambda name, attributes: (
            f"<{name} "
            + " ".join(f'{key}="{value}"' for key, value in attributes.items())
            + f">{children}</{name}>"
        ),
        names,
        pairs,
    )


elements = st.recursive(
    st.just(""),
    lambda inner: st.lists(inner, max_size=3).map("".join).flatmap(element),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(elements, max_size=5))
def test_any_elements_raise_nothing(bodies: list[str]) -> None:
    drawing, found = read(f'<svg viewBox="0 0 9 9">{"".join(bodies)}</svg>')
    for fault in found:
        for text in (fault.rule.message, fault.rule.help, fault.rule.explain):
            assert text.text("zh", fault.facts)
            assert text.text("en", fault.facts)
    for path in drawing.paths if drawing else ():
        counts = {"m": 2, "l": 2, "c": 6, "h": 0}
        assert len(path.outline.coords) == sum(counts[op] for op in path.outline.ops)
        assert max(map(abs, path.outline.coords)) <= 1e7


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_raise_nothing(data: bytes) -> None:
    read(data)


@settings(deadline=None)
@given(st.text("MmLlHhVvCcSsQqTtAaZz0123456789.-+eE ,x", max_size=60))
def test_any_path_data_raise_nothing(d: str) -> None:
    draw(f'<path d="{d}"/>')


@pytest.mark.parametrize("seed", range(20))
def test_damaged_drawings_raise_nothing(seed: int) -> None:
    body = '<style>.a{fill:red}</style><g id="a" class="a"><use href="#a"/></g>' + PATH * 3
    data = bytearray(f'<svg viewBox="0 0 9 9">{body}</svg>'.encode())
    chance = random.Random(seed)
    for _ in range(3):
        data[chance.randrange(len(data))] = chance.randrange(256)
    read(bytes(data))


# --- the rules themselves ---------------------------------------------------------------------


def test_rules_have_codes_of_their_own_in_order_and_texts_in_style() -> None:
    listed = [rule.code for rule in picture_faults.RULES]
    assert listed == sorted(set(listed))
    for rule in picture_faults.RULES:
        assert rule.code.startswith("P")
        for text in (rule.message, rule.help):
            assert not text.en.endswith(".")
            assert not text.zh.endswith("。")
        assert rule.explain.en.endswith(".")
        assert rule.explain.zh.endswith("。")
