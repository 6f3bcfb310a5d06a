"""issue.lock.yaml: how the stories of an issue were fitted, so that the next run decides alike.

The file is the program's own; people keep it with the issue and need not read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model.diagnostics import Span
from ..model.fitting import MOST_TRACKING, PLAIN, Choice, Fit, Locked
from ..model.schema import Key
from .desk import Desk
from .faults.lock import BAD_LOCK, OTHER_VERSION
from .findings import Findings
from .reader import Record, as_integer

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
_ROWS = Key("integer", least=-20, most=20)
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


def read_lock(desk: Desk, name: str) -> Mapping[str, Locked]:
    """What is locked, by article; nothing where there is no such file.

    A file that this program would not have written is reported at each place where it differs:
    nobody mends such a file by hand, so that one remedy fits all.
    """
    if not (desk.root / name).exists():
        return {}
    own = Desk(desk.root)
    node = own.mapping(name, Span(name))
    locked: Mapping[str, Locked] = {}
    if node is not None:
        record = Record(node, KEYS, own.findings, required=("version", "stories"))
        version = record.integer("version", _VERSION)
        if version not in (None, VERSION):
            span = node.entries["version"].value.span
            desk.findings.add(OTHER_VERSION.at(span, found=version, wanted=VERSION))
            return {}
        locked = _stories(record, own.findings)
    for span in dict.fromkeys(fault.span for fault in own.findings.diagnostics):
        desk.findings.add(BAD_LOCK.at(span))
    return locked


def _stories(record: Record, findings: Findings) -> dict[str, Locked]:
    locked = {}
    for article, entry in record.mapping("stories").items():
        story = Record.of(entry.value, article, STORY_KEYS, findings, required=("layout",))
        layout = None if story is None else story.text("layout")
        if story is not None and layout is not None:
            locked[article] = Locked(layout.text, _choice(story, findings))
    return locked


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
