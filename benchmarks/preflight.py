"""Rendering and judging the sample: ``python -m benchmarks.preflight``; see README.md here.

Each figure is one whole process, as in run.py: the interpreter's start and imports included.
"""

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path

from benchmarks.run import PROJECT, measure, python

ISSUE_PARTS = ("issue.yaml", "articles", "layouts", "fonts")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time render and preflight on the sample.")
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as temporary:
        issue = Path(temporary)
        for part in ISSUE_PARTS:
            copy = shutil.copytree if (PROJECT / part).is_dir() else shutil.copy
            copy(PROJECT / part, issue / part)
        out, program = issue / "out", ("koubei_pdf", "render", str(issue))
        file, bare, paths = (str(out / f"{name}.pdf") for name in ("issue", "bare", "paths"))
        outlined = (*program, "--outline-text", "--output", paths)
        commands = {
            "typesetting alone": python("benchmarks.peers.koubei_doc", str(issue), bare),
            "render, cold": python(*program),
            "render, warm": python(*program),
            "preflight": python("koubei_pdf", "preflight", file),
            "preflight --no-ink": python("koubei_pdf", "preflight", file, "--no-ink"),
            "text as paths: render": python(*outlined),
            "    preflight": python("koubei_pdf", "preflight", paths),
            "    preflight --no-ink": python("koubei_pdf", "preflight", paths, "--no-ink"),
        }
        out.mkdir()
        measure(commands["render, cold"])
        for name, command in commands.items():
            used = []
            for _ in range(runs):
                if name.endswith("cold"):
                    shutil.rmtree(out)
                used.append(measure(command))
            wall, cpu = (
                statistics.median(getattr(u, kind) for u in used) for kind in ("wall", "cpu")
            )
            memory = max(u.memory for u in used)
            print(f"{name:22} {wall:5.2f} s wall {cpu:5.2f} s CPU {memory:5.0f} MiB")


if __name__ == "__main__":
    main()
