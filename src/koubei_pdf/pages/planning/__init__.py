"""What the pages of a slot want of their story, measured with stand-ins for what is not there."""

from __future__ import annotations

from .slips import slip_of

__all__ = ["slip_of"]
