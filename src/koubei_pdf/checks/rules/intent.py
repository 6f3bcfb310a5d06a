"""The output intent (X040–X047, X142, X143)."""

from __future__ import annotations

from ...model.diagnostics import Bilingual
from .wording import error, warning

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
        "嵌入的 ICC 配置文件不能用：{reason}",
        "按印厂给的 CMYK 配置文件重新导出",
        "印厂靠它知道 CMYK 数值印出来是什么颜色；用不了它，打样和付印的颜色就没有依据。"
        "要的是印刷机的 CMYK 配置文件，而且完整。",
    ),
    en=(
        "the embedded ICC profile does not serve: {reason}",
        "export it with the CMYK profile of the shop",
        "From it the shop knows which colours the CMYK values are meant to make; without one, "
        "proof and print have nothing to go by. It must be the whole CMYK profile of a press.",
    ),
)

OTHER_VERSION = error(
    "X045",
    "C5",
    zh=(
        "输出意图的 ICC 配置文件是第 {version} 版，{standard} 只认{known}",
        "换成{known}的配置文件",
        "PDF/X-4 认 ICC 第 2 版和第 4 版，PDF/X-1a 和 X-3 所用的 PDF 1.4 只认第 2 版。第 5 版"
        "（iccMAX）哪个标准都不认，印厂的软件多半也读不了。",
    ),
    en=(
        "the output intent's ICC profile is of version {version}; {standard} knows {known} only",
        "use a profile of {known}",
        "PDF/X-4 knows ICC profiles of versions 2 and 4; PDF 1.4, on which PDF/X-1a and X-3 stand, "
        "knows version 2. No standard knows version 5 (iccMAX), and hardly any shop's software.",
    ),
    own=Bilingual(
        "把印刷条件里 condition 的 icc 换成{known}的配置文件",
        "name a profile of {known} as `icc` in the `condition` of the press profile",
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

NAMES_DIFFER = error(
    "X142",
    "C4",
    zh=(
        "输出意图写的印刷条件是 {named}，嵌入的 ICC 配置文件却是 {embedded} 的",
        "按印厂给的印刷条件重新导出，让名称和配置文件是同一个",
        "印厂按名称还是按配置文件打样，结果不一样：纸白、灰平衡和实地都会变。",
    ),
    en=(
        "the printing condition is named {named}, but the embedded profile is of {embedded}",
        "export it anew for the shop's condition, with its name and its profile",
        "A shop that proofs by the name sees other colours than one that proofs by the profile: "
        "paper, greys and solids differ.",
    ),
)

COLOURS_DIFFER = warning(
    "X143",
    "C4",
    zh=(
        "嵌入的 ICC 配置文件和印厂的 {named} 配置文件颜色不同（平均色差 {value}）",
        "换成印厂给的 {named} 配置文件，或问印厂能否接受",
        "名称相同，配置文件描述的颜色却不同，打样就不是印出来的样子。色差按 CIE 1976 计算，"
        "取纸白、实地、叠印色和灰的平均值；同一印刷条件的配置文件一般不到 3。",
    ),
    en=(
        "the embedded ICC profile has other colours than the press's own for {named} "
        "(mean difference {value})",
        "use the profile that the shop gives for {named}, or ask the shop",
        "The name is the same but the profile describes other colours, so that a proof is not what "
        "will be printed. The difference is that of CIE 1976, the mean over paper, solids, "
        "overprints and greys; profiles of one condition mostly stay below 3.",
    ),
)

RULES = (
    NO_INTENT,
    NO_CONDITION,
    NO_REGISTRY,
    NO_PROFILE,
    BAD_PROFILE,
    OTHER_VERSION,
    TWO_PROFILES,
    OTHER_CONDITION,
    NAMES_DIFFER,
    COLOURS_DIFFER,
)
