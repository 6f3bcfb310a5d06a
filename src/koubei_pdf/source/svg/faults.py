"""What can be wrong with a drawing as such (P020–P044), and the list that a reader keeps."""

from __future__ import annotations

from ...model.diagnostics import Diagnostic, Rule, Span
from ...model.names import shown
from ..faults.wording import error, warning

#: A drawing that has this many different faults is not worth listing further.
MAX_FAULTS = 60

BAD_XML = error(
    "P020",
    zh=(
        "SVG 文件的 XML 有错：{reason}",
        "用绘图软件重新导出；手工改过的话，检查这一处的尖括号、引号和结束标签",
        "XML 有错的文件只能读到出错的地方，后半张图会丢，所以整张图都不采用。",
    ),
    en=(
        "this SVG is not well-formed XML: {reason}",
        "export it again from the drawing program; if edited by hand, check the tags and "
        "quotes here",
        "Whatever follows the error cannot be read, so the drawing is not used at all.",
    ),
)

NOT_SVG = error(
    "P021",
    zh=(
        "文件的最外层是 <{fact}>，不是 SVG 的 <svg>",
        "确认这是一张 SVG 图；网页里的图要单独存成 .svg 文件",
        "只读最外层为 <svg>、名字空间为 http://www.w3.org/2000/svg 的文件。",
    ),
    en=(
        "the outermost element is <{fact}>, not an <svg> of SVG",
        "make sure that this is an SVG drawing; save a drawing out of a web page as its own "
        ".svg file",
        "Only files whose root is <svg> in the namespace http://www.w3.org/2000/svg are read.",
    ),
)

ENTITIES = error(
    "P022",
    zh=(
        "SVG 文件声明了自己的实体（DTD 内部子集），不予读取",
        "重新导出；Illustrator 请取消勾选“保留 Illustrator 编辑功能”",
        "实体可以层层嵌套，几行文字就能撑满内存，也能引来别的文件，所以一律拒绝。只写 DTD 名称"
        "而不声明实体的 <!DOCTYPE svg …> 可以照用。",
    ),
    en=(
        "this SVG declares entities of its own (an internal DTD subset) and is not read",
        "export it again; in Illustrator switch off `Preserve Illustrator Editing Capabilities`",
        "Entities can nest until a few lines fill the memory, or pull in other files, so they "
        "are refused. A plain <!DOCTYPE svg …> that declares nothing is fine.",
    ),
)

TOO_DEEP = error(
    "P023",
    zh=(
        "图中的编组套了 {fact} 层以上",
        "在绘图软件里取消多余的编组，再重新导出",
        "正常的图不过二三十层；再深多半是文件损坏，或是恶意构造的。",
    ),
    en=(
        "groups are nested more than {fact} deep",
        "ungroup what needs no group in the drawing program and export it again",
        "Real drawings stay within twenty or thirty levels; more means a broken or hostile file.",
    ),
)

NO_SIZE = error(
    "P024",
    zh=(
        "看不出图的大小：没有可用的 viewBox，也没有宽高",
        '在 <svg> 上写明 viewBox，例如 viewBox="0 0 300 200"',
        "版面按图的长宽比安排图位。每边须在 0.01 到 1000000 个单位之间。",
    ),
    en=(
        "the drawing has no size: neither a usable viewBox nor a width and height",
        'give the <svg> a viewBox, such as `viewBox="0 0 300 200"`',
        "Frames are fitted to a picture's proportions. Each side must be 0.01 to 1,000,000 units.",
    ),
)

PAINTS_NOTHING = warning(
    "P025",
    zh=(
        "这张图什么也没有画",
        "确认导出时选中了图形，图层没有隐藏，图形有填色或描边",
        "图里没有一条可见的路径，印出来就是一块空白。",
    ),
    en=(
        "this drawing paints nothing",
        "check that the artwork was selected, its layers are visible, and it has fills or strokes",
        "No visible path was found, so the picture would print as an empty space.",
    ),
)

TOO_MUCH = error(
    "P026",
    zh=(
        "图展开后的图形太多，停止读取",
        "简化路径（Illustrator：对象 › 路径 › 简化），或减少符号的层层引用",
        "每张图最多展开成四百万个数；正常的插图不到其百分之一。",
    ),
    en=(
        "the drawing grows too large once its symbols are expanded",
        "simplify its paths, or use fewer symbols within symbols",
        "A drawing may unfold to four million numbers; normal artwork needs a hundredth of that.",
    ),
)

BAD_PATH = error(
    "P039",
    zh=(
        "路径数据从第 {offset} 个字符“{value}”起有错",
        "用绘图软件重新导出这张图",
        "按 SVG 的规定，出错之前的部分照画，之后的部分丢掉，图形可能不完整。",
    ),
    en=(
        "the path data is broken from character {offset} on, at `{value}`",
        "export the drawing again from the drawing program",
        "As SVG asks, what comes before the fault is drawn and what follows is lost.",
    ),
)

BAD_VALUE = error(
    "P040",
    zh=(
        "<{element}> 的 {property} 值“{value}”有错（共 {count} 处）",
        "用绘图软件重新导出；长度的单位可用 px、pt、pc、mm、cm、in、%",
        "看不懂的值按没有写处理，图形的位置或大小可能不对。",
    ),
    en=(
        "the value `{value}` of {property} on <{element}> is not understood (×{count})",
        "export the drawing again; lengths may be in px, pt, pc, mm, cm, in or %",
        "A value that is not understood counts as absent: a shape may stand or measure wrong.",
    ),
)

MISSING = error(
    "P041",
    zh=(
        "<{element}> 引用的 {value} 在图中不存在，或不是该引用的东西（共 {count} 处）",
        "用绘图软件重新导出；手工改过的话，核对 id",
        "引用的符号、剪切路径或渐变找不到，对应的内容就画不出来，或画得不对。",
    ),
    en=(
        "<{element}> refers to {value}, which is not in the drawing or not of the right kind "
        "(×{count})",
        "export the drawing again; if edited by hand, check the id",
        "Without the symbol, clip or gradient that it refers to, that part is missing or wrong.",
    ),
)

EXTERNAL = error(
    "P042",
    zh=(
        "<{element}> 引用了文件之外的 {value}（共 {count} 处），不予读取",
        "在绘图软件里把链接的内容嵌入本图，扩展成路径后重新导出",
        "一张图只凭自己的文件画出，不上网，也不读别的文件，这样今天和明年印出来一样。",
    ),
    en=(
        "<{element}> refers to {value} outside the file (×{count}), which is never read",
        "embed what is linked in the drawing program, expand it to paths, and export it again",
        "A drawing is painted from its own file alone, never from the network or another file, "
        "so that it prints the same next year.",
    ),
)

CYCLE = error(
    "P043",
    zh=(
        "<{element}> 引用的 {value} 又绕回来引用了自己",
        "去掉符号或剪切路径里对自身的引用",
        "引用自己的符号永远画不完，这一处引用没有采用。",
    ),
    en=(
        "<{element}> refers to {value}, which leads back to itself",
        "remove the symbol's or clip's reference to itself",
        "What uses itself never ends; this reference is ignored.",
    ),
)

OUT_OF_BOUNDS = error(
    "P044",
    zh=(
        "<{element}> 的坐标大得出奇（共 {count} 处），没有画出",
        "用绘图软件打开检查这个图形和它的变换，删掉或改正后重新导出",
        "坐标的绝对值超过一千万，或算不出来，输出设备无法处理。",
    ),
    en=(
        "the coordinates of <{element}> are out of all bounds (×{count}); it is left out",
        "look at this shape and its transforms in the drawing program and export it again",
        "Coordinates beyond ten million units, or none at all, cannot be handled by any device.",
    ),
)

RULES = (
    BAD_XML,
    NOT_SVG,
    ENTITIES,
    TOO_DEEP,
    NO_SIZE,
    PAINTS_NOTHING,
    TOO_MUCH,
    BAD_PATH,
    BAD_VALUE,
    MISSING,
    EXTERNAL,
    CYCLE,
    OUT_OF_BOUNDS,
)


class Faults:
    """The faults of one drawing; the same fault is listed once, at its first place, counted."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: dict[tuple[str, ...], tuple[Rule, Span, dict[str, str]]] = {}
        self._places: dict[tuple[str, ...], set[tuple[int, int]]] = {}

    def add(self, rule: Rule, line: int, column: int, length: int = 0, **facts: str) -> None:
        """Note a fault at a place (from 1); `length` characters are concerned (0: unknown)."""
        quoted = {name: shown(value) for name, value in facts.items()}
        key = (rule.code, *quoted.values())
        if key not in self._found and len(self._found) == MAX_FAULTS:
            return
        span = Span(self._file, line, column, length)
        self._found.setdefault(key, (rule, span, quoted))
        self._places.setdefault(key, set()).add((line, column))

    def listed(self) -> list[Diagnostic]:
        """The findings, in the order in which they were met."""
        return [
            rule.at(span, **facts, count=len(self._places[key]))
            for key, (rule, span, facts) in self._found.items()
        ]
