"""What the press can print (X130–X141)."""

from __future__ import annotations

from ...model.diagnostics import Bilingual
from .wording import error, warning

TOTAL_INK = error(
    "X130",
    "press",
    zh=(
        "总墨量 {value}%，超过 {limit}%",
        "按印厂的配置文件重新分色，或减少深色处的墨量",
        "一平方毫米上的墨太多，干不透，会蹭脏、粘连、透印。",
    ),
    en=(
        "total ink is {value} %, more than {limit} %",
        "separate it anew with the press's profile, or lighten the darkest parts",
        "So much ink on a square millimetre does not dry: it smears, sticks and shows through.",
    ),
)

RESOLUTION = warning(
    "X131",
    "press",
    zh=(
        "图片只有 {value} ppi，少于 {limit} ppi",
        "换一张更大的图，或缩小版面上的尺寸",
        "分辨率按印出来的大小算；太低会看出像素或发虚。",
    ),
    en=(
        "a picture has {value} ppi, less than {limit} ppi",
        "use a larger picture, or show it smaller",
        "The resolution is that at the printed size; where it is low, pixels show or edges blur.",
    ),
)

LINE = warning(
    "X132",
    "press",
    zh=(
        "线只有 {value} pt 粗，少于 {limit} pt",
        "把线加粗到 {limit} pt",
        "太细的线会断，反白或多色的线更容易看不见。",
    ),
    en=(
        "a line is {value} pt thin, less than {limit} pt",
        "make it {limit} pt thick",
        "Lines that are too thin break up, the more so when reversed or in several inks.",
    ),
)

SMALL_TEXT = warning(
    "X133",
    "press",
    zh=(
        "文字只有 {value} pt，小于 {limit} pt",
        "把字号加大到 {limit} pt",
        "太小的字印出来看不清。",
    ),
    en=(
        "text has {value} pt, less than {limit} pt",
        "set it in {limit} pt at least",
        "Smaller text cannot be read in print.",
    ),
)

SMALL_INKS = warning(
    "X134",
    "press",
    zh=(
        "反白或多色的文字只有 {value} pt，小于 {limit} pt",
        "加大到 {limit} pt，或改成单色",
        "几块版不会完全套准，小字的笔画会糊掉或被填满。",
    ),
    en=(
        "text that is reversed or in several inks has {value} pt, less than {limit} pt",
        "set it in {limit} pt at least, or in one ink",
        "Plates are never quite in register: fine strokes blur or fill in.",
    ),
)

LIGHT_TINT = warning(
    "X135",
    "press",
    zh=(
        "有 {value}% 的浅网，小于 {limit}%",
        "加深到 {limit}%，或改成白色",
        "太浅的网点印不上去，会变成白色或斑驳。",
    ),
    en=(
        "there is a tint of {value} %, less than {limit} %",
        "make it {limit} % at least, or white",
        "Dots so small do not hold: the tint turns white or blotchy.",
    ),
)

RICH_TEXT = error(
    "X136",
    "press",
    zh=(
        "{size} pt 的黑字用了几种墨（{inks}）",
        "改成单色黑",
        "黑字用几种墨叠印，套印稍有不准就有彩色的毛边。特大的字有时有意用富黑，显得更黑，毛边也不显眼："
        "从多大的字起不报，写在印刷条件里（rich-black-text：自带的都是 72 pt；写 none 就一律报）。",
    ),
    en=(
        "black text of {size} pt is in several inks ({inks})",
        "use black alone",
        "Black text of several inks has coloured fringes wherever plates are out of register. Huge "
        "type is at times in rich black on purpose, to look deeper, and hides fringes: from which "
        "size on it is not told stands in the press profile (`rich-black-text`: 72 pt in those "
        "that ship; with `none` all such text is told).",
    ),
)

NEAR_TRIM = warning(
    "X137",
    "press",
    zh=(
        "文字离裁切线只有 {value} 毫米，少于 {limit} 毫米",
        "往里移到 {limit} 毫米以外",
        "裁切有偏差，离边太近的文字可能被切掉。",
    ),
    en=(
        "text stands {value} mm from the trim, less than {limit} mm",
        "move it {limit} mm inwards",
        "Trimming is never exact: text so near the edge may be cut.",
    ),
)

SHORT_OF_BLEED = error(
    "X138",
    "press",
    zh=(
        "{object}到了裁切线，却没有出血",
        "把它延伸到出血线",
        "裁切有偏差，没有延伸到出血线的底色和图片会露出白边。",
    ),
    en=(
        "{object} at the trim that do not reach the bleed",
        "extend it to the edge of the bleed",
        "Trimming is never exact: where pictures and tints end at the trim, paper shows.",
    ),
    own=Bilingual(
        "在版式里让这个框的边到 bleed",
        "let the frame's box end at `bleed` in the layout",
    ),
)

NOT_MEASURED = warning(
    "X139",
    "press",
    zh=(
        "有内容没有算进总墨量：{reason}",
        "重新导出这一页，或请印厂核对它的总墨量",
        "有的图片或颜色这里读不出来，这一页的总墨量只算了其余部分：墨是不是太多，要由印厂的软件来看。",
    ),
    en=(
        "something is not counted in the total ink: {reason}",
        "export the page anew, or let the shop check its total ink",
        "A picture or a colour cannot be read here, and the total ink of the page is that of the "
        "rest: whether it is too much, the shop's software must tell.",
    ),
)

SHORT_ON_GROUND = warning(
    "X140",
    "press",
    zh=(
        "{object}到裁切线为止，下面的底却一直延伸到出血线",
        "也延伸到出血线",
        "裁切有偏差时，它外边会露出一条不同颜色的底。",
    ),
    en=(
        "{object} end at the trim on a ground that bleeds",
        "extend it to the edge of the bleed as well",
        "Trimming is never exact: a strip of the ground shows beside what ends at the trim.",
    ),
    own=Bilingual(
        "在版式里让这个框的边到 bleed",
        "let the frame's box end at `bleed` in the layout",
    ),
)

OBJECT_NEAR = warning(
    "X141",
    "press",
    zh=(
        "{object}离裁切线只有 {value} 毫米，少于 {limit} 毫米",
        "往里移到 {limit} 毫米以外，或延伸到出血线",
        "裁切有偏差，离边这么近的东西可能被切掉，边上的白条也会宽窄不一。下面垫着出血的底色或图片、"
        "整个都在它上面的不算：边上露出的是底，不是白纸。订口一边和没有出血的页面也不查。",
    ),
    en=(
        "{object} {value} mm from the trim, less than {limit} mm",
        "move it {limit} mm inwards, or let it bleed",
        "Trimming is never exact: what stands so near is cut, or the strip of paper beside it is "
        "uneven. Not told of what lies wholly on a tint or a picture that bleeds, as no paper "
        "shows beside it, nor at the spine or on pages without bleed.",
    ),
)

RULES = (
    TOTAL_INK,
    RESOLUTION,
    LINE,
    SMALL_TEXT,
    SMALL_INKS,
    LIGHT_TINT,
    RICH_TEXT,
    NEAR_TRIM,
    SHORT_OF_BLEED,
    NOT_MEASURED,
    SHORT_ON_GROUND,
    OBJECT_NEAR,
)
