"""What a lever is: where it can be put for a story, cheapest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from ...model.content import Article
from ...model.fitting import Chain, Choice
from ...model.style import Layout

#: Puts a lever somewhere, and leaves the others where they are.
Move = Callable[[Choice], Choice]

#: -1: the copy must take fewer lines or have more room; 1: more lines or less room.
Sign = Literal[-1, 1]


@dataclass(frozen=True, slots=True)
class Story:
    """What levers look at: the article in its plain layout, what it takes, and what is wanted.

    has_rest: the page plan has other pages for it to go on. spare: the spare parts of the layout
    for which it has something to show, and room.
    """

    article: Article
    layout: Layout
    chains: Sequence[Chain]
    sign: Sign
    has_rest: bool = False
    spare: Sequence[str] = ()
