"""Validators written in Java, where .ci/validators has prepared them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).with_name("validators")


def java(program: str, classpath: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Java program of tests/validators."""
    path = os.environ.get(classpath)
    if not path:
        pytest.skip(f"{classpath} is not set: see .ci/validators")
    command = ["java", "-cp", path, str(FOLDER / f"{program}.java"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)
