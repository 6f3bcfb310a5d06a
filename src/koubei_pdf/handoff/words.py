"""The words of ticket and report, as Chinese print shops use them, and in English."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.diagnostics import Bilingual
from ..model.press import Binding

TICKET = Bilingual("印刷工艺单", "Print ticket")
JOB = Bilingual("工单号", "Job no.")
DRAWN_UP = Bilingual("制单日期", "Drawn up on")
CUSTOMER = Bilingual("客户", "Customer")
PRINTER = Bilingual("印厂", "Printer")

TRIM = Bilingual("成品尺寸", "Trim size")
MM = Bilingual("mm", "mm")
PAGES = Bilingual("总页数", "Pages, with cover")
PAGE_UNIT = Bilingual("P", "pp")
QUANTITY = Bilingual("印数", "Quantity")
COPIES = Bilingual("册", "copies")
BINDING = Bilingual("装订", "Binding")
BINDINGS: Mapping[Binding, Bilingual] = {
    "saddle": Bilingual("骑马订", "Saddle"),
    "perfect": Bilingual("无线胶装", "Perfect"),
}

PARTS: Mapping[str, Bilingual] = {
    "cover": Bilingual("封面", "Cover"),
    "inside": Bilingual("内文", "Inside"),
}
NUMBERS = Bilingual("页码", "Pages")
PAPER = Bilingual("用纸", "Paper")
INKS = Bilingual("印色", "Inks")
PLATES = Bilingual("实际用版", "Plates")
SPOTS = Bilingual("专色", "Spot colours")
FINISHING = Bilingual("表面与后道", "Finishing")
NONE = Bilingual("无", "none")
LIST = Bilingual("、", " / ")

SPINE = Bilingual("书脊厚", "Spine")
SPINE_IS = Bilingual("{spine} mm（按内文张数与纸厚计算）", "{spine} mm, by leaves and caliper")
BLEED = Bilingual("出血", "Bleed")
BLEED_IS = Bilingual("四边各 {bleed} mm", "{bleed} mm on all sides")
STANDARD = Bilingual("印刷条件", "Press")
STANDARD_IS = Bilingual(
    "{standard}　{condition}（{press}）　总墨量上限 {ink}%",
    "{standard}, {condition} ({press}), total ink ≤ {ink} %",
)
PREFLIGHT = Bilingual("付印前检查", "Preflight")
PREFLIGHT_IS = Bilingual(
    "{errors} 个错误，{warnings} 个警告，详见 {report}",
    "{errors:error/errors}, {warnings:warning/warnings}; see {report}",
)
DELIVERY_DATE = Bilingual("交货日期", "Delivery date")
DELIVERY_ADDRESS = Bilingual("交货地址", "Delivery to")
CONTACT = Bilingual("联系人", "Contact")
REMARKS = Bilingual("备注", "Remarks")

SIGNED_CUSTOMER = Bilingual("客户签字", "Signed for the customer")
SIGNED_PRINTER = Bilingual("印厂签字", "Signed for the printer")
DATE = Bilingual("日期", "Date")
TICKED = Bilingual(
    "带此记号的各项已与付印文件核对一致", "held against the press file, and found to agree"
)
FILE_IS = Bilingual(
    "付印文件 {file}，{bytes} 字节，SHA-256 {sha256}",
    "Press file {file}, {bytes} bytes, SHA-256 {sha256}",
)
