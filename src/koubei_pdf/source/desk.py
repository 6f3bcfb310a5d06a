"""What every reader of an issue's files needs at hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ..model.art import Art, PdfPart
from ..model.diagnostics import Diagnostic, Span
from ..model.names import shown
from .faults.files import OUTSIDE
from .findings import Findings
from .missing import COPY, YAML
from .text_files import SourceText, path_inside, read_text
from .yaml_nodes import MapNode
from .yaml_spans import read_mapping


class Shelf(Protocol):
    """Where pictures come from: path relative to the issue's folder → art or diagnostics."""

    def load(
        self, path: str, span: Span, part: PdfPart = ...
    ) -> tuple[Art | None, list[Diagnostic]]: ...


@dataclass(slots=True)
class Desk:
    """The issue's folder, and what was found wrong so far.

    shelf: None until the colours are known, which drawings need; if they are faulty, pictures
    stay unread rather than report colours that the palette would have had.
    """

    root: Path
    findings: Findings = field(default_factory=Findings)
    shelf: Shelf | None = None

    def path(self, folder: str, written: str, span: Span) -> str | None:
        """A path written in a file of `folder`, relative to the root; None: leads outside."""
        path = path_inside(self.root, folder, written)
        if path is None:
            self.findings.add(OUTSIDE.at(span, path=shown(written)))
        return path

    def copy(self, path: str, named_at: Span) -> SourceText | None:
        """The article at `path`, which `named_at` names."""
        return read_text(self.root, path, named_at, self.findings, COPY)

    def mapping(self, path: str, named_at: Span) -> MapNode | None:
        """The YAML file at `path`, whose top level must be a mapping."""
        source = read_text(self.root, path, named_at, self.findings, YAML)
        return None if source is None else read_mapping(source, self.findings)

    def art(self, path: str, span: Span, part: PdfPart) -> Art | None:
        """The picture at `path`, which `span` names; of a PDF that part."""
        if self.shelf is None:
            return None
        art, diagnostics = self.shelf.load(path, span, part)
        self.findings.extend(diagnostics)
        if art is None:
            # Its faults are said where it is first named, but it is missing at every place.
            self.findings.losses += 1
        return art
