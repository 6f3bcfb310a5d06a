"""The conformance table as data: the chapters beside this file, read and checked.

An assertion states one rule in one situation. Its keys:

- `id`, `rule` (one sentence), `zh` (the same in Chinese), `clause` (where not the chapter's);
- `text`, and where it is set: `measure` in em (a list: line by line); or `fit`, `{part, add}`: the
  natural width of a part of the text (all of it unless said) and so many em more; or `sweep`:
  `within` puts the text at every place of lines of 8 to 40 em, Han before and after it, `end` ends
  paragraphs with it;
- options of `compose`: `indent` (0 unless said), `level`, `style`, `justify`, `optimise`; of the
  house's rules: `hanging`, `gap`; `heading: true` breaks the text as a title;
- `readings`: by character, what stands above it wherever it stands;
- `expect`: see `expectations`;
- `runs`: a subset of `RUNS`, where a rule does not show in all; `pending`: why it fails so far.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

FOLDER = Path(__file__).parent

Run = Literal["ideal", "serif", "print"]
#: The ideal font, the house's face through the engine, and the same face read from the PDF.
RUNS: tuple[Run, ...] = ("ideal", "serif", "print")

Sweep = Literal["within", "end"]

#: Han text that fills lines around what is tested: no marks, no wishes, nothing that binds.
FILLER = "江城的春天来得早东湖边的樱花开得正盛骑车的人多了起来城里的老街新店都热闹"
WIDEST = 40
#: Measures of sweeps (em): all for the ideal font; few where shaping or printing takes time.
MEASURES: Mapping[Run, tuple[int, ...]] = {
    "ideal": tuple(range(8, WIDEST + 1)),
    "serif": (8, 13, 22, WIDEST),
    "print": (12,),
}


@dataclass(frozen=True, slots=True)
class Situation:
    """One paragraph to set: its text and its measures (em, the last repeats)."""

    text: str
    measure: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """A measure by what it is to hold: the natural width of `part`, and `add` em."""

    part: str
    add: float


@dataclass(frozen=True, slots=True)
class Setup:
    """How the paragraphs of an assertion are set: what `compose` and a house style can say."""

    indent: float = 0.0
    level: str = "gb"
    style: str = "gb"
    justify: bool = True
    optimise: bool = True
    hanging: bool = False
    gap: tuple[float, float, float] = (0.125, 0.25, 0.5)
    heading: bool = False
    readings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Assertion:
    """One rule in one situation (or in a sweep of them)."""

    id: str
    clause: str
    rule: str
    text: str
    measure: tuple[float, ...]
    fit: Fit | None
    sweep: Sweep | None
    setup: Setup
    expect: Mapping[str, Any]
    runs: tuple[Run, ...]
    pending: str

    def situations(self, run: Run, natural: Callable[[str], float]) -> list[Situation]:
        """The paragraphs in which `run` looks at the rule; `natural` is a text's width in em."""
        if self.fit is not None:
            measure = natural(self.fit.part) + self.fit.add
            return [Situation(self.text, (round(measure, 4),))]
        if self.sweep is None:
            return [Situation(self.text, self.measure)]
        return [
            Situation(self._padded(phase, measure), (float(measure),))
            for measure in MEASURES[run]
            for phase in self._phases(measure)
        ]

    def _phases(self, measure: int) -> range:
        """How much Han stands before the text: all that put a line's end in it or beside it."""
        if self.sweep == "end":
            return range(measure)
        return range(max(0, measure - len(self.text) - 2), measure + 1)

    def _padded(self, phase: int, measure: int) -> str:
        after = FILLER * 2 if self.sweep == "within" else ""
        return (FILLER * 2)[:phase] + self.text + after[: measure + 2]


def chapters() -> list[Mapping[str, Any]]:
    """The chapters as they are written, in order of their files' names."""
    paths = sorted(FOLDER.glob("*.yaml"))
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]


def assertions() -> list[Assertion]:
    """All assertions, pending ones included."""
    return [
        _assertion(entry, str(chapter["clause"]))
        for chapter in chapters()
        for entry in chapter["assertions"]
    ]


_OWN = {
    "id",
    "clause",
    "rule",
    "zh",
    "text",
    "measure",
    "fit",
    "sweep",
    "expect",
    "runs",
    "pending",
}
_SETUP = {field: Setup.__dataclass_fields__[field].default for field in Setup.__dataclass_fields__}


def _assertion(entry: Mapping[str, Any], clause: str) -> Assertion:
    unknown = entry.keys() - _OWN - _SETUP.keys()
    assert not unknown, f"{entry['id']}: unknown keys {sorted(unknown)}"
    assert len(entry.keys() & {"measure", "fit", "sweep"}) == 1, entry["id"]
    options = {name: entry[name] for name in _SETUP if name in entry}
    if "gap" in options:
        options["gap"] = tuple(options["gap"])
    if "readings" in options:
        options["readings"] = tuple(options["readings"].items())
    measure = entry.get("measure", ())
    measures = tuple(measure) if isinstance(measure, list | tuple) else (measure,)
    return Assertion(
        id=entry["id"],
        clause=str(entry.get("clause", clause)),
        rule=entry["rule"],
        text=entry["text"],
        measure=tuple(float(one) for one in measures),
        fit=Fit(**{"part": entry["text"], **entry["fit"]}) if "fit" in entry else None,
        sweep=entry.get("sweep"),
        setup=Setup(**options),
        expect=entry["expect"],
        runs=tuple(entry.get("runs", RUNS)),
        pending=entry.get("pending", ""),
    )
