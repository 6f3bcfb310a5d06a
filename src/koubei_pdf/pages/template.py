"""Text with fields: `{section.number} {title}` in a layout becomes runs with their sources."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.content import ISSUE_FIELDS, Article, Run, Section
from ..model.diagnostics import Diagnostic
from ..model.names import unknown
from .context import Context
from .faults.copy import UNKNOWN_FIELD
from .faults.entries import STRAY_BRACE

_FIELD = re.compile(r"\{([^{}]*)\}")
ARTICLE_FIELDS = (
    "title",
    "subtitle",
    "contents",
    "deck",
    "department",
    "byline",
    "kicker",
    "lead",
    "note",
    "place",
    "date",
    "link",
)
#: One of each kind, to be listed where a name is like none that there is.
_KINDS = (
    "quotes.1",
    "pictures.1",
    "folio",
    "section.number",
    "section.name",
    "sections.1.name",
    "issue.title",
    "slot.NAME",
    "features.1.title",
    "continued.folio",
    "continued.1.title",
    "continued.1.folio",
)


def expand(
    template: Run, context: Context, page: int
) -> tuple[list[Run], set[str], list[Diagnostic]]:
    """The template's runs, the fields that it shows or means to, and faults.

    No runs at all where the template has fields and none of them has a value here.
    """
    runs: list[Run] = []
    faults: list[Diagnostic] = []
    shown: set[str] = set()
    meant: set[str] = set()
    fields = 0
    done = 0
    for match in _FIELD.finditer(template.text):
        fields += 1
        runs.extend(_literal(template, done, match.start()))
        done = match.end()
        name = match.group(1).strip()
        found = _value(name, context, page)
        if found is None:
            span = template.span.at(match.start(), len(match.group()))
            fault, near = unknown(UNKNOWN_FIELD, span, name, _names(context))
            faults.append(fault)
            meant.update([near] if near else [])
        elif found:
            runs.extend(found)
            shown.add(name)
    runs.extend(_literal(template, done, len(template.text)))
    outside = _FIELD.sub(lambda field: " " * len(field[0]), template.text)
    for stray in re.finditer("[{}]", outside):
        fault = STRAY_BRACE.at(template.span.at(stray.start()), mark=stray[0])
        faults.append(fault)
    if fields and not shown:
        return [], meant, faults
    return _tidy(runs), shown | meant, faults


def _names(context: Context) -> list[str]:
    """The names that a field may have here."""
    issue = context.issue
    return [
        *ARTICLE_FIELDS,
        *_KINDS,
        *(f"issue.{name}" for name in ISSUE_FIELDS),
        *(f"slot.{name}" for name in context.slot.fields or {}),
        *(f"sections.{id_}.{name}" for id_ in issue.sections for name in ("number", "name")),
        "features.1.folio",
        *(f"articles.{id_}.{name}" for id_ in issue.articles for name in ("title", "folio")),
    ]


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


def _value(name: str, context: Context, page: int) -> Sequence[Run] | None:
    """The runs of a field; empty where it has no value here, None where there is no such field."""
    if name in ARTICLE_FIELDS:
        return _of_article(context.article, name)
    if name == "folio":
        return (Run(folio(page), context.slot.span),)
    head, _, rest = name.partition(".")
    match head:
        case "issue" if rest in ISSUE_FIELDS:
            return _one(context.issue.fields.get(rest))
        case "slot" if rest:
            return _one((context.slot.fields or {}).get(rest))
        case "section":
            return _of_section(context.section, rest)
        case "sections":
            id_, _, field = rest.partition(".")
            section = context.section_named(id_)
            if section is None and not _is_place(id_):
                return None
            if section is not None and section.id != id_ and not _is_used(context, section):
                section = None  # a list of sections by their places passes over empty ones
            return _of_section(section, field)
        case "quotes" if _is_place(rest):
            quotes = context.article.quotes if context.article else ()
            return _one(quotes[int(rest) - 1] if int(rest) <= len(quotes) else None)
        case "pictures" if _is_place(rest):
            picture = context.picture(int(rest))
            return _one(picture.caption if picture else None)
        case "articles":
            return _of_other_article(context, *rest.partition(".")[::2])
        case "continued" if rest == "folio":
            return (_page_number(context.onward, context),) if context.onward else ()
        case "continued":
            return _of_rest(context, *rest.partition(".")[::2])
        case "features":
            number, _, field = rest.partition(".")
            features = context.slot.features
            if not _is_place(number) or field not in (*ARTICLE_FIELDS, "folio"):
                return None
            if int(number) > len(features):
                return ()
            return _of_other_article(context, features[int(number) - 1], field)
    return None


def _is_place(text: str) -> bool:
    """Whether the text is a place in a list, counted from 1."""
    return text.isdecimal() and int(text) > 0


def _one(run: Run | None) -> Sequence[Run]:
    return () if run is None else (run,)


def _of_article(article: Article | None, name: str) -> Sequence[Run]:
    if article is None:
        return ()
    return _joined(article.byline) if name == "byline" else _one(article.fields.get(name))


def _of_section(section: Section | None, name: str) -> Sequence[Run] | None:
    if name not in ("number", "name"):
        return None
    if section is None:
        return ()
    text = section.number if name == "number" else section.name
    return (Run(text, section.span),) if text else ()


def _is_used(context: Context, section: Section) -> bool:
    """Whether any article is of the section."""
    return any(article.section == section.id for article in context.issue.articles.values())


def _of_other_article(context: Context, id_: str, name: str) -> Sequence[Run] | None:
    """A field, or the folio, of any article of the issue: for cover lines and cross references."""
    if id_ in context.issue.unread:
        return ()
    article = context.issue.articles.get(id_)
    if article is None or name not in (*ARTICLE_FIELDS, "folio"):
        return None
    if name == "folio":
        slots = (slot for slot in context.issue.pages if slot.article == id_)
        return tuple(Run(folio(slot.first), slot.span) for slot in slots)
    return _of_article(article, name)


def _of_rest(context: Context, number: str, name: str) -> Sequence[Run] | None:
    """A field of a story that goes on here, or the folio of the page that it comes from.

    Its title is the short one, that of the contents.
    """
    if not _is_place(number) or name not in (*ARTICLE_FIELDS, "folio"):
        return None
    id_, rest = context.story_here(int(number))
    if rest is None:
        return ()
    if name == "folio":
        return (_page_number(rest.page, context),)
    article = context.issue.articles[id_]
    short = _of_article(article, "contents") if name == "title" else ()
    return short or _of_article(article, name)


def _page_number(page: int, context: Context) -> Run:
    """A page as a sentence names it (第 5 页), without the zero of its folio."""
    return Run(str(page), context.slot.span)


def _joined(runs: Sequence[Run]) -> list[Run]:
    parts: list[Run] = []
    for run in runs:
        if parts:
            parts.append(Run(" ", run.span))
        parts.append(run)
    return parts


def folio(page: int) -> str:
    """The page number as it is printed: two digits at least."""
    return f"{page:02d}"
