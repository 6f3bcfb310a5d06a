"""Faults of files as such: missing, unreadable, not UTF-8 (M001–M011)."""

from __future__ import annotations

from .wording import error, warning

FILE_MISSING = error(
    "M001",
    zh=(
        "找不到文件“{name}”",
        "检查路径和文件名，或补上这个文件",
        "路径从写它的那个文件所在的文件夹算起，区分大小写。文件改名或移动之后，引用它的地方要一起改。",
    ),
    en=(
        "file `{name}` does not exist",
        "check the path and the spelling, or add the file",
        "A path starts from the folder of the file that names it, and upper and lower case differ. "
        "When a file is renamed or moved, the places that name it must follow.",
    ),
)

NOT_A_FILE = error(
    "M002",
    zh=(
        "“{path}”不是普通文件",
        "路径要写到具体的文件",
        "这里要的是一个文件，而写的是文件夹或设备。文件夹里的文件要逐个写出。",
    ),
    en=(
        "`{path}` is not a regular file",
        "name the file itself",
        "A file is wanted here, and the path leads to a folder or a device. "
        "Name each file of a folder by itself.",
    ),
)

UNREADABLE = error(
    "M003",
    zh=(
        "无法读取“{path}”（{reason}）",
        "检查文件权限和文件名，或重新复制一份",
        "操作系统拒绝打开这个文件，括号里是系统给出的原因。"
        "常见的是没有读取权限、文件名过长、网络盘断开。",
    ),
    en=(
        "`{path}` cannot be read ({reason})",
        "check its permissions and name, or copy it anew",
        "The operating system refused to open the file; its reason stands in parentheses. "
        "Often the permission is missing, the name is too long or a network drive is gone.",
    ),
)

OTHER_ENCODING = error(
    "M004",
    zh=(
        "“{path}”的编码是 {encoding}，不是 UTF-8",
        "在编辑器里另存为 UTF-8，或运行 iconv -f {encoding} -t UTF-8 {path} -o {path}.utf8",
        "文稿和清单一律用 UTF-8。旧版记事本和一些办公软件会存成 GBK（ANSI）或 UTF-16（Unicode），"
        "另存时在“编码”一栏选 UTF-8 即可。",
    ),
    en=(
        "`{path}` is encoded in {encoding}, not UTF-8",
        "save it as UTF-8, or run iconv -f {encoding} -t UTF-8 {path} -o {path}.utf8",
        "Copy and manifests are UTF-8. Older Notepads and some office programs save GBK (ANSI) or "
        "UTF-16 (Unicode); choose UTF-8 as the encoding when saving.",
    ),
)

NOT_TEXT = error(
    "M005",
    zh=(
        "“{path}”不是 UTF-8 文本：从这里起有无法识别的字节 0x{byte}",
        "确认这是文本文件，并另存为 UTF-8",
        "文件可能是图片、Word 文档等二进制文件，也可能在传输中损坏，或者混用了两种编码。",
    ),
    en=(
        "`{path}` is not UTF-8 text: unknown byte 0x{byte}",
        "make sure that this is a text file, and save it as UTF-8",
        "The file may be binary (a picture, a Word document), damaged on its way, or a mixture of "
        "two encodings.",
    ),
)

TOO_LARGE = error(
    "M006",
    zh=(
        "“{path}”有 {size} MB，超过了 {limit} MB 的上限",
        "确认没有放错文件，或把它拆成几个",
        "一篇文稿或一份清单不过几十 KB。这么大的文本文件几乎总是放错了，比如放成了数据或图片。",
    ),
    en=(
        "`{path}` has {size} MB, more than the limit of {limit} MB",
        "check that it is the right file, or split it",
        "A story or a manifest takes some ten KB. A text file of this size is nearly always a "
        "mistake, such as data or a picture in the place of copy.",
    ),
)

OUTSIDE = error(
    "M007",
    zh=(
        "路径“{path}”指到了本期文件夹之外",
        "把文件复制到本期文件夹里，再写它的相对路径",
        "一期刊物的全部材料都放在同一个文件夹里，打包、归档和换一台电脑时才不会缺东西。"
        "所以不接受绝对路径、越出文件夹的“..”，也不接受指到外面的链接。",
    ),
    en=(
        "path `{path}` leads out of the issue's folder",
        "copy the file into the issue's folder and name it from there",
        "All that an issue needs lies in one folder, so that nothing is missing when it is packed, "
        "archived or opened elsewhere. Absolute paths, `..` beyond the folder and links that lead "
        "outside are refused.",
    ),
)

EMPTY_FILE = error(
    "M008",
    zh=(
        "“{path}”是空文件",
        "补上内容，或换成正确的文件",
        "文件存在，但里面没有内容（只有空行或注释也算）。可能是保存时出了错，或建好之后忘了写。",
    ),
    en=(
        "`{path}` is empty",
        "fill it, or name the right file",
        "The file is there but holds nothing (blank lines and comments do not count). Perhaps "
        "saving failed, or it was made and then forgotten.",
    ),
)

NOT_A_MAPPING = error(
    "M009",
    zh=(
        "“{path}”的最外层应是一行行的“名称: 值”",
        "从第一行起写成“名称: 值”，例如“title: 一流口碑”",
        "清单、版式和文章开头的信息栏，最外层都是“名称: 值”。"
        "如果开头是短横线“-”或一段文字，就读不出各项内容。",
    ),
    en=(
        "the top level of `{path}` must be `key: value` lines",
        "begin with lines such as `title: 一流口碑`",
        "Manifests, layouts and the head of an article are mappings. "
        "A list or a text at the top level says nothing of what its parts are.",
    ),
)

INVISIBLE = warning(
    "M010",
    zh=(
        "文字里有看不见的字符 {code}",
        "删去它；如果是从网页或文档粘贴来的，重新打一遍这几个字",
        "零宽字符、控制字符和替换符 U+FFFD 在编辑器里看不见，印出来却会变成空白、方框或错误的断行，"
        "也会让搜索找不到这个词。",
    ),
    en=(
        "the text holds the invisible character {code}",
        "delete it; type the words anew if they were pasted",
        "Zero-width and control characters and the replacement character U+FFFD do not show in an "
        "editor, but print as gaps, boxes or wrong line breaks, and hide a word from search.",
    ),
)

NOT_IN_YAML = error(
    "M011",
    zh=(
        "YAML 里不能有控制字符 {code}",
        "删去它",
        "YAML 不接受控制字符。它们多半是从别的程序粘贴来的，或者文件已经损坏。",
    ),
    en=(
        "YAML does not allow the control character {code}",
        "delete it",
        "YAML refuses control characters. Most come from another program's clipboard, or the file "
        "is damaged.",
    ),
)

RULES = (
    FILE_MISSING,
    NOT_A_FILE,
    UNREADABLE,
    OTHER_ENCODING,
    NOT_TEXT,
    TOO_LARGE,
    OUTSIDE,
    EMPTY_FILE,
    NOT_A_MAPPING,
    INVISIBLE,
    NOT_IN_YAML,
)
