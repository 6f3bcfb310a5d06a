"""An issue read from its files: whole, or with errors and then sound as far as it goes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from koubei_pdf.model.content import Issue
from koubei_pdf.model.diagnostics import Diagnostic
from koubei_pdf.model.schema import Schema
from koubei_pdf.source import read_issue


def read_whole(
    manifest: Path, kinds: Mapping[str, Schema], shelf: Any = None
) -> tuple[Issue | None, list[Diagnostic]]:
    """The issue, or None where errors were found: what is left then must be fit to be laid out."""
    issue, diagnostics = read_issue(manifest, kinds, shelf)
    if not any(diagnostic.is_error for diagnostic in diagnostics):
        assert issue is not None
        assert not issue.unread
        return issue, diagnostics
    if issue is not None:
        pages = [page for slot in issue.pages for page in range(slot.first, slot.last + 1)]
        assert len(pages) == len(set(pages))
        for slot in issue.pages:
            assert issue.layouts[slot.layout].pages == slot.last - slot.first + 1
            assert slot.article is None or slot.article in issue.articles
            for feature in slot.features:
                assert feature in issue.articles or feature in issue.unread
        for article in issue.articles.values():
            assert article.section in issue.sections
    return None, diagnostics
