"""JPEG, PNG, TIFF … → Raster: what the file is, and what is wrong with it.

Its samples are read when a file is written, in the colours and the size that are wanted then.
"""

from __future__ import annotations

from pathlib import Path

from ..imaging import Cache
from ..model.art import Raster
from ..model.diagnostics import Diagnostic, Span
from ..model.names import shown
from . import picture_faults as faults

#: A picture smaller than this was hardly meant for print.
LEAST_SIDE = 16


def read_raster(path: Path, file: str, cache: Cache) -> tuple[Raster | None, list[Diagnostic]]:
    """The raster picture at `path` and its faults, placed in `file` as a whole.

    None when it cannot be used. Files of any content raise nothing.
    """
    from ..imaging.decode import NotUsableError, examine

    span = Span(file)
    try:
        facts = examine(path, cache)
    except NotUsableError as error:
        return None, [faults.SAMPLES.at(span, path=shown(file), mode=error.mode)]
    except Exception as error:  # Pillow's decoders raise nearly anything on a broken file
        reason = str(error) or type(error).__name__
        return None, [faults.BROKEN.at(span, path=shown(file), reason=shown(reason))]
    about = {"path": shown(file), "width": facts.width, "height": facts.height}
    if facts.too_large:
        return None, [faults.TOO_LARGE.at(span, **about)]
    found = []
    if facts.frames > 1:
        found.append(faults.FRAMES.at(span, frames=facts.frames, **about))
    if min(facts.width, facts.height) < LEAST_SIDE:
        found.append(faults.TINY.at(span, **about))
    if facts.profile_fault:
        found.append(faults.BAD_PROFILE.at(span, reason=shown(facts.profile_fault), **about))
    raster = Raster(
        facts.width,
        facts.height,
        facts.mode,
        str(path),
        facts.digest,
        facts.has_alpha,
        facts.is_line_art,
        facts.silhouette,
    )
    return raster, found
