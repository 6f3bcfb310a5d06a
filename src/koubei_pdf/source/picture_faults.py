"""What can be wrong with a picture (P…): as a file or a raster (P001–P009), and as a drawing."""

from __future__ import annotations

from ..model.diagnostics import Rule
from .faults.wording import error, warning
from .svg import faults, unprintable

UNKNOWN_FORMAT = error(
    "P001",
    zh=(
        "图片“{path}”的格式不能用（{kind}）",
        "矢量图存成 SVG，照片存成 TIFF、JPEG 或 PNG",
        "按内容认格式，不看后缀：改后缀不会改变格式，要用绘图或修图软件另存。能读 SVG、JPEG、"
        "PNG、TIFF，也能读 GIF、WebP、BMP。",
    ),
    en=(
        "the picture `{path}` is in a format that cannot be used ({kind})",
        "save drawings as SVG, and photographs as TIFF, JPEG or PNG",
        "The format is told by the content, not by the suffix, so renaming does not help: save "
        "the picture anew. SVG, JPEG, PNG and TIFF are read, as are GIF, WebP and BMP.",
    ),
)

DRAWING_TOO_LARGE = error(
    "P002",
    zh=(
        "SVG 文件“{path}”有 {size} MB，超过 {most} MB",
        "删去嵌入的位图和隐藏的图层，简化路径后重新导出",
        "平涂的插图一般只有几百 KB；特别大的多半嵌了位图，而嵌入的位图本来就不采用。",
    ),
    en=(
        "the SVG file `{path}` has {size} MB, more than {most} MB",
        "remove embedded bitmaps and hidden layers, simplify paths, and export it again",
        "Flat artwork takes some hundred KB. A huge file mostly embeds bitmaps, which are not "
        "used anyway.",
    ),
)

BROKEN = error(
    "P003",
    zh=(
        "图片“{path}”已损坏或不完整：{reason}",
        "向作者重新要一份，或从原片重新导出",
        "文件没有传完或已损坏，解码到一半就断了；不会拿残缺的画面去付印。",
    ),
    en=(
        "the picture `{path}` is broken or truncated: {reason}",
        "ask for the file again, or export it again from the original",
        "Decoding stopped half-way, as happens when a file was not copied whole. A partial "
        "picture is never printed.",
    ),
)

TOO_LARGE = error(
    "P004",
    zh=(
        "图片“{path}”有 {width} × {height} 像素，太大了",
        "在修图软件里缩小或裁切：长边 5000 像素就够印满一个跨页",
        "每边最多 40000 像素，总共最多三亿像素；解开后占内存太多的也不行：RGB 或 CMYK 的 TIFF、PNG "
        "最多约 7000 万像素，带透明的约 3100 万，黑白线稿约一亿四千万。跨页宽 426 毫米，按 300 ppi "
        "算约 5000 像素。",
    ),
    en=(
        "the picture `{path}` has {width} × {height} px, which is too large",
        "scale it down or crop it: a longer side of 5,000 px fills a whole spread",
        "At most 40,000 px a side and 300 million in all, and no more than memory has room for: "
        "about 70 million of a TIFF or PNG in RGB or CMYK, 31 million with transparency, 140 "
        "million of line art. A spread of 426 mm at 300 ppi takes about 5,000 px.",
    ),
)

TINY = warning(
    "P005",
    zh=(
        "图片“{path}”只有 {width} × {height} 像素",
        "确认没有放错文件；要印的是一条线或一道色条，就画成 SVG",
        "有一边不到 16 像素，按 300 ppi 印出来这一边不过一毫米多。这多半是网页的占位图、缩略图，"
        "或是切下来的一条线、一道底色；放大了印就是一格格的色块。",
    ),
    en=(
        "the picture `{path}` has only {width} × {height} px",
        "make sure that this is the right file; draw a line or a bar of colour as SVG",
        "One side has less than 16 px, which at 300 ppi print little more than a millimetre: "
        "mostly a placeholder of a web page, a thumbnail, or a line or tint cut out of a page. "
        "Enlarged, it prints as blocks of colour.",
    ),
)

FRAMES = warning(
    "P006",
    zh=(
        "图片“{path}”里有 {frames} 帧（页），只用第一帧",
        "把要用的那一帧单独存成一个文件",
        "动图和多页 TIFF 只取第一帧（页）；要用别的帧，请另存。",
    ),
    en=(
        "the picture `{path}` holds {frames} frames or pages, of which the first is used",
        "save the frame that you want as a file of its own",
        "Of an animation or a TIFF of several pages only the first frame is used.",
    ),
)

SAMPLES = error(
    "P007",
    zh=(
        "图片“{path}”的像素类型（{mode}）不能用",
        "在修图软件里转成 8 位或 16 位的灰度、RGB 或 CMYK，再另存",
        "32 位或浮点的像素（HDR、测量数据）没有公认的白场，转换结果不可靠。",
    ),
    en=(
        "the picture `{path}` has samples of a kind that cannot be used ({mode})",
        "convert it to grey, RGB or CMYK of 8 or 16 bit and save it again",
        "Samples of 32 bit or floating point (HDR, measured data) have no agreed white, so no "
        "conversion could be trusted.",
    ),
)

BAD_PROFILE = warning(
    "P008",
    zh=(
        "图片“{path}”内嵌的色彩配置文件不能用（{reason}）",
        "在修图软件里重新指定正确的配置文件，再另存",
        "配置文件损坏，与图片的颜色模式不符，或是设备链接之类，并不说明颜色是什么样子。RGB 图暂按 "
        "sRGB 转换，CMYK 图油墨值不变，颜色可能有偏差，请看打样。",
    ),
    en=(
        "the colour profile embedded in `{path}` cannot be used ({reason})",
        "assign the right profile in an image editor and save the picture again",
        "The profile is broken, of another colour mode, or a device link or the like, which does "
        "not say what colours look like. RGB is taken for sRGB and CMYK inks stay as they are, so "
        "colours may be off: look at the proof.",
    ),
)

NO_PROFILE = error(
    "P009",
    zh=(
        "转换图片“{path}”的颜色时读不了色彩配置文件 {profile}：{reason}",
        "换上完好的配置文件：印刷条件里 icc 写的那一个，或程序自带的 sRGB.icc",
        "RGB 颜色要靠 sRGB.icc 和印刷机的配置文件换算成油墨，缺了或坏了就无从换算。",
    ),
    en=(
        "cannot read the colour profile {profile} to convert `{path}`: {reason}",
        "put a whole profile in its place: the `icc` of the press, or sRGB.icc of the program",
        "RGB colours are turned into inks by sRGB.icc and the profile of the press; without "
        "them there is no conversion.",
    ),
)

BROKEN_PDF = error(
    "P010",
    zh=(
        "PDF 文件“{path}”放不进版面：{reason}",
        "自己做的就重新导出，别人给的就请对方重发：不设密码和权限，最好是 PDF/X",
        "要置入的页面得先读得出来，也得有大小。文件没有传完、设了密码或限制了权限，或者页面的长宽"
        "不是一张纸的长宽，都放不进去。",
    ),
    en=(
        "the PDF `{path}` cannot be placed: {reason}",
        "export it again, or ask who sent it for another: without a password, PDF/X at best",
        "A page must be readable and have a size to be placed. A file that was not copied whole, "
        "that has a password or restrictions, or whose page is of no size that paper has, cannot "
        "be.",
    ),
)

NO_SUCH_PAGE = error(
    "P011",
    zh=(
        "PDF 文件“{path}”没有第 {page} 页，一共 {last} 页",
        "把 page 改成 1 到 {last} 之间的数",
        "page 是 PDF 里的第几页，从 1 数起，不写就是第 1 页。",
    ),
    en=(
        "the PDF `{path}` has no page {page}, only {last}",
        "write a `page` from 1 to {last}",
        "`page` counts the pages of the PDF from 1; without it the first is placed.",
    ),
)

UNFIT_PDF = error(
    "P012",
    zh=(
        "PDF 文件“{path}”第 {page} 页不能付印：{found}",
        "用 koubei-pdf preflight 检查这个文件，请广告主照着改好再导出",
        "置入的页面原样进入付印文件，它的毛病会让整个文件被印厂退回。括号里是付印前检查的代码，"
        "用 koubei-pdf explain 加代码可以看说明；毛病多的只列出前几项，preflight 会全部列出。",
    ),
    en=(
        "page {page} of the PDF `{path}` cannot go to the press: {found}",
        "run `koubei-pdf preflight` on the file, and ask the advertiser to mend it",
        "A placed page goes into the press file as it is, and its faults would have the whole "
        "file sent back. `koubei-pdf explain` tells more of each code; of many faults the first "
        "are named here, and all by `preflight`.",
    ),
)

DOUBTFUL_PDF = warning(
    "P013",
    zh=(
        "PDF 文件“{path}”第 {page} 页印出来可能不好：{found}",
        "用 koubei-pdf preflight 检查这个文件，问问广告主",
        "置入的页面原样进入付印文件。这些地方印得出来，但未必是广告主想要的样子。",
    ),
    en=(
        "page {page} of the PDF `{path}` may print badly: {found}",
        "run `koubei-pdf preflight` on the file, and ask the advertiser",
        "A placed page goes into the press file as it is. This prints, though perhaps not as the "
        "advertiser means it.",
    ),
)

NOT_A_PDF = error(
    "P014",
    zh=(
        "图片“{path}”不是 PDF，不能写“{key}”",
        "删去“{key}”；要的是另一页，就把那一页单独存成一个文件",
        "page 和 box 说的是 PDF 的第几页、按哪个页面框取。别的图片没有页面框；动图和多页 TIFF "
        "只取第一帧。",
    ),
    en=(
        "`{key}` is for PDFs, and the picture `{path}` is none",
        "remove `{key}`; save another page or frame as a file of its own",
        "`page` and `box` choose a page of a PDF and the box by which it is placed. Other pictures "
        "have no such boxes, and of an animation or a TIFF of several pages the first is used.",
    ),
)

SPOTS_ALIKE = warning(
    "P046",
    zh=(
        "专色“{name}”和“{other}”像是同一种墨，名字不同就会出两块版",
        "是同一种墨就统一成“{other}”；置入的 PDF 请广告主改",
        "名字只差空格、大小写或标点，或是潘通（PANTONE）的同一号只差色卡的后缀（C、U、CVC、CP……）。"
        "印厂按名字出版：写法不同就是不同的版，多出一块版，多收一份钱，套印也对不上。专色的名字写在"
        " layouts/house.yaml 里，置入的 PDF 也会带来。",
    ),
    en=(
        "the spots `{name}` and `{other}` look like one ink, and get a plate each by two names",
        "write `{other}` if they are one ink; in a placed PDF the advertiser must",
        "The names differ in spaces, case or marks alone, or in the letters of PANTONE's books (C, "
        "U, CVC, CP …) behind one number. Plates go by name: two spellings are two plates, one of "
        "them paid for in vain. Names of spots stand in layouts/house.yaml, and placed PDFs bring "
        "some along.",
    ),
)

#: All rules of pictures, by code.
RULES: tuple[Rule, ...] = (
    UNKNOWN_FORMAT,
    DRAWING_TOO_LARGE,
    BROKEN,
    TOO_LARGE,
    TINY,
    FRAMES,
    SAMPLES,
    BAD_PROFILE,
    NO_PROFILE,
    BROKEN_PDF,
    NO_SUCH_PAGE,
    UNFIT_PDF,
    DOUBTFUL_PDF,
    NOT_A_PDF,
    *sorted((SPOTS_ALIKE, *faults.RULES, *unprintable.RULES), key=lambda rule: rule.code),
)
