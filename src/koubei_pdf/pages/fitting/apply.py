"""A layout with its frames where a choice puts them."""

from __future__ import annotations

from dataclasses import replace

from ...model.adjoining import enlarged, without
from ...model.fitting import Choice
from ...model.style import Layout


def apply(layout: Layout, choice: Choice) -> Layout:
    """The layout with pictures moved, parts left out, and the spare parts that are put in."""
    frames = layout.frames
    spare = [name for name in layout.fit.spare if name not in choice.put_in]
    if spare:
        frames = without(frames, spare)
    for name, rows in choice.pictures.items():
        if name not in choice.left_out:
            frames = enlarged(frames, name, rows)
    if choice.left_out:
        frames = without(frames, choice.left_out)
    return layout if frames is layout.frames else replace(layout, frames=frames)
