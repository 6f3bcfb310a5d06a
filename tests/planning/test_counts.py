"""Figures, portraits and events that a slip asks for: as many as stand without a fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from koubei_pdf.cli import app

from ..pages.press import TITLE, Press, codes

BODY = "  body: {kind: body, page: 2, box: [0, 16, 24, 20]}"
FIGURES = "value_style: flush, unit_style: flush, label_style: flush"
EVENTS = "date_style: flush, text_style: flush"


def head(kind: str, count: int) -> str:
    entry = {
        "figures": "{value: '2027', label: 标}",
        "people": "{name: 甲甲, picture: p.svg}",
        "events": "{date: 去年, text: 事}",
    }[kind]
    name = "timeline" if kind == "events" else kind
    return f"{name}: [{', '.join([entry] * count)}]" if count else ""


@pytest.mark.parametrize(
    ("kind", "frame", "count", "fault"),
    [
        # Numbers of 2 字, 2 字 apart: six of them are 22 字 wide.
        ("figures", f"kind: figures, box: [0, 0, 24, 6], {FIGURES}", 6, "T005"),
        (
            "figures",
            f"kind: figures, box: [0, 0, 24, 9], columns: 3, rows: 3, {FIGURES}",
            9,
            "T002",
        ),
        ("people", "kind: people, box: [0, 0, 24, 15], rows: 5, name_style: flush", 5, "T002"),
        ("people", "kind: people, box: [0, 0, 24, 16], rows: 5, name_style: flush", 10, "T002"),
        (
            "people",
            "kind: people, box: [0, 0, 24, 14], columns: 3, rows: 5, name_rows: 2, count: 4,"
            " name_style: flush",
            4,
            "T008",
        ),
        # Rows 0, 2, 4 … each with one that stays empty below it.
        ("events", f"kind: timeline, box: [0, 0, 24, 13], {EVENTS}", 7, "T002"),
        ("events", f"kind: timeline, box: [0, 0, 24, 14], gap: 0, {EVENTS}", 14, "T002"),
        ("events", f"kind: timeline, box: [0, 0, 24, 14], count: 2, {EVENTS}", 2, "T008"),
        (
            "events",
            "kind: timeline, box: [0, 0, 24, 8], date_style: title, text_style: flush",
            4,
            "T002",
        ),
    ],
)
def test_a_frame_is_asked_for_what_it_has_room_for(
    tmp_path: Path, square_font: Path, kind: str, frame: str, count: int, fault: str
) -> None:
    press = Press(tmp_path, square_font)
    press.drawing("articles/p.svg", 100, 100)
    frames = f"{TITLE}\n  side: {{page: 1, {frame}}}\n{BODY}"
    for written in (0, 1, count):
        press.spread(frames, head=head(kind, written))
        done = CliRunner().invoke(app, ["slip", str(press.folder), "--json"])
        (slip,) = json.loads(done.stdout)
        asked = {name: slip[name] for name in ("figures", "people", "events")}
        assert asked == dict.fromkeys(asked, 0) | {kind: count}
    assert codes(press.spread(frames, head=head(kind, count))) == []
    assert fault in codes(press.spread(frames, head=head(kind, count + 1)))
