"""PDF of single pages → PDF of sheets, for proofs and small presses (拼版)."""

from __future__ import annotations

from pathlib import Path

from .binding import Binding
from .faults import RULES
from .folding import SIGNATURES
from .job import Imposed, Job
from .sheets import SHEETS, parse_sheet

__all__ = ["RULES", "SHEETS", "SIGNATURES", "Binding", "Imposed", "Job", "impose", "parse_sheet"]


def impose(path: Path, job: Job) -> Imposed:
    """The sheets of the PDF at `path`, by pikepdf, which is loaded here; see `impose.impose`."""
    from .sheeting import impose as make

    return make(path, job)
