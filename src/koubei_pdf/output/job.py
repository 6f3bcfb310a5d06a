"""What is to be written of a Book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..imaging import NO_CACHE, Cache, Profiles
from ..model.diagnostics import Diagnostic
from ..model.press import PressProfile
from ..model.style import Ink

#: For the print shop, to look at and correct, to read on a screen.
Edition = Literal["press", "proof", "screen"]
EDITIONS: tuple[Edition, ...] = ("press", "proof", "screen")


@dataclass(frozen=True, slots=True)
class Job:
    """An edition for a press.

    outline_text: draw all text as paths. profiles, cache: by which pictures are converted, and
    where they are kept. twins: inks whose look on a screen the palette tells,
    with their colour as "#rrggbb". faults: what a proof points out.
    """

    press: PressProfile
    profiles: Profiles
    edition: Edition = "press"
    outline_text: bool = False
    twins: Mapping[Ink, str] = field(default_factory=dict)
    cache: Cache = NO_CACHE
    faults: tuple[Diagnostic, ...] = ()
