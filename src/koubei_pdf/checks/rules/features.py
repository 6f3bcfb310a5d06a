"""What does not belong in a press file: actions, layers, halftones (X070–X082, X146)."""

from __future__ import annotations

from .wording import error, warning

ANNOTATION = error(
    "X070",
    "F1",
    zh=(
        "页面上有注释或链接（{what}）",
        "导出印刷文件时去掉注释、链接和表单",
        "落在出血范围内的注释可能被印出来，也可能不印。",
    ),
    en=(
        "the page has an annotation or a link ({what})",
        "export the press file without annotations, links and forms",
        "An annotation within the bleed may be printed, or may not.",
    ),
)

ACTION = error(
    "X071",
    "F2",
    zh=(
        "文件里有动作或脚本（{what}）",
        "去掉动作、按钮和 JavaScript 后重新导出",
        "印刷文件里不能有会自动执行的东西。",
    ),
    en=(
        "the file has actions or scripts ({what})",
        "remove actions, buttons and JavaScript, and export again",
        "Nothing in a press file may act by itself.",
    ),
)

FORM = error(
    "X072",
    "F3",
    zh=(
        "文件里有交互表单",
        "把表单拼合进页面",
        "表单域印不印、怎么印，各设备不同。",
    ),
    en=(
        "the file has an interactive form",
        "flatten the form into the page",
        "Devices differ in whether and how they print form fields.",
    ),
)

ATTACHMENT = error(
    "X073",
    "F4",
    zh=(
        "文件里嵌入了别的文件",
        "去掉附件后重新导出",
        "PDF/X 不许带附件：印厂只印页面，附件可能有害。",
    ),
    en=(
        "other files are attached",
        "remove them and export again",
        "PDF/X allows no attachments: the shop prints pages, and attachments may do harm.",
    ),
)

VIEW = error(
    "X074",
    "F5",
    zh=(
        "阅读器设置 {key} 是 {found}",
        "去掉阅读器设置后重新导出",
        "显示和打印的范围只能是介质框或出血框，否则看到的和印出的不同。",
    ),
    en=(
        "the viewer preference {key} is {found}",
        "export it without viewer preferences",
        "What is viewed and printed may be clipped to the media or bleed box only.",
    ),
)

LAYERS = error(
    "X075",
    "G1",
    zh=(
        "文件有图层，{standard} 不许",
        "合并图层后重新导出",
        "图层是 PDF 1.5 的功能，按 PDF 1.4 读的设备会把隐藏的也印出来。",
    ),
    en=(
        "the file has layers, which {standard} forbids",
        "merge the layers and export again",
        "Layers came with PDF 1.5: a device that reads PDF 1.4 prints hidden ones as well.",
    ),
)

LAYER_SETUP = error(
    "X076",
    "G2",
    zh=(
        "图层的设置不完整：{what}",
        "合并图层后重新导出",
        "图层的设置要有名字、列出全部图层，不能有自动切换，否则各设备印的图层会不同。",
    ),
    en=(
        "the layers are not set up completely: {what}",
        "merge the layers and export again",
        "A set-up has a name, lists every layer and switches none by itself, or devices differ "
        "in which layers they print.",
    ),
)

TRANSFER = error(
    "X080",
    "H1",
    zh=(
        "文件带有传递曲线",
        "重新导出，不保留传递函数",
        "传递曲线会改变网点大小，印刷的调子就不由印厂控制了。",
    ),
    en=(
        "the file has a transfer curve",
        "export it without transfer functions",
        "A transfer curve changes the dots behind the back of the shop, which controls them.",
    ),
)

HALFTONE = error(
    "X081",
    "H2",
    zh=(
        "文件带有不许用的网屏设置（{what}）",
        "重新导出，不保留网屏",
        "加网由印厂决定。",
    ),
    en=(
        "the file has a halftone that is not allowed ({what})",
        "export it without halftones",
        "Screening is the shop's business.",
    ),
)

INTENT = error(
    "X082",
    "H3",
    zh=(
        "没有“{what}”这种渲染意图",
        "重新导出 PDF",
        "渲染意图只有四种。",
    ),
    en=(
        "there is no rendering intent `{what}`",
        "export the PDF anew",
        "There are four rendering intents.",
    ),
)

HIDDEN_LAYER = warning(
    "X146",
    "G2",
    zh=(
        "有内容在隐藏的图层里，不会印出来",
        "不要的图层就删掉；要印的，先显示再导出",
        "图层默认是隐藏的，印厂多半照此输出；有的设备却不认图层，会把它印出来。",
    ),
    en=(
        "there is content on a hidden layer, which does not print",
        "delete the layer, or show it and export again if it is meant to print",
        "The layer is off by default and most workflows leave it out; a device that knows no "
        "layers prints it all the same.",
    ),
)

RULES = (
    ANNOTATION,
    ACTION,
    FORM,
    ATTACHMENT,
    VIEW,
    LAYERS,
    LAYER_SETUP,
    TRANSFER,
    HALFTONE,
    INTENT,
    HIDDEN_LAYER,
)
