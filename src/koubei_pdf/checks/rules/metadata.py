"""What the file says of itself (X030–X039)."""

from __future__ import annotations

from .wording import error

INFO_MISSING = error(
    "X030",
    "B1",
    zh=(
        "文档信息里没有 {key}",
        "重新导出 PDF/X，填上标题",
        "PDF/X 要求标题、创建软件、制作软件和两个日期都不空。",
    ),
    en=(
        "no {key} in Info",
        "export it as PDF/X, with a title",
        "PDF/X wants title, creator, producer and both dates, none of them empty.",
    ),
)

BAD_DATE = error(
    "X031",
    "B1",
    zh=(
        "文档信息里的 {key} 不是完整、有效的日期：{found}",
        "重新导出 PDF/X",
        "日期要写全到秒，并带时区，例如 D:20230301090000+08'00'。",
    ),
    en=(
        "{key} in Info is no full and valid date: {found}",
        "export it as PDF/X",
        "A date goes down to the second and has its zone, such as D:20230301090000+08'00'.",
    ),
)

TRAPPED = error(
    "X032",
    "B2",
    zh=(
        "没有写明是否做过陷印（Trapped）",
        "导出时把“陷印”设为“否”",
        "Trapped 只能是 True 或 False，印厂据此决定要不要自己做陷印。",
    ),
    en=(
        "it is not said whether the file is trapped",
        "set Trapped to False when exporting",
        "Trapped must be True or False: by it the shop knows whether to trap the file itself.",
    ),
)

NO_CLAIM = error(
    "X033",
    "B3",
    zh=(
        "文件没有声明是 PDF/X",
        "导出时选 {standard}",
        "PDF/X 文件要声明自己遵守哪个标准，印厂的流程据此处理。",
    ),
    en=(
        "the file does not claim to be PDF/X",
        "export it as {standard}",
        "A PDF/X file names the standard that it keeps; the shop's workflow goes by it.",
    ),
)

OTHER_CLAIM = error(
    "X034",
    "B3",
    zh=(
        "文件是 {claim}，印厂要 {standard}",
        "导出时选 {standard}",
        "别的标准允许这家印厂的流程处理不了的东西，比如透明。",
    ),
    en=(
        "the file is {claim}; the shop wants {standard}",
        "export it as {standard}",
        "Another standard allows what this press's workflow cannot do, such as transparency.",
    ),
)

NO_XMP = error(
    "X035",
    "B4",
    zh=(
        "没有可用的 XMP 元数据：{reason}",
        "重新导出 PDF/X-4",
        "PDF/X-4 的声明写在 XMP 里，XMP 要是没有压缩、格式正确的 XML。",
    ),
    en=(
        "there is no usable XMP metadata: {reason}",
        "export it as PDF/X-4",
        "PDF/X-4 makes its claim in XMP, an uncompressed stream of well-formed XML.",
    ),
)

NO_VERSION_KEY = error(
    "X036",
    "B5",
    zh=(
        "XMP 里没有 pdfxid:GTS_PDFXVersion",
        "重新导出 PDF/X-4",
        "PDF/X-4 的声明只认 XMP 里的这一项，文档信息里的不算。",
    ),
    en=(
        "no pdfxid:GTS_PDFXVersion in XMP",
        "export it as PDF/X-4",
        "This is where PDF/X-4 makes its claim; the entry in Info does not count.",
    ),
)

XMP_MISSING = error(
    "X037",
    "B6",
    zh=(
        "XMP 里没有 {key}",
        "重新导出 PDF/X-4",
        "PDF/X-4 要求标题、日期、软件、陷印状态和文件的标识都写在 XMP 里。",
    ),
    en=(
        "no {key} in XMP",
        "export it as PDF/X-4",
        "PDF/X-4 wants title, dates, programs, the state of trapping and the document's "
        "identifiers in XMP.",
    ),
)

NOT_IN_STEP = error(
    "X038",
    "B7",
    zh=(
        "{key} 在文档信息和 XMP 里不一致：“{info}”和“{xmp}”",
        "重新导出 PDF/X",
        "同一件事写在两处，必须相同，否则不知道该信哪一处。标题、日期、软件、陷印状态如此，声明的标准"
        "（GTS_PDFXVersion）也如此：PDF/X-4p 的输出配置文件可以在文件之外，和 PDF/X-4 不同。",
    ),
    en=(
        "{key} differs between Info and XMP: `{info}` and `{xmp}`",
        "export it as PDF/X",
        "What is said twice must be said alike, or nobody knows which to trust: title, dates, "
        "programs, the state of trapping, and the standard claimed (GTS_PDFXVersion). The output "
        "profile of PDF/X-4p may lie outside the file; that of PDF/X-4 may not.",
    ),
)

RULES = (
    INFO_MISSING,
    BAD_DATE,
    TRAPPED,
    NO_CLAIM,
    OTHER_CLAIM,
    NO_XMP,
    NO_VERSION_KEY,
    XMP_MISSING,
    NOT_IN_STEP,
)
