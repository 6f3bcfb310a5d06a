"""Why something is not counted in the total ink, in words for people who know nothing of PDF."""

from __future__ import annotations

from ..model.diagnostics import Bilingual
from .reading import UnreadableError

DAMAGED = Bilingual("一张图片的数据损坏，解不开", "the data of a picture are damaged")
GARBLED = Bilingual("一张图片的数据中间有损坏", "the data of a picture are damaged within")
CUT_SHORT = Bilingual("一张图片的数据不全", "the data of a picture end too early")
PACKED = Bilingual(
    "一张图片的压缩方式这里解不开（JBIG2 或几种连用）",
    "a picture is compressed in a way that is not unpacked here (JBIG2, or several at once)",
)
CHANNELS = Bilingual(
    "一张图片的颜色和它的数据对不上", "the colours of a picture do not fit its data"
)
MASK = Bilingual("一个写在页面内容里的单色蒙版", "a mask that stands within the page's content")
TILES = Bilingual(
    "一个图案填充重复得太密，或者各块重叠太多",
    "a pattern has too many tiles, or tiles that overlap too much",
)
MESH = Bilingual("一个网格渐变", "a mesh gradient")
FUNCTION = Bilingual("一个渐变的计算太多", "a gradient whose colours take too much reckoning")
FOLLOWED = Bilingual(
    "一个渐变或颜色的函数太长，或套得太深，这里算不下去",
    "the function of a gradient or colour is too long, or nested too deeply, to be followed",
)
LOAD = Bilingual(
    "整页：画的东西太多，或者一层层重叠得太多",
    "the whole page, as it paints too much, or too many things one over the other",
)
PATTERN = Bilingual("一个图案填充", "a pattern")
COLOUR = Bilingual("一种颜色或图形的定义有错", "the definition of a colour or shape is faulty")


def too_many_pixels(width: int, height: int) -> UnreadableError:
    """A picture beyond every bound, or without any pixel."""
    plain = Bilingual(
        f"一张图片有 {width} × {height} 像素，超出范围",
        f"a picture has {width} × {height} pixels, which is out of bounds",
    )
    return UnreadableError(f"{width} × {height}", plain)


def too_many_bytes(most: int) -> UnreadableError:
    """A picture that unpacks to more than `most` bytes."""
    plain = Bilingual(
        f"一张图片解开后超过 {most >> 20} MB", f"a picture unpacks to more than {most >> 20} MB"
    )
    return UnreadableError(f"> {most >> 20} MB", plain)
