"""What the file says of itself (X030–X039) and the output intent (X040–X048)."""

from __future__ import annotations

from .wording import error, warning

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
        "文档信息里的 {key} 不是完整的日期：{found}",
        "重新导出 PDF/X",
        "日期要写全到秒，并带时区，例如 D:20230301090000+08'00'。",
    ),
    en=(
        "{key} in Info is no full date: {found}",
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
        "同一件事写在两处，必须相同，否则不知道该信哪一处。",
    ),
    en=(
        "{key} differs between Info and XMP: `{info}` and `{xmp}`",
        "export it as PDF/X",
        "What is said twice must be said alike, or nobody knows which to trust.",
    ),
)

NO_INTENT = error(
    "X040",
    "C1",
    zh=(
        "输出意图（GTS_PDFX）有 {count} 个，应当正好一个",
        "导出时指定一个输出意图",
        "输出意图说明 CMYK 数值是为哪种印刷条件准备的。",
    ),
    en=(
        "there are {count} output intents (GTS_PDFX) in the place of one",
        "name one output intent when exporting",
        "The output intent says for which printing condition the CMYK values are meant.",
    ),
)

NO_CONDITION = error(
    "X041",
    "C2",
    zh=(
        "输出意图没有写印刷条件的标识",
        "选用印厂给的印刷条件，例如 FOGRA39",
        "OutputConditionIdentifier 是印刷条件的名字，不能缺。",
    ),
    en=(
        "the output intent names no printing condition",
        "choose the shop's condition, such as FOGRA39",
        "OutputConditionIdentifier is the name of the condition and must be there.",
    ),
)

NO_REGISTRY = error(
    "X042",
    "C2",
    zh=(
        "输出意图既没有登记处，也没有说明",
        "重新导出 PDF/X",
        "登记过的印刷条件写明登记处（http://www.color.org），没有登记的要有文字说明。",
    ),
    en=(
        "the output intent has neither a registry nor a description",
        "export it as PDF/X",
        "A registered condition names its registry (http://www.color.org); another is described "
        "in words (Info).",
    ),
)

NO_PROFILE = error(
    "X043",
    "C3",
    zh=(
        "输出意图没有嵌入 ICC 配置文件",
        "导出时嵌入输出配置文件",
        "没有配置文件，打样和软打样就不知道油墨印出来是什么颜色。",
    ),
    en=(
        "the output intent embeds no ICC profile",
        "embed the output profile when exporting",
        "Without it a proof cannot tell which colours the inks make.",
    ),
)

BAD_PROFILE = error(
    "X044",
    "C4",
    zh=(
        "输出意图的 ICC 配置文件不能用：{reason}",
        "换成印厂的 CMYK 输出配置文件",
        "要的是输出设备（prtr）的 CMYK 配置文件，文件完整，通道数写对。",
    ),
    en=(
        "the output intent's ICC profile does not serve: {reason}",
        "use the shop's CMYK output profile",
        "It must be a whole profile of the output class (prtr) for CMYK, its number of channels "
        "right.",
    ),
)

NEW_PROFILE = error(
    "X045",
    "C5",
    zh=(
        "输出意图的 ICC 配置文件是第 4 版，{standard} 只认第 2 版",
        "换成第 2 版的配置文件",
        "PDF 1.4 只知道 ICC 第 2 版。",
    ),
    en=(
        "the output intent's ICC profile is of version 4; {standard} knows version 2 only",
        "use a profile of version 2",
        "PDF 1.4 knows ICC profiles up to version 2.",
    ),
)

TWO_PROFILES = error(
    "X046",
    "C6",
    zh=(
        "几个输出意图用了不同的 ICC 配置文件",
        "让它们用同一个配置文件",
        "同一个文件不能为两种印刷条件准备。",
    ),
    en=(
        "the output intents have different ICC profiles",
        "let them share one profile",
        "One file cannot be meant for two printing conditions.",
    ),
)

OTHER_CONDITION = warning(
    "X047",
    "C2",
    zh=(
        "印刷条件是 {found}，印厂用 {wanted}",
        "按 {wanted} 转换颜色后重新导出，或问印厂能否接受",
        "为别的印刷条件分的色，印出来会偏色，总墨量也可能超标。",
    ),
    en=(
        "the printing condition is {found}; the press uses {wanted}",
        "convert the colours to {wanted} and export again, or ask the shop",
        "Colours separated for another condition shift in print, and may have too much ink.",
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
    NO_INTENT,
    NO_CONDITION,
    NO_REGISTRY,
    NO_PROFILE,
    BAD_PROFILE,
    NEW_PROFILE,
    TWO_PROFILES,
    OTHER_CONDITION,
)
