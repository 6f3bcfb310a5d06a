"""issue.lock.yaml: how the stories of an issue were fitted, so that the next run decides alike.

The file is the program's own; people keep it with the issue and need not read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..model.content import Article, PageSlot
from ..model.diagnostics import Diagnostic, Span
from ..model.fitting import MOST_ROWS, MOST_TRACKING, PLAIN, Choice, Fit
from ..model.names import unknown
from ..model.schema import Key
from .desk import Desk
from .faults.lock import BAD_LOCK, NOT_TO_BE_HAD, OTHER_VERSION, UNKNOWN_STORY
from .findings import Findings
from .layouts import LayoutFolder
from .reader import Record, as_integer
from .recorded import Recorded

#: What this program writes and reads.
VERSION = 1

KEYS = ("version", "stories")
STORY_KEYS = (
    "layout",
    "instead",
    "lines",
    "pictures",
    "left_out",
    "put_in",
    "headings",
    "goes_on",
    "tracking",
)

_VERSION = Key("integer", least=1)
_LINES = Key("integer", least=-1000, most=1000)
_ROWS = Key("integer", least=-MOST_ROWS, most=MOST_ROWS)
_HALF_ROWS = Key("integer", least=-8, most=8)
_TRACKING = Key("integer", least=-MOST_TRACKING, most=MOST_TRACKING)

_HEAD = """\
# How the stories of this issue were fitted, written by `koubei-pdf render`. Keep it with the issue:
# a correction of one story then moves no other. `koubei-pdf render --refit` decides anew.
# 各篇文章怎样排进版面的记录，由 koubei-pdf render 写出，请和稿件一起保存：
# 以后改动一篇，别的页都不动。koubei-pdf render --refit 重新决定。
"""


def lock_name(manifest: str) -> str:
    """The name of the lock beside a manifest."""
    return f"{manifest.removesuffix('.yaml')}.lock.yaml"


class Known(NamedTuple):
    """What a lock is held against: the page plan, the articles that are whole, and the layouts."""

    slots: Sequence[PageSlot]
    articles: Mapping[str, Article]
    layouts: LayoutFolder


def read_lock(desk: Desk, name: str, known: Known) -> Mapping[str, Choice]:
    """What is locked, by article; nothing where there is no such file.

    A file that this program would not have written is reported at each place where it differs:
    nobody mends such a file by hand, so that one remedy fits all. What does not agree with the
    issue is told, unless that has errors, and left out.
    """
    if not (desk.root / name).exists():
        return {}
    own = Desk(desk.root)
    node = own.mapping(name, Span(name))
    locked: dict[str, Choice] = {}
    told: list[Diagnostic] = []
    if node is not None:
        record = Record(node, KEYS, own.findings, required=("version", "stories"))
        version = record.integer("version", _VERSION)
        if version not in (None, VERSION):
            span = node.entries["version"].value.span
            desk.findings.add(OTHER_VERSION.at(span, found=version, wanted=VERSION))
            return {}
        locked, told = _stories(record, known, own.findings)
    if not desk.findings.losses and not own.findings.losses:
        desk.findings.extend(told)
    for span in dict.fromkeys(fault.span for fault in own.findings.diagnostics):
        desk.findings.add(BAD_LOCK.at(span))
    return locked


def _stories(
    record: Record, known: Known, findings: Findings
) -> tuple[dict[str, Choice], list[Diagnostic]]:
    """The choices that hold, and what is wrong with others."""
    plan = {slot.article: slot.layout for slot in known.slots if slot.article}
    locked, told = {}, list[Diagnostic]()
    for article, entry in record.mapping("stories").items():
        story = Record.of(entry.value, article, STORY_KEYS, findings, required=("layout",))
        layout = None if story is None else story.text("layout")
        if story is None or layout is None:
            continue
        understood = len(findings.diagnostics)
        choice = _choice(story, findings)
        if len(findings.diagnostics) > understood:
            continue
        if article not in plan:
            told.append(unknown(UNKNOWN_STORY, entry.key.span, article, plan)[0])
        elif layout.text not in known.layouts.names:
            names, facts = known.layouts.names, {"article": article, "key": "layout"}
            fault, _ = unknown(NOT_TO_BE_HAD, layout.span, layout.text, names, **facts)
            told.append(fault)
        elif layout.text == plan[article] and layout.text in known.layouts.layouts:
            layouts = known.layouts.layouts
            recorded = Recorded(article, story, choice, layouts[layout.text])
            faults = list(recorded.faults(known.articles.get(article), layouts))
            told.extend(faults)
            if not faults:
                locked[article] = choice
    return locked, told


def _choice(story: Record, findings: Findings) -> Choice:
    instead = story.text("instead")
    return Choice(
        layout=instead.text if instead else "",
        lines=_numbers(story, "lines", _LINES, findings),
        pictures=_numbers(story, "pictures", _ROWS, findings),
        left_out=tuple(run.text for run in story.texts("left_out")),
        put_in=tuple(run.text for run in story.texts("put_in")),
        headings=story.integer("headings", _HALF_ROWS) or 0,
        goes_on=story.flag("goes_on"),
        tracking=story.integer("tracking", _TRACKING) or 0,
    )


def _numbers(story: Record, name: str, key: Key, findings: Findings) -> dict[str, int]:
    entries = story.mapping(name).items()
    numbers = {frame: as_integer(entry.value, frame, findings, key) for frame, entry in entries}
    return {frame: number for frame, number in numbers.items() if number is not None}


def lock_text(fits: Iterable[Fit]) -> str | None:
    """The lock of an issue: what was moved; None where nothing was."""
    import yaml

    stories = {fit.article: _story(fit) for fit in fits if fit.choice != PLAIN}
    if not stories:
        return None
    content = {"version": VERSION, "stories": dict(sorted(stories.items()))}
    return _HEAD + yaml.safe_dump(
        content, allow_unicode=True, sort_keys=False, default_flow_style=None, width=100
    )


def _story(fit: Fit) -> dict[str, object]:
    choice = fit.choice
    values: dict[str, object] = {
        "layout": fit.layout,
        "instead": choice.layout,
        "lines": dict(choice.lines),
        "pictures": dict(choice.pictures),
        "left_out": list(choice.left_out),
        "put_in": list(choice.put_in),
        "headings": choice.headings,
        "goes_on": choice.goes_on,
        "tracking": choice.tracking,
    }
    return {name: value for name, value in values.items() if value}
