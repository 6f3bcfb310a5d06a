"""What went wrong, where, and what to do: data, not text.

A `Rule` stands beside the code that finds the fault and carries its texts in Chinese and
English; a `Diagnostic` is one finding. Both print without any other knowledge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Literal, NamedTuple

from .legible import legible
from .reasons import IN_CHINESE

Lang = Literal["zh", "en"]


class Severity(Enum):
    """An error keeps the output from being written; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Span(NamedTuple):
    """A place in a source file: path relative to the issue's folder, line and column from 1.

    `length` is the number of characters concerned on that line (0: unknown).
    Line 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 0

    def at(self, offset: int, length: int = 1) -> Span:
        """The place `offset` characters to the right on the same line."""
        return Span(self.file, self.line, self.column + offset, length)


class _Fact(str):
    """A fact as it is written into a sentence."""

    def __format__(self, words: str) -> str:
        """`words` are a word's singular and plural: `{lines:line/lines}` is "1 line"."""
        if not words:
            return str(self)
        one, more = words.split("/")
        return f"{self} {one if self == '1' else more}"


class _Facts:
    """Facts for `str.format_map`, all legible; what the system said of a failure is told in
    Chinese, too."""

    def __init__(self, facts: Mapping[str, object], lang: Lang) -> None:
        self._facts = facts
        self._words = IN_CHINESE if lang == "zh" else {}

    def __getitem__(self, name: str) -> _Fact:
        fact = legible(str(self._facts[name]))
        return _Fact(self._words.get(fact, fact))


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A sentence in both languages; may hold `{fact}` and `{count:singular/plural}` fields."""

    zh: str
    en: str

    def text(self, lang: Lang, facts: Mapping[str, object] | None = None) -> str:
        template = self.zh if lang == "zh" else self.en
        return template.format_map(_Facts(facts, lang)) if facts else template


def _plain(text: str) -> str:
    """A text as a template has it: its braces name no facts."""
    return text.replace("{", "{{").replace("}", "}}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of fault.

    code: a letter (M manifest, A article, L layout, P picture, F font, T text and pages,
        O output, I imposition, H handing off, X preflight of a PDF)
        and three digits, stable for ever.
    message: what is wrong, with facts, without advice.
    help: one thing to do about it.
    explain: why it matters and how to mend it, for `koubei-pdf explain CODE`.
    """

    code: str
    severity: Severity
    message: Bilingual
    help: Bilingual
    explain: Bilingual

    def saying(self, **words: Bilingual) -> Rule:
        """The rule with facts of its message that are sentences, each language with its own."""
        zh, en = self.message.zh, self.message.en
        for name, said in words.items():
            zh = zh.replace(f"{{{name}}}", _plain(said.zh))
            en = en.replace(f"{{{name}}}", _plain(said.en))
        return replace(self, message=Bilingual(zh, en))

    def at(self, span: Span, **facts: object) -> Diagnostic:
        """A finding of this rule at `span`."""
        return Diagnostic(self, span, {key: str(value) for key, value in facts.items()})


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: the rule, the place and the facts that fill the rule's sentences."""

    rule: Rule
    span: Span
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        return self.rule.severity is Severity.ERROR
