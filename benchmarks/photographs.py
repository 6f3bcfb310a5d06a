"""An issue of full pages, each one picture of 8 megapixels, for benchmarks/pictures.py.

Run as ``python -m benchmarks.photographs FOLDER --kind noise --count N``.
"""

import argparse
import random
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from benchmarks.corpus import HOUSE

#: 8 megapixels: 290 ppi on a page with its bleed.
SIZE = (2448, 3264)

#: Fields of noise that a photograph is mixed from: px from one sample to the next, and the share
#: that covers what was mixed before. The last is the grain.
OCTAVES = ((700, 1.0), (160, 0.4), (40, 0.25), (10, 0.15), (1, 0.06))

LAYOUT = """\
pages: 1
frames:
  plate: {kind: picture, box: [bleed, bleed, bleed, bleed], picture: 1}
"""


def photograph(chance: random.Random) -> Image.Image:
    """Soft areas of many colours, with detail of every size and grain."""
    light = _plane(chance)
    colours = [Image.blend(light, _plane(chance), 0.4) for _ in range(3)]
    return Image.merge("RGB", colours)


def _plane(chance: random.Random) -> Image.Image:
    mixed = Image.new("L", SIZE)
    for step, share in OCTAVES:
        size = (SIZE[0] // step + 2, SIZE[1] // step + 2)
        field = Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))
        mixed = Image.blend(mixed, field.resize(SIZE, Image.Resampling.BICUBIC), share)
    return mixed


def noise(chance: random.Random) -> Image.Image:
    """Every sample by chance: nothing makes larger files."""
    return Image.frombytes("RGB", SIZE, chance.randbytes(SIZE[0] * SIZE[1] * 3))


KINDS: dict[str, Callable[[random.Random], Image.Image]] = {
    "photographs": photograph,
    "noise": noise,
}


def write_issue(folder: Path, count: int, kind: str) -> None:
    """An issue of `count` pages, each covered by a picture of its own."""
    (folder / "pictures").mkdir(parents=True)
    (folder / "layouts").mkdir()
    (folder / "layouts" / "house.yaml").write_text(HOUSE, encoding="utf-8")
    (folder / "layouts" / "plate.yaml").write_text(LAYOUT, encoding="utf-8")
    issue = ["title: 图片", 'date: "2023.03"', "pages:"]
    for number in range(1, count + 1):
        file = f"pictures/{number:02}.jpg"
        KINDS[kind](random.Random(number)).save(folder / file, quality=92)
        pictures = f"[{{file: {file}, alt: 图}}]"
        issue.append(f"  - {{pages: {number}, layout: plate, pictures: {pictures}}}")
    (folder / "issue.yaml").write_text("\n".join(issue) + "\n", encoding="utf-8")


def main() -> None:
    """Write the issue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kind", choices=KINDS, default="photographs")
    parser.add_argument("--count", type=int, default=40, metavar="N")
    asked = parser.parse_args()
    write_issue(asked.folder, asked.count, asked.kind)


if __name__ == "__main__":
    main()
