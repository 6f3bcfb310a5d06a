"""A press profile of an issue's own: like sheetfed but for some keys."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

SHIPPED = Path(__file__).parents[1] / "layouts" / "press"
ICC = "ISOcoated_v2_300_bas.icc"


def write_own_press(issue: Path, **changes: str) -> None:
    """Write layouts/press/own.yaml into the issue's folder; `least_ppi` stands for `least-ppi`."""
    folder = issue / "layouts" / "press"
    folder.mkdir(parents=True, exist_ok=True)
    text = (SHIPPED / "sheetfed.yaml").read_text("utf-8")
    for name, value in changes.items():
        key = name.replace("_", "-")
        text, count = re.subn(f"^{key}: .*$", f"{key}: {value}", text, flags=re.MULTILINE)
        assert count == 1, key
    (folder / "own.yaml").write_text(text, "utf-8")
    shutil.copy(SHIPPED / ICC, folder / ICC)
