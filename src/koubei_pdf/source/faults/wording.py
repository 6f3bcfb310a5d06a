"""Short ways to write a rule down.

Each text is (message, help, explain): what is wrong, one thing to do, why it matters. English in
lower case without a full stop (the explanation is whole sentences), names in backticks.
"""

from __future__ import annotations

from ...model.diagnostics import Bilingual, Rule, Severity

Texts = tuple[str, str, str]


def error(code: str, *, zh: Texts, en: Texts) -> Rule:
    """A rule that keeps the output from being written."""
    return _rule(code, Severity.ERROR, zh, en)


def warning(code: str, *, zh: Texts, en: Texts) -> Rule:
    """A rule that only points something out."""
    return _rule(code, Severity.WARNING, zh, en)


def _rule(code: str, severity: Severity, zh: Texts, en: Texts) -> Rule:
    message, help_text, explain = map(Bilingual, zh, en)
    return Rule(code, severity, message, help_text, explain)
