"""The laws of pages over made-up stories: `pytest tests/pages/test_stories.py --many 1000`.

Each story is laid out in one of the layouts; one that is too long, or in which a line stands alone,
is cut as the program says, and laid out again. What is wrong is measured in the Book alone. Uneven
columns, and before the cuts a line alone, are let pass only where the program says so (T071, T072)
and every way of parting the copy was tried and none is better (`story_proof`). Copy too short for
its columns is told as that (T070).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pytest

from koubei_pdf.pages import SetParagraph

from . import story_judge as judge
from .story_copy import Story, stories
from .story_judge import Spread
from .story_pages import PICTURES, edited, lay, make_files
from .story_proof import is_impossible
from .story_sections import sections, uneven

#: Stories of a usual run, and of one issue.
FEW, IN_ISSUE = 21, 42


@dataclass
class Laid:
    """What came of all stories: the spreads of those that fit, those of them in which lines stand
    alone before they are cut, and what cuts did not mend."""

    spreads: list[tuple[Spread, list[SetParagraph]]] = field(default_factory=list)
    alone: list[tuple[Spread, list[SetParagraph]]] = field(default_factory=list)
    told: dict[int, list[str]] = field(default_factory=dict)
    uncut: list[Spread] = field(default_factory=list)
    still_over: list[Spread] = field(default_factory=list)

    def lay(self, folder: Path, batch: list[Story], *, is_cut: bool) -> list[Story]:
        """Lay stories out; gives those that shall be cut, cut as their lists say."""
        trace: list[SetParagraph] = []
        make_files(folder)
        made, pages = lay(folder, batch, trace)
        assert made.book is not None, [d.rule.code for d in made.diagnostics]
        shorter = []
        for story in batch:
            spread = Spread(made, story, pages[story.number])
            codes = [d.rule.code for d in made.diagnostics if d.span.file == story.file]
            self.told[id(spread)] = codes
            if "T071" in codes and not is_cut:
                self.alone.append((spread, trace))
            elif not spread.fit.over:
                self.spreads.append((spread, trace))
                continue
            elif is_cut:
                self.still_over.append(spread)
                continue
            if spread.fit.cuts:
                shorter.append(edited(story, spread.fit.cuts))
            else:
                self.uncut.append(spread)
        return shorter


@pytest.fixture(scope="module")
def laid(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Laid:
    count = request.config.getoption("--many") or FEW
    found, coming = Laid(), iter(stories(count, PICTURES))
    while batch := list(islice(coming, IN_ISSUE)):
        shorter = found.lay(tmp_path_factory.mktemp("whole"), batch, is_cut=False)
        if shorter:
            found.lay(tmp_path_factory.mktemp("cut"), shorter, is_cut=True)
    return found


@pytest.mark.parametrize(
    "law",
    [judge.lost, judge.off_grid, judge.headings_at_feet, judge.overlaps, judge.too_near],
    ids=lambda law: law.__name__,
)
def test_law(laid: Laid, law: Callable[[Spread], Iterable[str]]) -> None:
    assert not [
        (spread.story.number, spread.story.layout, fault)
        for spread, _ in laid.spreads
        for fault in law(spread)
    ]


def test_no_line_stands_alone(laid: Laid) -> None:
    assert not [
        (spread.story.number, spread.story.layout, line.text)
        for spread, _ in laid.spreads
        for line in judge.single_lines(spread)
    ]


def test_a_line_alone_before_the_cuts_cannot_be_spared(laid: Laid) -> None:
    for spread, trace in laid.alone:
        for line in judge.single_lines(spread):
            section = next(one for one in sections(spread) if line in one.lines)
            assert is_impossible(spread, section, trace), spread.story.number


def test_uneven_columns_are_those_that_cannot_be_mended(laid: Laid) -> None:
    for spread, trace in laid.spreads:
        for section, rows in uneven(spread):
            if rows > 1 and "T070" not in laid.told[id(spread)]:
                assert "T072" in laid.told[id(spread)], spread.story.number
                assert is_impossible(spread, section, trace), spread.story.number


def test_what_is_found_is_one_of_the_ways_that_are_tried(laid: Laid) -> None:
    """The proof is no stricter than the pages: where columns end well, it finds how."""
    for spread, trace in laid.spreads:
        for section, rows in uneven(spread):
            if rows <= 1:
                assert not is_impossible(spread, section, trace), spread.story.number


def test_a_story_with_the_cuts_made_fits(laid: Laid) -> None:
    assert not [spread.story.number for spread in laid.still_over]


def test_every_story_that_shall_be_cut_has_a_cut_list(laid: Laid) -> None:
    assert not [spread.story.number for spread in laid.uncut]
