"""What a drawing may hold and print cannot show (P030–P045)."""

from __future__ import annotations

from ..faults.wording import error, warning

TEXT = error(
    "P030",
    zh=(
        "图里有没转曲的文字（共 {count} 处），印不出来",
        "先把文字转成轮廓再导出（Illustrator：文字 › 创建轮廓；Inkscape：路径 › 对象转为路径）",
        "图中文字用的字体不在刊物的字体里，也没有经过排版；转成轮廓后，印出的字形与画面一致。要"
        "读者能检索的文字，请写进图片说明。",
    ),
    en=(
        "the drawing holds live text (×{count}), which is left out",
        "convert the text to outlines before exporting (Illustrator: Type > Create Outlines; "
        "Inkscape: Path > Object to Path)",
        "A drawing's fonts are not the magazine's; outlines print just as they look. Text that "
        "readers should find belongs in the caption.",
    ),
)

IMAGE = error(
    "P031",
    zh=(
        "图里嵌有位图（共 {count} 处），没有采用",
        "把位图存成单独的 TIFF 或 JPEG 文件，另作一张图片放进版面",
        "单独的图片才能检查分辨率、转换颜色；嵌在矢量图里的位图查不到，也从不去读外部文件。",
    ),
    en=(
        "the drawing holds a bitmap (×{count}), which is left out",
        "save the bitmap as a TIFF or JPEG file and place it as a picture of its own",
        "A picture of its own can be checked for resolution and converted to press colour; a "
        "bitmap inside a drawing cannot. Outside files are never read.",
    ),
)

UNKNOWN_ELEMENT = error(
    "P032",
    zh=(
        "不认识图中的 <{element}>（共 {count} 处），其内容没有画出",
        "在绘图软件里把这部分扩展成普通路径（Illustrator：对象 › 扩展），再重新导出",
        "能读的是路径、基本图形、编组、符号和剪切；网格渐变、嵌入的网页等没有对应的印刷画法。",
    ),
    en=(
        "<{element}> is not supported (×{count}) and its content is left out",
        "expand that part into plain paths in the drawing program and export it again",
        "Paths, basic shapes, groups, symbols and clips are read; meshes, embedded pages and "
        "the like have no counterpart in print.",
    ),
)

ACTIVE = warning(
    "P033",
    zh=(
        "忽略了图中的脚本或动画 <{element}>（共 {count} 处）",
        "导出静态的图；若画面依赖动画，先定格再导出",
        "印刷品是静止的，脚本从不执行。画出的是动画开始之前的样子。",
    ),
    en=(
        "the script or animation <{element}> is ignored (×{count})",
        "export a still drawing; if its look depends on the animation, freeze it first",
        "Print stands still and scripts are never run: the state before any animation is drawn.",
    ),
)

EFFECT = warning(
    "P034",
    zh=(
        "<{element}> 用的 {property} 没有采用（共 {count} 处）",
        "在绘图软件里把效果扩展或拼合成普通路径（Illustrator：对象 › 扩展外观），再重新导出",
        "滤镜、蒙版、箭头标记、混合模式等要靠渲染才有，平面的印刷路径里没有；图会照没有这个效果"
        "的样子画出，请看打样是否合意。",
    ),
    en=(
        "{property} of <{element}> is ignored (×{count})",
        "expand or flatten the effect into plain paths in the drawing program and export it again",
        "Filters, masks, markers, blend modes and the like exist only when rendered. The "
        "drawing is painted as if the effect were absent; look at the proof.",
    ),
)

TRANSPARENT = warning(
    "P035",
    zh=(
        "<{element}> 的 {property} 是半透明的（共 {count} 处），按不透明画出",
        "改用实色（调色板里的浅色），或在绘图软件里拼合透明度后重新导出",
        "印刷文件不带透明度。完全透明的部分不画，半透明的部分按不透明画，会盖住下面的图形。",
    ),
    en=(
        "{property} of <{element}> is translucent (×{count}) and is painted opaque",
        "use a solid tint of the palette, or flatten the transparency and export it again",
        "Press files carry no transparency: what is fully transparent is not drawn, what is "
        "partly so is drawn opaque and hides what lies below.",
    ),
)

GRADIENT = warning(
    "P036",
    zh=(
        "<{element}> 填的是渐变（共 {count} 处），改用各色标的平均色",
        "改成实色或几个色块；确要渐变，就把这张图另存为位图放进版面",
        "本刊插图是平涂的，渐变没有采用。平均色按各色标的油墨比例计算。",
    ),
    en=(
        "<{element}> is painted with a gradient (×{count}); the mean of its stops is used",
        "use solid colours or a few steps; if it must be a gradient, place the art as a bitmap",
        "The magazine's artwork is flat. The mean is taken of the inks of all stops.",
    ),
)

PATTERN = warning(
    "P037",
    zh=(
        "<{element}> 填的是图案（共 {count} 处），没有画出",
        "在绘图软件里把图案扩展成普通路径（Illustrator：对象 › 扩展），再重新导出",
        "图案填充没有采用：有备用色就用备用色，没有就留空。",
    ),
    en=(
        "<{element}> is painted with a pattern (×{count}), which is left out",
        "expand the pattern into plain paths in the drawing program and export it again",
        "Patterns are not supported: a fallback colour is used if the fill names one, else "
        "nothing.",
    ),
)

BAD_COLOUR = error(
    "P038",
    zh=(
        "看不懂 <{element}> 的颜色“{value}”（{property}，共 {count} 处）",
        "写成 #rrggbb、rgb()、颜色英文名、device-cmyk(c m y k) 或 currentColor",
        "颜色看不懂就不知道用哪几种油墨，暂按 K100 画出，不能付印。",
    ),
    en=(
        "the colour `{value}` of <{element}> is not understood ({property}, ×{count})",
        "write it as #rrggbb, rgb(), a colour name, device-cmyk(c m y k) or currentColor",
        "An unknown colour gives no inks; it is painted K100 for the proof and cannot be printed.",
    ),
)

STYLE_SHEET = warning(
    "P045",
    zh=(
        "样式表中的“{value}”没有采用",
        "导出时选“演示文稿属性”或“内联样式”（Illustrator：SVG 选项 › CSS 属性）",
        "样式表只认标签、.类、#编号及其组合；后代、伪类选择器和 @ 规则没有采用，颜色可能因此不对。",
    ),
    en=(
        "the style sheet's `{value}` is ignored",
        "export with `Presentation Attributes` or inline style (Illustrator: SVG Options)",
        "Sheets may select by tag, .class and #id; other selectors and at-rules are ignored, "
        "which may change colours.",
    ),
)

RULES = (
    TEXT,
    IMAGE,
    UNKNOWN_ELEMENT,
    ACTIVE,
    EFFECT,
    TRANSPARENT,
    GRADIENT,
    PATTERN,
    BAD_COLOUR,
    STYLE_SHEET,
)
