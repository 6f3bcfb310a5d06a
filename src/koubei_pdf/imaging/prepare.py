"""All rasters of a file converted at once, on as many threads as there are processors.

Pillow and LittleCMS let other threads run while they work. Each result goes to disk at once.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Collection
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.style import Cmyk
from .budget import Budget
from .cache import Cache, Stored
from .decode import decode, own_bounds
from .encode import encode
from .icc import Profiles
from .orders import Encoded, Format, Order, PictureError, Target
from .peaks import Peaks, keep_peaks, peaks_of

if TYPE_CHECKING:
    from PIL import Image

#: Part of every key: raised when the same order would give other bytes.
_VERSION = 3

#: A picture is brought down only where it is so much finer than asked for.
_FAR_ABOVE = 1.5

#: Pixels that are worked on at a time: each takes up to 8 bytes, before and after conversion.
_MOST_PIXELS = 32 << 20

#: Pixels of a converted picture, at most: a spread of A4 at 300 ppi, and far above. What is larger
#: reaches beyond its page.
_MOST_MADE = 40_000_000

#: Rows of a large picture that are made at a time.
_ROWS = 256


def prepare(
    orders: Collection[Order], target: Target, profiles: Profiles, cache: Cache
) -> dict[Order, Encoded]:
    """The data of each order; only those that the cache lacks are worked out.

    Raises PictureError, and ProfileError if the profiles are unusable.
    """
    found: dict[Order, Encoded] = {}
    missing = []
    for order in orders:
        kept = cache.find(*_key(order, target, profiles))
        if kept is None:
            missing.append(order)
        else:
            found[order] = _encoded(kept)
    if not missing:
        return found

    budget = Budget(_MOST_PIXELS)

    def work(order: Order) -> Encoded:
        with budget.taken(order.raster.width * order.raster.height):
            made, data, peaks = _made(order, target, profiles)
            if peaks is not None:
                keep_peaks(cache, data, peaks)
            head = json.dumps(astuple(made)).encode()
            return _encoded(cache.keep(head, data, *_key(order, target, profiles)))

    from concurrent.futures import ThreadPoolExecutor

    with own_bounds(), ThreadPoolExecutor(os.cpu_count()) as pool:
        found |= zip(missing, pool.map(work, missing), strict=True)
    cache.trim()
    return found


def _key(order: Order, target: Target, profiles: Profiles) -> tuple[object, ...]:
    ground = astuple(order.ground) if order.raster.has_alpha else ()
    size = _size(order, target)
    return (_VERSION, order.raster.digest, size, ground, astuple(target), profiles.digest)


def _size(order: Order, target: Target) -> tuple[int, int]:
    """The size in px that is enough: the picture's own unless that is far above."""
    raster = order.raster
    own = (raster.width, raster.height)
    wanted = [max(1, round(side / 72 * target.ppi)) for side in (order.width, order.height)]
    if raster.is_line_art:
        return own
    if min(a / b for a, b in zip(own, wanted, strict=True)) >= _FAR_ABOVE:
        return wanted[0], wanted[1]
    times = math.ceil(math.sqrt(own[0] * own[1] / _MOST_MADE))
    return math.ceil(own[0] / times), math.ceil(own[1] / times)


def _made(order: Order, target: Target, profiles: Profiles) -> tuple[Format, bytes, Peaks | None]:
    """An order's picture encoded, and for a press its peaks of ink."""
    size = _size(order, target)
    try:
        samples = decode(Path(order.raster.path), size)
    except Exception as error:  # Pillow's decoders raise nearly anything on a broken file
        raise PictureError(order.raster.path, error) from error
    image, alpha, profile = samples.image, samples.alpha, samples.profile
    del samples  # so that the samples go once they are converted
    if image.size != size:
        image = _brought_down(image, size)
        alpha = alpha and _brought_down(alpha, size)
    image = _coloured(image, profile, profiles, target)
    if alpha is not None:
        image = _flattened(image, alpha, order.ground, profiles)
    peaks = None
    if target.is_press and image.mode == "CMYK":
        ppi = 72 * min(image.width / order.width, image.height / order.height)
        peaks = peaks_of(image, ppi)
    return *encode(image, target.quality, target.subsampling), peaks


def _brought_down(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The image at another size.

    A large one is averaged first by a whole number, and then made some rows at a time, as the
    filter holds what is between both sizes, too.
    """
    from PIL import Image

    if image.width * image.height <= _MOST_MADE:
        return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    times = int(0.01 + min(image.width / size[0], image.height / size[1]))
    if times > 1:
        image = image.reduce(times)
    made = Image.new(image.mode, size)
    scale = image.height / size[1]
    for top in range(0, size[1], _ROWS):
        foot = min(top + _ROWS, size[1])
        box = (0, top * scale, image.width, min(foot * scale, image.height))
        rows = image.resize((size[0], foot - top), Image.Resampling.LANCZOS, box)
        made.paste(rows, (0, top))
    return made


def _coloured(
    image: Image.Image, profile: bytes | None, profiles: Profiles, target: Target
) -> Image.Image:
    """The image in the colours of the target; grey stays grey, black alone on paper."""
    from PIL import ImageCms

    if image.mode == "L":
        return image
    convert: Callable[[Image.Image, bytes | None], Image.Image] = (
        profiles.to_press if target.is_press else profiles.to_screen
    )
    try:
        return convert(image, profile)
    except ImageCms.PyCMSError:  # reported when the picture was examined
        return convert(image, None)


def _flattened(
    image: Image.Image, alpha: Image.Image, ground: Cmyk, profiles: Profiles
) -> Image.Image:
    """The image on its ground, which shows through; grey on grey stays grey."""
    from PIL import Image

    if image.mode == "L" and not (ground.c or ground.m or ground.y):
        below: float | str | tuple[float, ...] = round(255 - ground.k * 2.55)
    elif image.mode == "RGB":
        below = profiles.seen(ground)
    else:
        below = tuple(round(value * 2.55) for value in astuple(ground))
        if image.mode == "L":
            black = image.point(lambda value: 255 - value)
            none = Image.new("L", image.size, 0)
            image = Image.merge("CMYK", (none, none, none, black))
    return Image.composite(image, Image.new(image.mode, image.size, below), alpha)


def _encoded(kept: Stored) -> Encoded:
    width, height, mode, filter_ = json.loads(kept.head)
    return Encoded(width, height, mode, filter_, kept)
