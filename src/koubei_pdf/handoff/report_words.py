"""The words of the preflight report."""

from __future__ import annotations

from ..model.diagnostics import Bilingual

REPORT = Bilingual("付印前检查报告", "Preflight report")
FIT = Bilingual("可以付印", "Fit to print")
FIT_WARNED = Bilingual("可以付印，请看警告", "Fit to print, with warnings")
UNFIT = Bilingual("不能付印", "Not fit to print")
COUNTS = Bilingual(
    "{errors} 个错误　{warnings} 个警告", "{errors:error/errors}, {warnings:warning/warnings}"
)
CONTINUED = Bilingual(
    "付印前检查报告　{file}　第 {page} 页", "Preflight report, {file}, page {page}"
)

FILE = Bilingual("文件", "File")
PAGES = Bilingual("页数", "Pages")
TRIM = Bilingual("成品尺寸", "Trim size")
BLEED = Bilingual("出血", "Bleed")
STANDARD = Bilingual("标准", "Standard")
NO_STANDARD = Bilingual("不是 PDF/X", "not PDF/X")
PRESS = Bilingual("印刷条件", "Press")
INKS = Bilingual("四色版", "Process inks")
SPOTS = Bilingual("专色版", "Spot colours")
TOTAL_INK = Bilingual("最高总墨量", "Total ink")
MOST_INK = Bilingual("墨量最高", "Most ink")
ON_PAGE = Bilingual("第 {page} 页", "page {page}")
PPI = Bilingual("最低分辨率", "Least ppi")
FONTS = Bilingual("字体", "Fonts")
EMBEDDED = Bilingual("{all} 款，嵌入 {embedded} 款", "{embedded} of {all} embedded")
LIMIT = Bilingual("要求", "required")
NONE = Bilingual("无", "none")
LIST = Bilingual("、", " / ")

FINDINGS = Bilingual("问题", "Findings")
NOTHING = Bilingual("没有发现问题。", "Nothing was found.")
ERROR = Bilingual("错误", "Error")
WARNING = Bilingual("警告", "Warning")
REMEDY = Bilingual("建议：", "Remedy: ")
ON_PAGES = Bilingual("第 {pages} 页", "Pages {pages}")
PLACES = Bilingual(
    "　位置（页：x, y，自裁切左上角，毫米）{places}",
    "; at (page: x, y mm from the trim's corner) {places}",
)

INK_CHART = Bilingual(
    "各页最高总墨量（1 mm² 平均，红线为上限）",
    "Total ink, greatest of each page (mean over 1 mm², limit in red)",
)
NO_INK = Bilingual("没有计算总墨量。", "Total ink was not measured.")

FONT_LIST = Bilingual("字体", "Fonts")
FONT = Bilingual("名称", "name")
FONT_FORMAT = Bilingual("格式", "format")
FONT_EMBEDDED = Bilingual("嵌入", "embedded")
FONT_PAGES = Bilingual("页码", "pages")
YES = Bilingual("是", "yes")
NO = Bilingual("否", "no")

PAGE_LIST = Bilingual("逐页（左页、右页）", "Page by page (left, right)")
PAGE = Bilingual("页", "page")
TRIM_MM = Bilingual("成品 mm", "trim, mm")
BLEED_MM = Bilingual("出血", "bleed")
NO_PICTURES = Bilingual("没有位图", "no rasters")
PLATES = Bilingual("色版", "plates")
INK = Bilingual("墨 %", "ink %")
LEAST_PPI = Bilingual("ppi", "ppi")
