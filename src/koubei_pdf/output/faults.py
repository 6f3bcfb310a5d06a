"""Why a file could not be written (codes O…), in Chinese and English."""

from __future__ import annotations

import errno
from pathlib import Path

from ..imaging import PictureError, ProfileError
from ..model.diagnostics import Bilingual, Diagnostic, Rule, Severity, Span

NOT_PERMITTED = Rule(
    "O001",
    Severity.ERROR,
    Bilingual("没有权限写“{path}”", "no permission to write `{path}`"),
    Bilingual(
        "换一个可以写的文件夹；如果别的程序正打开着这个文件，先把它关掉",
        "choose a folder that you may write in; if another program has the file open, close it",
    ),
    Bilingual(
        "文件所在的文件夹不许写入，或者整个磁盘是只读的。Windows 上，正在阅读器里打开的 PDF "
        "也不能改写。原来的文件没有动。",
        "The folder may not be written in, or the whole disk is read-only. On Windows a PDF that "
        "is open in a viewer cannot be replaced either. The earlier file is as it was.",
    ),
)

DISK_FULL = Rule(
    "O002",
    Severity.ERROR,
    Bilingual("磁盘已满，写不下“{path}”", "the disk is full: no room for `{path}`"),
    Bilingual(
        "腾出空间再运行，或写到别的磁盘上", "make room and run again, or write to another disk"
    ),
    Bilingual(
        "新文件先写在旁边，写完才替换旧的，所以磁盘上要同时放得下两个。写了一半的已经删去，"
        "原来的文件没有动。",
        "The new file is written beside the old one and takes its place when it is whole, so both "
        "need room. The unfinished one has been removed; the earlier file is as it was.",
    ),
)

NO_FOLDER = Rule(
    "O003",
    Severity.ERROR,
    Bilingual(
        "写不了“{path}”：路径里有一段不是文件夹",
        "cannot write `{path}`: a part of its path is no folder",
    ),
    Bilingual("检查路径，或换一个文件夹", "check the path, or choose another folder"),
    Bilingual(
        "文件所在的文件夹如果还没有，程序会建好；但路径里有一个同名的文件占了文件夹的位置。",
        "Folders that are not there yet are made, but a file of the same name stands where one of "
        "the path's folders should be.",
    ),
)

NOT_WRITTEN = Rule(
    "O004",
    Severity.ERROR,
    Bilingual("写不了“{path}”（{reason}）", "cannot write `{path}` ({reason})"),
    Bilingual("检查路径和磁盘，或写到别的地方", "check path and disk, or write to another place"),
    Bilingual(
        "操作系统没有写成这个文件，括号里是系统给出的原因。常见的是文件名过长、网络盘断开。"
        "原来的文件没有动。",
        "The operating system failed to write the file; its reason stands in parentheses. Often "
        "the name is too long or a network drive is gone. The earlier file is as it was.",
    ),
)

PICTURE_GONE = Rule(
    "O005",
    Severity.ERROR,
    Bilingual(
        "写文件时读不了图片“{path}”（{reason}）",
        "the picture `{path}` cannot be read any more ({reason})",
    ),
    Bilingual("确认图片还在，再运行一次", "make sure that the picture is there, and run again"),
    Bilingual(
        "排版时这张图片还是好的，写文件时却读不出来了：多半是运行中被删去、改写，或者网络盘断开了。"
        "原来的文件没有动。",
        "The picture was whole when the issue was laid out and cannot be read now: it was removed "
        "or rewritten during the run, or a network drive is gone. The earlier file is as it was.",
    ),
)

BAD_ICC = Rule(
    "O006",
    Severity.ERROR,
    Bilingual(
        "色彩配置文件 {profile} 不能用：{reason}",
        "the colour profile {profile} cannot be used: {reason}",
    ),
    Bilingual(
        "向印厂重新要一份配置文件，换掉印刷条件里 icc 写的那一个",
        "ask the shop for the profile anew, and put it in place of the `icc` of the press",
    ),
    Bilingual(
        "文件开头像一个 CMYK 输出配置文件，后面却是坏的，没法用它换算颜色。原来的文件没有动。",
        "The file begins as a profile for CMYK output does, but what follows is broken, so that no "
        "colour can be converted by it. The earlier file is as it was.",
    ),
)

NO_ALT = Rule(
    "O007",
    Severity.WARNING,
    Bilingual("图片“{path}”没有替代文字", "the picture `{path}` has no alternate text"),
    Bilingual(
        "给这张图加一行 alt，写图上有什么", "add an `alt` to this picture that says what it shows"
    ),
    Bilingual(
        "屏幕版是带标签的 PDF（PDF/UA），看不见图的人靠替代文字知道图上有什么；没有 alt 的图就当作"
        "装饰，读屏软件会跳过。只在输出屏幕版时提醒。",
        "The screen edition is a tagged PDF (PDF/UA): alternate text tells those who cannot see a "
        "picture what it shows. One without `alt` counts as decoration, which screen readers pass "
        "over. Only rendering the screen edition points this out.",
    ),
)

REJECTED = Rule(
    "O008",
    Severity.ERROR,
    Bilingual(
        "付印前检查没有通过，有 {errors} 个错误；文件另存为“{rejected}”",
        "preflight rejects the file for {errors:error/errors}; it is kept as `{rejected}`",
    ),
    Bilingual(
        "照上面列出的改好，再排一次；另存的文件只供查看，不要交给印厂",
        "mend what is named above and render again; the kept file is to look at, not for the shop",
    ),
    Bilingual(
        "付印文件写出以前，先按印刷条件检查一遍。有错误的不会占用正式的文件名，另存在旁边，名字里有"
        " rejected；上一次写好的文件没有动。以后排好了，另存的那一份会自动删去。",
        "A press file is judged by the press profile before it takes its place. One with errors is"
        " kept beside it, with `rejected` in its name, and the last good file is as it was. The"
        " next good render removes the kept one.",
    ),
)

FONTS_LEFT = Rule(
    "O009",
    Severity.WARNING,
    Bilingual(
        "PDF 文件“{path}”第 {page} 页有字转不了曲，字体还在付印文件里：{fonts}",
        "page {page} of the PDF `{path}` has text that cannot be outlined; fonts that stay in the "
        "press file: {fonts}",
    ),
    Bilingual(
        "请广告主转曲后重新导出这个文件",
        "ask the advertiser for the file with all text as outlines",
    ),
    Bilingual(
        "--outline-text 也把置入页面的文字变成路径，但有几种转不了：没嵌入或损坏的字体、"
        "Type 3 字体、竖排、不是 Identity 编码的字体，图案和蒙版里的字，以及用文字剪切的整页。"
        "它们原样留下，印厂要求全部转曲时，要由做这一页的人来转。",
        "`--outline-text` makes paths of the text of placed pages, too, but not of all: not of "
        "fonts that are not embedded or are damaged, of Type 3 fonts, vertical text, encodings "
        "other than Identity, or text in patterns and masks, and of no page that clips to text. "
        "These stay as they are. Where a shop wants no fonts at all, those who made the page must "
        "outline it.",
    ),
)

INKS_LEFT = Rule(
    "O010",
    Severity.WARNING,
    Bilingual(
        "PDF 文件“{path}”第 {page} 页有些颜色转不成 RGB，这一页在屏幕版里仍是油墨的颜色",
        "page {page} of the PDF `{path}` has colours that cannot be made RGB: it stays in press "
        "inks in the screen edition",
    ),
    Bilingual(
        "请广告主另给一份 RGB 的 PDF，或把网格渐变转成图片",
        "ask the advertiser for a PDF in RGB, or to make pictures of mesh gradients",
    ),
    Bilingual(
        "屏幕版里，置入页面的油墨按印刷条件的配置文件换成 RGB。颜色写在数据里的网格渐变、多于三种"
        "颜色的专色图片、JBIG2 或损坏的图片换不了。这一页原样放进去，看起来大致一样，但有的阅读器"
        "显示得不准。付印版不受影响。",
        "In the screen edition the inks of placed pages become RGB by the profile of the press. "
        "Mesh gradients with colours in their data, pictures in spots of more than three channels "
        "and pictures that are damaged or in JBIG2 cannot be turned. The page is there as it was: "
        "it looks about the same, though not in every viewer. The press edition is not concerned.",
    ),
)

RULES = (
    NOT_PERMITTED,
    DISK_FULL,
    NO_FOLDER,
    NOT_WRITTEN,
    PICTURE_GONE,
    BAD_ICC,
    NO_ALT,
    REJECTED,
    FONTS_LEFT,
    INKS_LEFT,
)

_BY_NUMBER = {
    errno.EACCES: NOT_PERMITTED,
    errno.EPERM: NOT_PERMITTED,
    errno.EROFS: NOT_PERMITTED,
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.ENOTDIR: NO_FOLDER,
    errno.EEXIST: NO_FOLDER,
}


def picture_gone(error: PictureError) -> Diagnostic:
    """The finding that a picture could not be converted."""
    return PICTURE_GONE.at(Span(error.path), path=error.path, reason=error.reason)


def no_profile(error: ProfileError) -> Diagnostic:
    """The finding that a colour profile cannot be used."""
    return BAD_ICC.at(Span(error.name), profile=error.name, reason=error.reason)


def rejected(path: Path, kept: Path, errors: int) -> Diagnostic:
    """The finding that preflight found errors in what was to be `path` and is now `kept`."""
    return REJECTED.at(Span(path.as_posix()), rejected=kept.as_posix(), errors=errors)


def not_written(path: Path, error: OSError) -> Diagnostic:
    """The finding that `path` could not be written because of `error`."""
    rule = _BY_NUMBER.get(error.errno or 0, NOT_WRITTEN)
    place = path.as_posix()
    return rule.at(Span(place), path=place, reason=error.strerror or type(error).__name__)
