"""The laws of pages over made-up stories: `pytest tests/pages/test_stories.py --many 1000`.

Each story is laid out in one of the layouts; one that is too long is cut as the cut list says, and
laid out again. What is wrong is measured in the Book alone. A line alone or uneven columns are let
pass only where the program says so (T071, T072), and, in columns of plain copy, only where every
way of parting it was tried and none is better (`story_proof`). Where headings across columns part
the copy and its frames are full, no part can take a row more, and nothing is proven.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
from .story_sections import Section, is_crowded, sections, uneven

#: Stories of a usual run, and of one issue.
FEW, IN_ISSUE = 21, 42


@dataclass
class Laid:
    """What came of all stories: the spreads of those that fit, and what cuts did not mend."""

    spreads: list[tuple[Spread, list[SetParagraph]]] = field(default_factory=list)
    told: dict[int, list[str]] = field(default_factory=dict)
    uncut: list[Spread] = field(default_factory=list)
    still_over: list[Spread] = field(default_factory=list)

    def lay(self, folder: Path, batch: list[Story], *, is_cut: bool) -> list[Story]:
        """Lay stories out; gives those that are too long, cut as their lists say."""
        trace: list[SetParagraph] = []
        make_files(folder)
        made, pages = lay(folder, batch, trace)
        assert made.book is not None, [d.rule.code for d in made.diagnostics]
        shorter = []
        for story in batch:
            spread = Spread(made, story, pages[story.number])
            codes = [d.rule.code for d in made.diagnostics if d.span.file == story.file]
            if not spread.fit.over:
                self.spreads.append((spread, trace))
                self.told[id(spread)] = [code for code in codes if code in ("T071", "T072")]
            elif is_cut:
                self.still_over.append(spread)
            elif spread.fit.cuts:
                shorter.append(edited(story, spread.fit.cuts))
            else:
                assert "T001" in codes
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


def flaws(spread: Spread) -> Iterator[tuple[str, Section]]:
    """The lines alone and the uneven columns of a story, with their codes."""
    parts = sections(spread)
    for line in judge.single_lines(spread):
        yield "T071", next(section for section in parts if line in section.lines)
    for section, rows in uneven(spread):
        if rows > 1:
            yield "T072", section


def test_lines_alone_and_uneven_columns_are_those_that_cannot_be_mended(laid: Laid) -> None:
    for spread, trace in laid.spreads:
        for code, section in flaws(spread):
            assert code in laid.told[id(spread)], (spread.story.number, code)
            if section.is_plain and not is_crowded(spread, section):
                assert is_impossible(spread, section, trace), (spread.story.number, code)


def test_a_story_with_the_cuts_made_fits(laid: Laid) -> None:
    assert not [spread.story.number for spread in laid.still_over]


def test_every_story_that_is_too_long_has_a_cut_list(laid: Laid) -> None:
    assert not [spread.story.number for spread in laid.uncut]
