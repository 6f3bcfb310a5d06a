"""Converting pictures: ``python -m benchmarks.pictures``; see README.md beside this file.

An issue of full pages, each one picture of 8 megapixels, is rendered without a cache and again
with it; then laid out and written alone, without the preflight. Beside it Pillow and LittleCMS
convert the same pictures, one after the other.
"""

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path

from benchmarks.run import PROJECT, Usage, measure, python

KINDS = ("photographs", "noise")


def run(issue: Path, runs: int) -> dict[str, list[Usage]]:
    """What each way took, in turn."""
    render = python("koubei_pdf", "render", str(issue), "-o", str(issue / "out.pdf"))
    written = python(
        "benchmarks.peers.koubei_doc", str(issue), str(issue / "out.pdf"),
        "--cache", str(issue / "out" / "written")
    )  # fmt: skip
    peer = python("benchmarks.peers.pillow_pictures", str(issue / "pictures"))
    ways = {
        "koubei, cold": render,
        "koubei, warm": render,
        "koubei, cold, not judged": written,
        "Pillow": peer,
    }
    used: dict[str, list[Usage]] = {name: [] for name in ways}
    for _ in range(runs):
        shutil.rmtree(issue / "out", ignore_errors=True)
        for name, command in ways.items():
            used[name].append(measure(command))
    return used


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time koubei-pdf's conversion of pictures.")
    parser.add_argument("--count", type=int, default=40, metavar="N", help="a multiple of 4")
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    print("| pictures | way | CPU s | wall s | × Pillow's CPU | peak MiB |")
    print("|---|---|---:|---:|---:|---:|")
    for kind in KINDS:
        with tempfile.TemporaryDirectory(dir=PROJECT / "benchmarks") as folder:
            issue = Path(folder) / "issue"
            job = (str(issue), "--kind", kind, "--count", str(asked.count))
            measure(python("benchmarks.photographs", *job))
            used = run(issue, asked.runs)
        for name, each in used.items():
            pairs = zip(each, used["Pillow"], strict=True)
            ratio = statistics.median(own.cpu / peer.cpu for own, peer in pairs)
            cpu, wall = (
                statistics.median(getattr(u, what) for u in each) for what in Usage._fields[:2]
            )
            peak = max(usage.memory for usage in each)
            print(f"| {kind} | {name} | {cpu:.1f} | {wall:.1f} | {ratio:.2f} | {peak:.0f} |")


if __name__ == "__main__":
    main()
