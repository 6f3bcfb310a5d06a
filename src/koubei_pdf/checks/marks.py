"""Words for what is painted, for findings that name it."""

from __future__ import annotations

from ..model.diagnostics import Bilingual
from ..pdf.content.state import Kind

KINDS: dict[Kind, Bilingual] = {
    "text": Bilingual("文字", "text"),
    "fill": Bilingual("色块", "areas"),
    "stroke": Bilingual("线条", "lines"),
    "image": Bilingual("图片", "pictures"),
    "shading": Bilingual("渐变", "gradients"),
}
