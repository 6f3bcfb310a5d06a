"""Writes the conformance tables of docs/clreq.md from tests/clreq/*.yaml.

python docs/make_clreq.py

What stands between the two comments `assertions` of the page is written; all else is by hand.
tests/clreq/test_page.py holds it fresh.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

PAGE = Path(__file__).parent / "clreq.md"
DATA = PAGE.parents[1] / "tests" / "clreq"
BEGIN = "<!-- assertions: written by docs/make_clreq.py; do not edit by hand -->"
END = "<!-- /assertions -->"

Entry = Mapping[str, Any]
_RUNS = ("ideal", "serif", "print")


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """docs/clreq.md as it should be."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n{tables(chapters())}\n{END}{after}"


def chapters() -> list[Entry]:
    """The chapters of the data, in order of their files' names."""
    return [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(DATA.glob("*.yaml"))
    ]


def tables(found: Sequence[Entry]) -> str:
    """The sum of the table, then every chapter: clause, what we do, assertions."""
    return "\n".join([_sum(found), *map(_chapter, found)])


def _sum(found: Sequence[Entry]) -> str:
    rows = ["| | assertions | engine | print | pending |", "| --- | --- | --- | --- | --- |"]
    total = [entry for chapter in found for entry in chapter["assertions"]]
    for title, entries in [(c["title"], c["assertions"]) for c in found] + [("all", total)]:
        ready = [entry for entry in entries if "pending" not in entry]
        shown = sum("print" in entry.get("runs", _RUNS) for entry in ready)
        counts = (len(entries), len(ready), shown, len(entries) - len(ready))
        rows.append(f"| {title} | {' | '.join(map(str, counts))} |")
    return "\n".join([*rows, ""])


def _chapter(chapter: Entry) -> str:
    head = f"### {chapter['title']}\n\n*CLREQ {chapter['clause']}.* {chapter['we']}\n"
    if str(chapter["clause"]).startswith("GB"):
        head = head.replace("*CLREQ ", "*", 1)
    rows = ["| assertion | clause | rule | shown in |", "| --- | --- | --- | --- |"]
    rows += [_row(entry, str(chapter["clause"])) for entry in chapter["assertions"]]
    return "\n".join([head, *rows, ""])


def _row(entry: Entry, clause: str) -> str:
    rule = f"{_safe(entry['rule'])} {_safe(entry['zh'])}。"
    cells = (f"`{entry['id']}`", entry.get("clause", clause), rule, _where(entry))
    return f"| {' | '.join(cells)} |"


def _where(entry: Entry) -> str:
    if "pending" in entry:
        return f"pending: {_safe(entry['pending'])}"
    runs = entry.get("runs", _RUNS)
    places = ["engine"] if {"ideal", "serif"} & set(runs) else []
    how = {"within": ", every place of 8–40 em", "end": ", every end at 8–40 em"}
    return " and ".join([*places, *(["print"] if "print" in runs else [])]) + how.get(
        entry.get("sweep", ""), ""
    )


def _safe(text: str) -> str:
    """The text, safe in a cell of a table."""
    return re.sub(r"([|*<_])", r"\\\1", text)


if __name__ == "__main__":
    main()
