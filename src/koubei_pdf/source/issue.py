"""issue.yaml and all that it names → Issue."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from os.path import isdir  # no name makes it raise, as Path.is_dir does for long ones
from pathlib import Path

from ..imaging import NO_CACHE, Cache
from ..model.content import (
    ISSUE_FIELDS,
    Article,
    Issue,
    PageSlot,
    Post,
    Run,
    Section,
)
from ..model.dates import iso_date
from ..model.diagnostics import Diagnostic, Span
from ..model.names import shown
from ..model.planning import is_begun, unwritten
from ..model.schema import Schema
from ..model.style import Spot
from . import press
from .articles import read_article
from .desk import Desk, Shelf
from .faults import layouts as layout_faults
from .faults import plan as faults
from .findings import Findings
from .house import NO_SHEET, Sheet, read_house
from .layouts import HOUSE, LayoutFolder
from .lock import Known, lock_name, read_lock
from .options import as_name
from .pictures import PictureShelf
from .placed import placed_pages
from .plan import read_plan
from .printing import read_order
from .reader import Record, as_text
from .spots import alike
from .yaml_nodes import ListNode, TextNode

#: Texts of the manifest that become fields of the issue, for layouts to show.
FIELDS = ISSUE_FIELDS
KEYS = (*FIELDS, "layouts", "press", "print", "staff", "sections", "articles", "pages")
SECTION_KEYS = ("id", "number", "name", "colour", "text_colour")
POST_KEYS = ("role", "names")


def read_issue(
    manifest: Path,
    kinds: Mapping[str, Schema],
    shelf: Shelf | None = None,
    *,
    cache: Cache = NO_CACHE,
    all_layouts: bool = False,
    refit: bool = False,
    drafts: bool = False,
) -> tuple[Issue | None, list[Diagnostic]]:
    """Read an issue: the manifest, its articles, layouts and pictures.

    kinds: what each kind of frame takes as options. shelf: where pictures come from; by default
    a PictureShelf of the manifest's folder with the palette of the house style and the profiles
    of the press. cache: what is known of rasters that were read before. all_layouts: whether
    layouts that no page uses are read too, for their faults. drafts: whether articles may be
    unwritten, and what there is of them is wanted.

    All faults of all files come together. The issue is complete if none of them is an error, else
    what was read without one: slots of the page plan with sound articles, layouts and pictures.
    None where the house style, the press profile or the sections, on which all of it rests,
    have errors.
    """
    desk = Desk(manifest.parent, shelf=shelf)
    issue = _read(desk, manifest.name, kinds, cache, all_layouts, drafts, refit)
    return issue, desk.findings.diagnostics


def _read(
    desk: Desk,
    name: str,
    kinds: Mapping[str, Schema],
    cache: Cache,
    all_layouts: bool,
    as_drafts: bool,
    refit: bool,
) -> Issue | None:
    whole = Span(name)
    node = desk.mapping(name, whole)
    if node is None:
        return None
    findings = desk.findings
    record = Record(node, KEYS, findings, required=("title", "date", "pages"))
    fields = {key: record.field(key) for key in FIELDS if key in node.entries}
    before = findings.losses
    _check_date(fields.get("date"), findings)
    folder = record.text("layouts") or Run("layouts", whole)
    named = record.text("press") or Run(press.DEFAULT, whole)
    profile = press.named_press(named.text, named.span, folder.text, desk)
    sheet, layouts = _read_layouts(desk, folder, kinds)
    if desk.shelf is None and sheet.palette_is_whole and profile is not None:
        profiles = press.profiles(profile)
        desk.shelf = PictureShelf(desk.root, sheet.house.colours, profiles, cache)
    sections = _sections(record, sheet, findings)
    is_founded = findings.losses == before and "sections" not in record.meant
    files = _article_files(record, desk)
    before_plan = findings.losses
    staff = _staff(record, findings)
    slots = read_plan(record, files, layouts, desk)
    last = slots[-1].last if slots and findings.losses == before_plan else None
    used = dict(layouts.layouts)
    if all_layouts:
        layouts.read_others()
    articles, drafts = _articles(files, _known(sections, record), desk, as_drafts)
    spots = None
    if findings.losses == before_plan:
        spots = _spots(sheet, _placed_spots(articles.values(), slots), findings)
    order = read_order(record, profile, spots, last, findings)
    if not is_founded or profile is None:
        return None
    return Issue(
        span=Span(name, 1, 1),
        fields={key: run for key, run in fields.items() if run is not None},
        sections=sections,
        articles=articles,
        pages=tuple(slot for slot in slots if not slot.article or slot.article in articles),
        house=sheet.house,
        layouts=used,
        press=profile,
        unread=frozenset(files) - frozenset(articles),
        order=order,
        staff=staff,
        planned=slots,
        drafts=drafts,
        locks={} if refit else read_lock(desk, lock_name(name), Known(slots, articles, layouts)),
    )


def _known(sections: dict[str, Section], record: Record) -> dict[str, Section] | None:
    """The sections, by which those of articles can be checked; None where they were not read."""
    is_list = isinstance(record.get("sections"), ListNode | None)
    return sections if is_list and "sections" not in record.meant else None


def _check_date(written: Run | None, findings: Findings) -> None:
    """A date that is written in figures must be one of the calendar."""
    try:
        iso_date(written.text if written else "")
    except ValueError:
        if written is not None:
            findings.add(faults.NO_SUCH_DAY.at(written.span, found=shown(written.text)))


def _read_layouts(
    desk: Desk, folder: Run, kinds: Mapping[str, Schema]
) -> tuple[Sheet, LayoutFolder]:
    """The house style and the folder of layouts."""
    path = desk.path("", folder.text, folder.span)
    if path is None:
        sheet = NO_SHEET
    else:
        house = posixpath.join(path, f"{HOUSE}.yaml")
        sheet = read_house(house, folder.span, kinds, desk)
    return sheet, LayoutFolder(desk, path, folder.span, sheet, kinds)


def _spots(
    sheet: Sheet, placed: Iterable[tuple[str, Span]], findings: Findings
) -> list[str] | None:
    """The plates of spot colours, of the palette and placed; None where it was not read whole."""
    if not sheet.palette_is_whole:
        return None
    inks = (colour.ink for colour in sheet.house.colours.values())
    spots = [ink.name for ink in inks if isinstance(ink, Spot)]
    brought = list(placed)
    for fault in alike(spots, brought):
        findings.add(fault)
    return list(dict.fromkeys((*spots, *(name for name, _ in brought))))


def _placed_spots(
    articles: Collection[Article], slots: Iterable[PageSlot]
) -> Iterator[tuple[str, Span]]:
    """The plates that placed pages of other PDFs bring along, and where these are named."""
    for picture, page in placed_pages(articles, slots):
        yield from ((name, picture.span) for name in page.spots)


def _sections(record: Record, sheet: Sheet, findings: Findings) -> dict[str, Section]:
    sections: dict[str, Section] = {}
    for node in record.items("sections"):
        entry = Record.of(
            node, "sections", SECTION_KEYS, findings, required=("id", "name", "colour")
        )
        if entry is None:
            continue
        id_, name = entry.text("id"), entry.text("name")
        colour = _colour(entry, "colour", sheet, findings)
        text_colour = _colour(entry, "text_colour", sheet, findings)
        if id_ is None:
            continue
        if id_.text in sections:
            line = sections[id_.text].span.line
            findings.add(faults.SAME_ID.at(id_.span, id=shown(id_.text), line=line))
        sections[id_.text] = Section(
            id_.text,
            _number(entry, findings),
            name.text if name else "",
            colour or "",
            text_colour or colour or "",
            id_.span,
        )
    return sections


def _staff(record: Record, findings: Findings) -> tuple[Post, ...]:
    posts = []
    for node in record.items("staff"):
        post = Record.of(node, "staff", POST_KEYS, findings, required=POST_KEYS)
        if post is None:
            continue
        role, names = post.text("role"), post.texts("names")
        if role is not None and names:
            posts.append(Post(role, names))
    return tuple(posts)


def _colour(section: Record, key: str, sheet: Sheet, findings: Findings) -> str | None:
    node = section.get(key)
    if node is None:
        return None
    rule = layout_faults.UNKNOWN_COLOUR
    return as_name(node, key, findings, sheet.names.colours, rule)


def _number(section: Record, findings: Findings) -> str:
    """The number that a section shows; it may have none, or say so with an empty text."""
    node = section.get("number")
    if node is None or (isinstance(node, TextNode) and not node.text):
        return ""
    number = as_text(node, "number", findings)
    return number.text if number else ""


def _article_files(record: Record, desk: Desk) -> dict[str, Run]:
    """Article ids and their files, relative to the issue's folder, at the place that names them.

    A file that cannot be used is "": the article is known, but there is nothing to read.
    """
    files: dict[str, Run] = {}
    owners: dict[str, str] = {}
    for name, entry in record.mapping("articles").items():
        written = as_text(entry.value, name, desk.findings)
        path = written and desk.path("", written.text, written.span)
        if written and path and path in owners:
            article, span = shown(owners[path]), written.span
            desk.findings.add(faults.SAME_FILE.at(span, path=shown(path), article=article))
            path = None
        elif path:
            owners[path] = name
        files[name] = Run(path or "", entry.value.span)
    return files


def _articles(
    files: Mapping[str, Run], sections: Mapping[str, Section] | None, desk: Desk, as_drafts: bool
) -> tuple[dict[str, Article], dict[str, Article]]:
    """The articles that could be read without an error; what there is of the others, if wanted."""
    articles: dict[str, Article] = {}
    drafts: dict[str, Article] = {}
    read = 0
    for name, file in files.items():
        before = desk.findings.losses
        article = None
        if file.text:
            article = read_article(desk, name, file.text, file.span, sections, as_draft=as_drafts)
        read += article is not None
        is_whole = article is not None and (is_begun(article) or not as_drafts)
        if article and is_whole and desk.findings.losses == before:
            articles[name] = article
        elif as_drafts:
            drafts[name] = article or unwritten(name, file.text)
    if read == len(files):
        # Else the unnamed file may be the one that a misspelt name means.
        _warn_of_unnamed(files, desk)
    return articles, drafts


def _warn_of_unnamed(files: Mapping[str, Run], desk: Desk) -> None:
    """Point out Markdown files that lie among the articles and are not named."""
    named = {file.text for file in files.values()}
    for folder in sorted({posixpath.dirname(path) for path in named if path}):
        place = desk.root / folder
        if isdir(place):
            for name in sorted(path.name for path in place.glob("*.md")):
                path = posixpath.join(folder, name)
                if path not in named:
                    desk.findings.add(faults.NOT_NAMED.at(Span(path), path=path))
