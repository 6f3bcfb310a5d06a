"""Run the comparison: ``python benchmarks/run.py``; see README.md beside this file.

Each measurement is one whole process, start-up and imports included. This
process stays small and imports no engine: a child's peak memory, as the kernel
counts it, begins with the size of the process that started it.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
RESULTS = HERE / "results.json"
MEBIBYTE = 2**20
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
REFERENCE = "typst"


class Engine(NamedTuple):
    """An engine: the module that must import, its distribution, and the process to time."""

    module: str
    distribution: str
    command: list[str]


ENGINES = {
    "koubei": Engine("koubei_pdf", "koubei-pdf", ["benchmarks.peers.koubei_doc"]),
    "typst": Engine("typst", "typst", ["benchmarks.peers.typst_doc"]),
    "weasyprint": Engine("weasyprint", "weasyprint", ["benchmarks.peers.weasyprint_doc"]),
    "platypus": Engine("reportlab.platypus", "reportlab", ["benchmarks.peers.platypus_doc"]),
}


class Usage(NamedTuple):
    """What one process took."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True, slots=True)
class Row:
    """One engine at one size: seconds of CPU, MiB, pages."""

    engine: str
    times: int
    pages: int
    cpu: list[float]
    wall: list[float]
    memory: float
    ratio: float | None
    """To the reference engine's CPU: the median of the run-by-run ratios."""

    @property
    def per_page(self) -> float:
        """Return the CPU milliseconds of a page."""
        return 1000 * statistics.median(self.cpu) / self.pages


class RunError(Exception):
    """A process that should have worked did not."""


def python(*arguments: str) -> list[str]:
    """Return the command line of a module run by this interpreter."""
    return [sys.executable, "-m", *arguments]


def measure(command: list[str]) -> Usage:
    """Run a command; return what it, and it alone, took."""
    with tempfile.TemporaryFile() as said:
        begin = time.perf_counter()
        # Installed programs have their bytecode at hand; so does every engine here.
        env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        process = subprocess.Popen(command, cwd=PROJECT, env=env, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RunError(said.read().decode(errors="replace")[-2000:])
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * RSS_UNIT / MEBIBYTE)


def installed(names: list[str]) -> Iterator[str]:
    """Yield the engines that can be imported, and say which cannot."""
    for name in names:
        test = [sys.executable, "-c", f"import {ENGINES[name].module}"]
        done = subprocess.run(test, cwd=PROJECT, capture_output=True, text=True, check=False)
        if done.returncode:
            reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            print(f"skipped: {name} cannot be imported ({reason})")
        else:
            yield name


def compare(
    names: list[str], times: int, runs: int, text: list[str], fonts: list[str], folder: Path
) -> list[Row]:
    """Run the engines in turn, once to warm up and then ``runs`` times."""
    commands: dict[str, list[str]] = {}
    for name in names:
        output = str(folder / f"{name}-{times}.pdf")
        if name == "koubei":
            issue = str(folder / f"issue-{times}")
            measure(python("benchmarks.corpus", issue, "--times", str(times), *text))
            commands[name] = python(*ENGINES[name].command, issue, output)
        else:
            job = [output, "--times", str(times), *text, *fonts]
            commands[name] = python(*ENGINES[name].command, *job)

    usages: dict[str, list[Usage]] = {name: [] for name in names}
    for run in range(runs + 1):
        for name in list(usages):
            try:
                usage = measure(commands[name])
            except RunError as error:
                print(f"failed: {name} at ×{times}\n{error}")
                del usages[name]
                continue
            label = f"run {run}" if run else "warm-up"
            print(f"×{times:<3} {label:8} {name:11} {usage.cpu:8.2f} s", file=sys.stderr)
            if run:
                usages[name].append(usage)

    reference = usages.get(REFERENCE)
    rows = []
    for name, used in usages.items():
        pairs = zip(used, reference, strict=True) if reference else ()
        ratios = [own.cpu / other.cpu for own, other in pairs]
        rows.append(
            Row(
                engine=name,
                times=times,
                pages=pages(folder / f"{name}-{times}.pdf"),
                cpu=[round(usage.cpu, 3) for usage in used],
                wall=[round(usage.wall, 3) for usage in used],
                memory=round(max(usage.memory for usage in used), 1),
                ratio=round(statistics.median(ratios), 3) if ratios else None,
            )
        )
    return rows


def pages(pdf: Path) -> int:
    """Count a PDF's pages, in a process of its own."""
    code = "import pikepdf, sys; print(len(pikepdf.open(sys.argv[1]).pages))"
    return int(subprocess.check_output([sys.executable, "-c", code, str(pdf)], text=True))


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = [
        "| size | engine | pages | CPU s, median (min–max) | × Typst | CPU ms a page | peak MiB |",
        "|---:|---|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        cpu = f"{statistics.median(row.cpu):.2f} ({min(row.cpu):.2f}–{max(row.cpu):.2f})"
        ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
        lines.append(
            f"| ×{row.times} | {row.engine} | {row.pages} | {cpu} | {ratio}"
            f" | {row.per_page:.1f} | {row.memory:.0f} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure what the command line asks for, print a table, write results.json."""
    parser = argparse.ArgumentParser(description="Compare koubei-pdf with its peers.")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 25], metavar="N")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--fonts", type=Path, help="folder of the faces (default: fonts/)")
    parser.add_argument("--manuscript", type=Path, help="the text (default: the tests' own)")
    parser.add_argument("--keep", type=Path, help="folder in which to leave the PDFs")
    asked = parser.parse_args()
    if asked.runs < 1:
        parser.error("--runs must be at least 1")

    fonts = ["--fonts", str(asked.fonts.resolve())] if asked.fonts else []
    text = ["--manuscript", str(asked.manuscript.resolve())] if asked.manuscript else []
    names = list(installed(asked.engines))
    versions = {name: version(ENGINES[name].distribution) for name in names}
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.keep.resolve() if asked.keep else Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for times in asked.times:
            rows += compare(names, times, asked.runs, text, fonts, folder)

    results = {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "versions": versions,
        "rows": [asdict(row) for row in rows],
    }
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(table(rows))


if __name__ == "__main__":
    main()
