"""A rule of the preflight: a Rule, and the requirement that it holds."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.diagnostics import Bilingual, Rule, Severity

#: Message, help, explanation: what is wrong, one thing to do, why it matters.
Texts = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class PdfRule(Rule):
    """requirement: its id in docs/preflight.md, such as C1.

    own: the help where the file is one of ours, and what to change is in the issue.
    """

    requirement: str = ""
    own: Bilingual | None = None


def error(
    code: str, requirement: str, *, zh: Texts, en: Texts, own: Bilingual | None = None
) -> PdfRule:
    """A rule whose breach a print shop sends back."""
    return _rule(code, requirement, Severity.ERROR, zh, en, own)


def warning(
    code: str, requirement: str, *, zh: Texts, en: Texts, own: Bilingual | None = None
) -> PdfRule:
    """A rule whose breach prints, but perhaps not as it is meant."""
    return _rule(code, requirement, Severity.WARNING, zh, en, own)


def _rule(
    code: str, requirement: str, severity: Severity, zh: Texts, en: Texts, own: Bilingual | None
) -> PdfRule:
    message, help_text, explain = map(Bilingual, zh, en)
    return PdfRule(code, severity, message, help_text, explain, requirement, own)
