"""Judges files apart, within bounds on time and memory; and what is made to go beyond them."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Name

from koubei_pdf.checks.judging import judge
from koubei_pdf.model.press import PressProfile

#: Seconds of the processor and bytes of address space that any of these files may take at most.
SECONDS, BYTES = 30, 1500 << 20

#: Bytes of address space for pages full of photographs; one of them decoded takes 32 MB.
PHOTOGRAPHS = 350 << 20


def codes(data: bytes, press: PressProfile) -> set[str]:
    return {group.rule.code for group in judge(data, press).groups}


def judged_apart(data: bytes, folder: Path, most: int = BYTES, seconds: int = SECONDS) -> set[str]:
    """The codes found by the program in a process of its own, within `seconds` and `most` bytes."""
    file = folder / "a.pdf"
    file.write_bytes(data)

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (most, most))

    command = [sys.executable, "-m", "koubei_pdf", "preflight", str(file), "--json"]
    done = subprocess.run(command, capture_output=True, preexec_fn=bound, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return {finding["code"] for finding in json.loads(done.stdout)["findings"]}


def bomb(size: int) -> bytes:
    """Deflated zeros: 1 MB for each GB."""
    deflater = zlib.compressobj(9)
    block = bytes(1 << 20)
    return b"".join(deflater.compress(block) for _ in range(size >> 20)) + deflater.flush()


GIGABYTE = bomb(1 << 30)
AS_IT_IS = {"stream_decode_level": pikepdf.StreamDecodeLevel.none, "compress_streams": False}


def with_stream(pdf: pikepdf.Pdf, data: bytes, **entries: Any) -> Any:
    made = pdf.make_stream(b"")
    made.write(data, filter=Name.FlateDecode)
    for key, value in entries.items():
        made[f"/{key}"] = value
    return made
