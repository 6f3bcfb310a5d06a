#!/usr/bin/env python3
"""The project's two commands, on any machine with Python >= 3.11.

python3 dev.py sample   set up .venv and render the sample issue to out/issue.pdf
python3 dev.py test     set up .venv and run every check: format, lint, types, imports, tests
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "auto"),
)


def set_up() -> None:
    """Make .venv with the project and its tools, unless it stands already for this pyproject."""
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = VENV / "koubei-set-up"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError):
        sys.exit(
            "Python cannot make a virtual environment here."
            " On Debian and Ubuntu: apt-get install python3-venv"
        )
    run("python", "-m", "pip", "install", "--quiet", "--editable", f"{ROOT}[dev]")
    stamp.write_text(wanted)


def run(program: str, *arguments: str) -> None:
    """Run a program of .venv in the project's folder; stop with its exit code if it fails."""
    done = subprocess.run([str(BIN / program), *arguments], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def main() -> None:
    """Run the command that the command line names."""
    if sys.version_info < (3, 11):  # noqa: UP036 -- this file runs before pip can check it
        sys.exit("koubei-pdf needs Python 3.11 or newer")
    match sys.argv[1:]:
        case ["sample"]:
            set_up()
            run("koubei-pdf", "render", "issue.yaml")
        case ["test"]:
            set_up()
            for check in CHECKS:
                run(*check)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
