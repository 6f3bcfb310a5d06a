"""Text with fields: `{section.number} {title}` in a layout becomes runs with their sources."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..model.content import Run
from ..model.diagnostics import Diagnostic
from .context import Context
from .faults import UNKNOWN_FIELD

_FIELD = re.compile(r"\{([^{}]*)\}")
_ARTICLE_FIELDS = (
    "title subtitle contents deck department byline kicker lead note place date".split()
)


def expand(
    template: Run, context: Context, page: int
) -> tuple[list[Run], set[str], list[Diagnostic]]:
    """The template's runs, the article fields that it shows, and faults.

    No runs at all where the template has fields and none of them has a value here.
    """
    runs: list[Run] = []
    faults: list[Diagnostic] = []
    shown: set[str] = set()
    fields = 0
    done = 0
    for match in _FIELD.finditer(template.text):
        fields += 1
        runs.extend(_literal(template, done, match.start()))
        done = match.end()
        name = match.group(1).strip()
        values = _values(context, page)
        if name not in values and not _known(name, context):
            known = " ".join(sorted({*values, *_ARTICLE_FIELDS}))
            span = template.span.at(match.start(), len(match.group()))
            faults.append(UNKNOWN_FIELD.at(span, name=name, known=known))
        elif name in values:
            runs.extend(values[name])
            shown.add(name)
    runs.extend(_literal(template, done, len(template.text)))
    if fields and not shown:
        return [], set(), faults
    return _tidy(runs), shown, faults


def _literal(template: Run, start: int, end: int) -> list[Run]:
    text = template.text[start:end]
    return [Run(text, template.span.at(start, end - start))] if text else []


def _tidy(runs: list[Run]) -> list[Run]:
    """Without the blanks that fields without a value leave at the ends."""
    while runs and not runs[0].text.strip(" "):
        runs = runs[1:]
    while runs and not runs[-1].text.strip(" "):
        runs = runs[:-1]
    return runs


def _known(name: str, context: Context) -> bool:
    head = name.split(".")[0]
    return (
        name in _ARTICLE_FIELDS
        or head in ("quotes", "pictures")
        or (head == "issue" and name.count(".") == 1)
        or (head == "slot" and name.count(".") == 1)
        or (context.section is None and head == "section")
    )


def _values(context: Context, page: int) -> Mapping[str, list[Run]]:
    """Every field that has a value here."""
    values: dict[str, list[Run]] = {"folio": [Run(folio(page), context.slot.span)]}
    for name, run in context.issue.fields.items():
        values[f"issue.{name}"] = [run]
    for name, run in (context.slot.fields or {}).items():
        values[f"slot.{name}"] = [run]
    for section in context.issue.sections.values():
        values[f"sections.{section.id}.number"] = [Run(section.number, section.span)]
        values[f"sections.{section.id}.name"] = [Run(section.name, section.span)]
    for slot in context.issue.pages:
        if slot.article:
            other = context.issue.articles[slot.article]
            values.update({f"articles.{other.id}.{k}": [v] for k, v in other.fields.items()})
            values[f"articles.{other.id}.folio"] = [Run(folio(slot.first), slot.span)]
    if context.section:
        values["section.number"] = [Run(context.section.number, context.section.span)]
        values["section.name"] = [Run(context.section.name, context.section.span)]
    pictures = [context.picture(n + 1) for n in range(context.picture_count())]
    for number, picture in enumerate(pictures, 1):
        if picture and picture.caption:
            values[f"pictures.{number}"] = [picture.caption]
    article = context.article
    if article:
        values.update({name: [run] for name, run in article.fields.items()})
        values.update({f"quotes.{n}": [run] for n, run in enumerate(article.quotes, 1)})
        if article.byline:
            values["byline"] = _joined(article.byline)
    return values


def _joined(runs: tuple[Run, ...]) -> list[Run]:
    parts: list[Run] = []
    for run in runs:
        if parts:
            parts.append(Run(" ", run.span))
        parts.append(run)
    return parts


def folio(page: int) -> str:
    """The page number as it is printed: two digits at least."""
    return f"{page:02d}"
