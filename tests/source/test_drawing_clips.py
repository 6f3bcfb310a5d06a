"""SVG → Drawing: what cuts the paths."""

from __future__ import annotations

from .drawn import draw

# --- clips ------------------------------------------------------------------------------------


def test_nested_clips_have_parents_and_are_shared() -> None:
    drawing = draw(
        '<clipPath id="a"><rect width="5" height="5"/></clipPath>'
        '<clipPath id="b"><use href="#c"/></clipPath><defs><circle id="c" r="3"/></defs>'
        '<g clip-path="url(#a)"><path d="M0 0h1"/>'
        '<g clip-path="url(\'#b\')"><path d="M1 1h1"/></g>'
        '<path d="M2 2h1" clip-path="url(#b)"/></g><path d="M3 3h1"/>'
    )
    assert [path.clip for path in drawing.paths] == [0, 1, 1, -1]
    assert [clip.parent for clip in drawing.clips] == [-1, 0]
    assert drawing.clips[1].outlines[0].ops == "mcccch"


def test_clip_moves_with_the_element_that_names_it() -> None:
    drawing = draw(
        '<clipPath id="a" transform="scale(2)"><rect width="5" height="5"/></clipPath>'
        '<path transform="translate(10 0)" d="M0 0h1" clip-path="url(#a)"/>'
    )
    assert drawing.clips[0].outlines[0].coords == (10, 0, 20, 0, 20, 10, 10, 10)


def test_clip_on_a_clip_is_its_parent() -> None:
    drawing = draw(
        '<clipPath id="a" clip-path="url(#b)"><rect width="5" height="5"/></clipPath>'
        '<clipPath id="b"><rect width="3" height="9"/></clipPath>'
        '<path d="M0 0h1" clip-path="url(#a)"/>'
    )
    (path,) = drawing.paths
    assert drawing.clips[path.clip].outlines[0].coords[2] == 5
    assert drawing.clips[drawing.clips[path.clip].parent].outlines[0].coords[2] == 3


def test_clip_measured_by_the_box_of_a_group() -> None:
    drawing = draw(
        '<clipPath id="a" clipPathUnits="objectBoundingBox"><rect width=".5" height="1"/>'
        '</clipPath><g clip-path="url(#a)" transform="translate(1 0)">'
        '<rect x="10" y="10" width="4" height="8"/><path d="M10 18c0 4 8 4 8 0"/></g>'
    )
    assert drawing.clips[0].outlines[0].coords == (11, 10, 15, 10, 15, 21, 11, 21)


def test_outlines_of_a_clip_run_the_same_way_so_that_together_they_are_the_union() -> None:
    drawing = draw(
        '<clipPath id="a"><path d="M0 0h5v5h-5z"/><path d="M3 3v5h5v-5z"/></clipPath>'
        '<rect width="9" height="9" clip-path="url(#a)"/>'
    )
    first, second = drawing.clips[0].outlines
    assert first.coords == (0, 0, 5, 0, 5, 5, 0, 5)
    assert (second.ops, second.coords) == ("mlllh", (8, 3, 8, 8, 3, 8, 3, 3))


def test_empty_clip_leaves_nothing_to_see() -> None:
    drawing = draw(
        '<clipPath id="a"/><g clip-path="url(#a)"><path d="M0 0h1"/></g><path d="M3 3h1"/>'
    )
    assert len(drawing.paths) == 1


def test_even_odd_clip_with_a_hole_and_an_island_turns_its_parts() -> None:
    drawing = draw(
        '<g clip-rule="evenodd"><clipPath id="a">'
        '<path d="M0 0h9v9h-9zM1 1h7v7h-7zM2 2v1h1v-1z"/></clipPath></g>'
        '<rect width="9" height="9" clip-path="url(#a)"/>'
    )
    outer, hole, island = drawing.clips[0].outlines[0].ops.split("m")[1:]
    coords = drawing.clips[0].outlines[0].coords
    assert outer == hole == island == "lllh"
    assert coords[:4] == (0, 0, 9, 0)
    assert coords[8:12] == (1, 8, 8, 8)
    assert coords[16:20] == (3, 2, 3, 3)
