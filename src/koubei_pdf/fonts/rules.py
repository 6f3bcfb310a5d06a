"""What can be wrong with fonts (codes F…), in Chinese and English."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from ..model.diagnostics import Bilingual, Diagnostic, Rule, Severity, Span

FONT_NOT_FOUND = Rule(
    code="F001",
    severity=Severity.ERROR,
    message=Bilingual(
        zh="找不到字体文件“{face}”（试过 {tried}；找过的文件夹：{folders}）",
        en="font file `{face}` not found (tried {tried} in {folders})",
    ),
    help=Bilingual(
        zh="把字体文件放进其中一个文件夹",
        en="put the font file into one of these folders",
    ),
    explain=Bilingual(
        zh="版式的 fonts 按文件名指定字体，koubei-pdf 只在给出的文件夹里找，从不使用系统字体："
        "这样同一期刊物在每台电脑上排出来都一样。检查文件名的大小写和后缀（.ttf、.otf）。",
        en="The layout's fonts are named by file, and koubei-pdf looks only in the folders that it "
        "is given, never among the system's fonts, so that an issue comes out the same on every "
        "computer. Check the name's case and suffix (.ttf, .otf).",
    ),
)

BROKEN_FONT = Rule(
    code="F002",
    severity=Severity.ERROR,
    message=Bilingual(
        zh="字体文件“{file}”已损坏，无法读取（{why}）",
        en="font file `{file}` is broken ({why})",
    ),
    help=Bilingual(
        zh="重新下载或复制这个字体文件",
        en="download or copy the file again",
    ),
    explain=Bilingual(
        zh="文件不完整，或缺少排版必需的表。括号里是出问题的表或系统给出的原因。"
        "常见原因是下载中断，或用 Git 取文件时没有取到大文件本身。",
        en="The file is incomplete, or lacks a table that typesetting needs: the parentheses name "
        "it, or give the system's reason. Often a download broke off, or Git fetched a pointer "
        "instead of the large file.",
    ),
)

FORBIDDEN_EMBEDDING = Rule(
    code="F004",
    severity=Severity.ERROR,
    message=Bilingual(
        zh="字体“{file}”不允许以子集嵌入 PDF（fsType 为 {bits}）",
        en="font `{file}` forbids embedding a subset in a PDF (fsType {bits})",
    ),
    help=Bilingual(
        zh="换一款允许嵌入的字体",
        en="choose a font that may be embedded",
    ),
    explain=Bilingual(
        zh="印刷用的 PDF 必须嵌入所用的每一个字形。字体厂商在 OS/2 表的 fsType 里声明能否嵌入；"
        "声明禁止嵌入（0x0002）、禁止取子集（0x0100）或只许嵌入点阵（0x0200）的字体不能使用。"
        "也可以向字体厂商取得带嵌入授权的文件。",
        en="A print PDF must embed every glyph that it shows. The foundry says in fsType of the "
        "OS/2 table whether that is allowed; a font that forbids embedding (0x0002), subsetting "
        "(0x0100) or outlines (0x0200) cannot be used. The foundry may sell a licence for it.",
    ),
)

MISSING_GLYPH = Rule(
    code="F003",
    severity=Severity.ERROR,
    message=Bilingual(
        zh="字体里没有“{char}”（{code}）这个字（试过 {faces}）",
        en="no glyph for `{char}` ({code}) in {faces}",
    ),
    help=Bilingual(
        zh="在 fonts 里这个字体角色的列表末尾加一款有这个字的字体",
        en="add a font that has it at the end of the role's list in `fonts`",
    ),
    explain=Bilingual(
        zh="该字体角色的各款字体都没有这个字符的字形，印出来会是空白或方框，所以不输出 PDF。"
        "生僻字可以在 fonts 的列表末尾补一款字库更大的字体；"
        "如果是粘贴带进来的异体字符或符号，改正原文即可。",
        en="None of the role's fonts has a glyph for the character: it would print as a blank or a "
        "box, so no PDF is written. For a rare character add a larger font at the end of the list; "
        "if it is a stray look-alike from pasting, correct the text.",
    ),
)

UNSUPPORTED_FONT = Rule(
    code="F005",
    severity=Severity.ERROR,
    message=Bilingual(
        zh="“{file}”不是 TrueType 或 OpenType 字体（文件格式：{format}）",
        en="`{file}` is not a TrueType or OpenType font (format: {format})",
    ),
    help=Bilingual(
        zh="换成同一款字体的 .ttf 或 .otf 文件",
        en="use the .ttf or .otf file of the same font",
    ),
    explain=Bilingual(
        zh="能用的是单个字体的 .ttf 和 .otf 文件。字体集合（.ttc）要先拆成单个字体，"
        "网页字体（.woff、.woff2）要先转换；厂商一般同时提供 .ttf 或 .otf。",
        en="Usable are .ttf and .otf files that hold one font. Split a collection (.ttc) and "
        "convert a web font (.woff, .woff2) first; foundries mostly offer .ttf or .otf too.",
    ),
)

OUTSIDE_FOLDER = Rule(
    code="F006",
    severity=Severity.ERROR,
    message=Bilingual(
        zh="字体“{face}”指到了字体文件夹之外",
        en="font `{face}` leads out of the folder of fonts",
    ),
    help=Bilingual(
        zh="把字体文件放进本期的 fonts 文件夹，这里只写文件名",
        en="put the file into the issue's `fonts` folder and write its name alone",
    ),
    explain=Bilingual(
        zh="一期刊物用到的字体，不是放在它自己的 fonts 文件夹里，就是程序自带的。"
        "绝对路径和越出文件夹的“..”换一台电脑就找不到，也不随刊物一起打包、归档，所以不接受。",
        en="The fonts of an issue lie in its own `fonts` folder or ship with the program. "
        "Absolute paths and `..` beyond the folder lead nowhere on another computer and are not "
        "packed and archived with the issue, so they are refused.",
    ),
)

UNKNOWN_VARIANT = Rule(
    code="F007",
    severity=Severity.WARNING,
    message=Bilingual(
        zh="字体 {face} 里没有“{char}”的这个异体（{code}），印成了通常的字形",
        en="font `{face}` has no such variant of `{char}` ({code}); it is set in its usual form",
    ),
    help=Bilingual(
        zh="换用有这个异体的字体，或删去字后的异体选择符",
        en="use a font that has the variant, or delete the variation selector behind the character",
    ),
    explain=Bilingual(
        zh="字后面跟着一个看不见的异体选择符（Unicode 表意文字异体序列），"
        "指定这个字的某一种写法，多见于人名、地名。字体不认识它，就照通常的写法排；写法要紧的，请换字体，不要紧的，删去选择符即可。",
        en="An invisible variation selector behind the character asks for one of its written forms "
        "(an ideographic variation sequence of Unicode), mostly in names of persons and places. "
        "The font does not know it and sets the usual form. Where the form matters use another "
        "font; where it does not, delete the selector.",
    ),
)

#: Help that replaces the rule's own for control characters.
DELETE_IT = Bilingual(
    "删去它；这是控制字符，多半是粘贴带进来的",
    "delete it: a control character, mostly pasted along",
)

#: Unicode categories of what controls lines and text, and shows nothing itself.
_CONTROLS = ("Cc", "Cf", "Zl", "Zp")
#: Controls have no names of their own; their pictures, from U+2400 on, do.
_PICTURES, _DELETED = 0x2400, "\u2421"

#: All rules of this layer, in order of code.
RULES = (
    FONT_NOT_FOUND,
    BROKEN_FONT,
    MISSING_GLYPH,
    FORBIDDEN_EMBEDDING,
    UNSUPPORTED_FONT,
    OUTSIDE_FOLDER,
    UNKNOWN_VARIANT,
)


def missing_glyph(char: str, span: Span, tried: Iterable[str]) -> Diagnostic:
    """The finding that none of the faces `tried` has `char`, which stands at `span`."""
    is_control = unicodedata.category(char) in _CONTROLS
    rule = replace(MISSING_GLYPH, help=DELETE_IT) if is_control else MISSING_GLYPH
    code, names = f"U+{ord(char):04X}", ", ".join(tried)
    return rule.at(span, char=_legible(char), code=code, faces=names)


def unknown_variant(char: str, selector: str, span: Span, face: str) -> Diagnostic:
    """The finding that a face does not know the variant of `char`, which stands at `span`."""
    return UNKNOWN_VARIANT.at(span, face=face, char=char, code=f"U+{ord(selector):X}")


def told_once(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings; a character that several faces lack at one place is one, and names them all."""
    told: dict[object, Diagnostic] = {}
    for found in diagnostics:
        key: object = (found.rule.code, found.span, *sorted(found.facts.items()))
        if found.rule.code == MISSING_GLYPH.code:
            key = (MISSING_GLYPH.code, found.span, found.facts["code"])
            if before := told.get(key):
                names = [*before.facts["faces"].split(", "), *found.facts["faces"].split(", ")]
                faces = ", ".join(dict.fromkeys(names))
                found = replace(found, facts={**found.facts, "faces": faces})
        told[key] = found
    return list(told.values())


def _legible(char: str) -> str:
    """A character as a message shows it: by its name if it would not show, or act on a terminal."""
    if char.isprintable():
        return char
    code = ord(char)
    named = chr(_PICTURES + code) if code < 0x20 else _DELETED if code == 0x7F else char
    return unicodedata.name(named, "▯").removeprefix("SYMBOL FOR ")
