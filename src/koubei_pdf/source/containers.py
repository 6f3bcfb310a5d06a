"""Copy that stands apart from the story: `::: sidebar` … `:::` (pandoc's fenced divisions)."""

from __future__ import annotations

import re

from markdown_it.token import Token

from ..model.diagnostics import Span
from ..model.names import shown
from .faults import containers as faults
from .findings import Findings
from .markdown_inline import InlineText
from .text_files import SourceText

#: What a container may be.
KINDS = ("sidebar",)

_CLOSED = re.compile(r"\s*:{3,}\s*")
_NO_FENCE = re.compile(
    r"^(?:[:：]*(?:：：|:：|：:).*"
    rf"|[:：][:：]?[ \t]*(?:{'|'.join(KINDS)})[ \t]*|::[ \t]*[A-Za-z]*[ \t]*)$",
    re.MULTILINE,
)


def check_container(token: Token, source: SourceText, first: int, findings: Findings) -> None:
    """Report a container of no known kind, and one that is never closed.

    first: the index of the line from which the token counts.
    """
    top, bottom = token.map or [0, 0]
    line, name = source.lines[first + top], token.info.strip()
    opening = Span(source.file, first + top + 1, line.index(":") + 1, len(line.strip()))
    if not name:
        findings.add(faults.STRAY_FENCE.at(opening))
        return
    if name not in KINDS:
        place = Span(source.file, opening.line, line.rindex(name) + 1, len(name))
        findings.unknown(faults.UNKNOWN_CONTAINER, place, shown(name), KINDS)
    end = first + bottom
    if end >= len(source.lines) or not _CLOSED.fullmatch(source.lines[end]):
        findings.add(faults.OPEN_CONTAINER.at(opening))


def report_fences(inline: InlineText, findings: Findings) -> None:
    """Full-width colons at the start of a line, or too few of them, would print as they are."""
    for match in _NO_FENCE.finditer(inline.text):
        rule = faults.WIDE_FENCE if "：" in match[0] else faults.SHORT_FENCE
        findings.add(rule.at(inline.span(match.start(), len(match[0]))))
