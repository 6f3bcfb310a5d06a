"""Rasters made ready for press and screen: size, ground, what a cache may do and may not."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Lock

import pytest
from PIL import Image

from koubei_pdf.imaging import NO_CACHE, Cache, Encoded, Order, PictureError, Profiles, Target
from koubei_pdf.imaging.budget import Budget
from koubei_pdf.imaging.decode import examine
from koubei_pdf.imaging.orders import Format
from koubei_pdf.imaging.prepare import prepare
from koubei_pdf.model.art import Raster
from koubei_pdf.model.style import Cmyk

from .samples import samples

FOLDER = Path(__file__).parents[2] / "layouts" / "press"
PROFILES = Profiles((FOLDER / "ISOcoated_v2_300_bas.icc").read_bytes(), FOLDER / "sRGB.icc")
PRESS = Target(is_press=True, ppi=300, quality=92, subsampling=0)
SCREEN = Target(is_press=False, ppi=150, quality=80, subsampling=2)
BLUE = Cmyk(100, 70, 0, 20)

Keep = Callable[..., Raster]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Saves an image and examines it."""

    def make(image: Image.Image, suffix: str = "png", **options: object) -> Raster:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.{suffix}"
        image.save(path, **options)
        facts = examine(path, NO_CACHE)
        return Raster(
            facts.width,
            facts.height,
            facts.mode,
            str(path),
            facts.digest,
            facts.has_alpha,
            facts.is_line_art,
        )

    return make


def one(order: Order, target: Target = PRESS, cache: Cache = NO_CACHE) -> Encoded:
    return prepare([order], target, PROFILES, cache)[order]


def noise(width: int, height: int) -> Image.Image:
    return Image.effect_noise((width, height), 60).convert("RGB")


@pytest.mark.parametrize(
    ("inches", "size"), [(1.0, (300, 150)), (2.0, (600, 300)), (3.0, (1200, 600)), (9, (1200, 600))]
)
def test_far_finer_pictures_are_brought_down(
    keep: Keep, inches: float, size: tuple[int, int]
) -> None:
    """From 1.5 × the press's 300 ppi on; none is ever enlarged."""
    made = one(Order(keep(noise(1200, 600)), inches * 72, inches * 36))
    assert (made.width, made.height) == size


def test_a_large_picture_is_brought_down_some_rows_at_a_time(
    keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = Order(keep(noise(900, 1500)), 900 / 1.7 / 300 * 72, 1500 / 1.7 / 300 * 72)
    whole = samples(one(order))
    module = importlib.import_module("koubei_pdf.imaging.prepare")
    monkeypatch.setattr(module, "_MOST_MADE", 1_000_000)
    monkeypatch.setattr(module, "_ROWS", 100)
    parts = samples(one(order))
    assert len(parts) == len(whole)
    assert sum(abs(a - b) for a, b in zip(parts, whole, strict=True)) < 0.5 * len(whole)


def test_line_art_keeps_every_dot(keep: Keep) -> None:
    art = noise(1200, 600).convert("1")
    raster = keep(art)
    assert raster.is_line_art
    assert one(Order(raster, 36, 18)).width == 1200


def test_a_jpeg_is_never_drawn_smaller_than_asked_for(keep: Keep) -> None:
    raster = keep(noise(1600, 900), "jpg")
    made = one(Order(raster, 1600 / 3.9 / 300 * 72, 900 / 3.9 / 300 * 72))
    assert (made.width, made.height) == (round(1600 / 3.9), round(900 / 3.9))


def pixel(made: Encoded, place: tuple[int, int]) -> tuple[int, ...]:
    """The samples (0–255) at x, y."""
    step = {"CMYK": 4, "L": 1, "RGB": 3}[made.mode]
    start = (place[1] * made.width + place[0]) * step
    return tuple(samples(made)[start : start + step])


def half_clear(mode: str, colour: tuple[int, ...]) -> Image.Image:
    """Noise about a colour whose right half is wholly transparent."""
    base = noise(200, 100).point(lambda v: v // 8).convert(mode[:-1])
    image = Image.merge(mode, (*base.split(), Image.new("L", base.size, 255)))
    image.paste((*colour, 0), (100, 0, 200, 100))
    return image


def test_what_lies_below_shows_through(keep: Keep) -> None:
    raster = keep(half_clear("RGBA", (255, 0, 0)))
    assert raster.has_alpha
    on_paper, on_blue = (one(Order(raster, 72, 36, g)) for g in (Cmyk(0, 0, 0, 0), BLUE))
    assert pixel(on_paper, (150, 50)) == pytest.approx((0, 0, 0, 0), abs=3)
    expected = tuple(round(v * 2.55) for v in (100, 70, 0, 20))
    assert pixel(on_blue, (150, 50)) == pytest.approx(expected, abs=4)
    assert pixel(on_blue, (50, 50)) == pytest.approx(pixel(on_paper, (50, 50)), abs=12)


def test_grey_on_a_grey_ground_stays_black_alone(keep: Keep) -> None:
    raster = keep(half_clear("LA", (255,)))
    assert one(Order(raster, 72, 36, Cmyk(0, 0, 0, 40))).mode == "L"
    assert one(Order(raster, 72, 36, BLUE)).mode == "CMYK"


def test_screens_get_rgb(keep: Keep) -> None:
    red = noise(300, 300)
    red.paste((200, 30, 30), (0, 0, 100, 300))
    made = one(Order(keep(red), 400, 400), SCREEN)
    assert made.mode == "RGB"
    assert pixel(made, (50, 150)) == pytest.approx((200, 30, 30), abs=10)
    inks = Image.merge("CMYK", [noise(300, 300).convert("L").point(lambda v: v // 8)] * 4)
    inks.paste((255, 180, 0, 50), (0, 0, 100, 300))
    seen = pixel(one(Order(keep(inks, "tif"), 400, 400), SCREEN), (50, 150))
    assert seen[2] > seen[1] > seen[0]


# --- the cache --------------------------------------------------------------------------------


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pictures that were really converted."""
    done: list[str] = []
    preparing = importlib.import_module("koubei_pdf.imaging.prepare")
    real = preparing._made

    def made(order: Order, *rest: object) -> tuple[Format, bytes]:
        done.append(order.raster.path)
        return real(order, *rest)

    monkeypatch.setattr(preparing, "_made", made)
    return done


def test_the_second_time_costs_nothing(keep: Keep, tmp_path: Path, counted: list[str]) -> None:
    orders = [Order(keep(noise(90, 60)), 72, 36) for _ in range(4)]
    cache = Cache(tmp_path / "cache")
    first = prepare(orders, PRESS, PROFILES, cache)
    assert len(counted) == 4
    assert prepare(orders, PRESS, PROFILES, cache) == first
    assert len(counted) == 4
    prepare(orders, replace(PRESS, ppi=20), PROFILES, cache)
    assert len(counted) == 8


def test_content_counts_and_not_the_name(keep: Keep, tmp_path: Path, counted: list[str]) -> None:
    cache = Cache(tmp_path / "cache")
    image = noise(90, 60)
    one(Order(keep(image), 72, 36), cache=cache)
    one(Order(keep(image), 72, 36), cache=cache)
    assert len(counted) == 1


def test_broken_entries_are_made_anew(keep: Keep, tmp_path: Path, counted: list[str]) -> None:
    order, cache = Order(keep(noise(90, 60)), 72, 36), Cache(tmp_path / "cache")
    first = one(order, cache=cache)
    entry = max((tmp_path / "cache").iterdir(), key=lambda path: path.stat().st_size)
    whole = entry.read_bytes()
    for broken in (b"", whole[:-1], whole[:99] + b"???" + whole[102:]):
        entry.write_bytes(broken)
        assert one(order, cache=cache) == first
    assert len(counted) == 4


def test_a_folder_that_cannot_be_is_no_fault(keep: Keep, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    order = Order(keep(noise(90, 60)), 72, 36)
    assert one(order, cache=Cache(tmp_path / "file" / "cache")) == one(order)


def test_the_cache_is_bounded(tmp_path: Path) -> None:
    for key in range(5):
        cache = Cache(tmp_path, most=500)
        cache.keep(b"head", bytes(96), key)
        cache.trim()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 500
    kept = cache.find(4)
    assert kept is not None
    assert (kept.head, b"".join(kept.parts())) == (b"head", bytes(96))
    assert cache.find(0) is None


def test_what_a_run_needs_is_not_removed(tmp_path: Path) -> None:
    cache = Cache(tmp_path, most=250)
    kept = [cache.keep(b"", bytes(96), key) for key in range(5)]
    cache.trim()
    assert [b"".join(each.parts()) for each in kept] == [bytes(96)] * 5


def test_a_file_that_shrank_is_told(tmp_path: Path) -> None:
    kept = Cache(tmp_path).keep(b"", bytes(96), "a")
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(entry.read_bytes()[:-1])
    with pytest.raises(OSError, match=entry.name):
        list(kept.parts())


def test_threads_together_stay_within_a_bound() -> None:
    """One that is too large for it goes alone, and nobody waits for ever."""
    budget, held, most = Budget(10), [0], [0]
    lock = Lock()

    def work(amount: int) -> None:
        with budget.taken(amount):
            with lock:
                held[0] += amount
                most[0] = max(most[0], held[0]) if held[0] != 25 else most[0]
            time.sleep(0.001)
            with lock:
                held[0] -= amount

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, [3, 4, 25, 5, 1, 9, 2, 25, 6] * 4))
    assert 0 < most[0] <= 10


def test_facts_are_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noise(90, 60).save(tmp_path / "a.png")
    cache = Cache(tmp_path / "cache")
    first = examine(tmp_path / "a.png", cache)

    def never(*_: object) -> None:
        raise AssertionError("decoded again")

    monkeypatch.setattr(Image, "open", never)
    assert examine(tmp_path / "a.png", cache) == first


def test_a_picture_that_is_gone_is_named(keep: Keep) -> None:
    raster = keep(noise(90, 60))
    Path(raster.path).unlink()
    with pytest.raises(PictureError) as caught:
        one(Order(raster, 72, 36))
    assert caught.value.path == raster.path
