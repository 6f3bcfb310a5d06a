"""Faults of bracketed spans, readings and notes in copy (A03…)."""

from __future__ import annotations

from .wording import error

UNKNOWN_CLASS = error(
    "A030",
    zh=(
        "没有名为“.{name}”的标记",
        "可用的标记：{known}",
        "方括号后面花括号里的名字决定这些字怎样排：dots 着重号、name 专名号、book 书名号（浪线）、"
        "sup 上标、sub 下标、keep 尽量不拆行。名字写错，就什么也不会发生。",
    ),
    en=(
        "there is no class `.{name}` for text in brackets",
        "known here: {known}",
        "The name in braces says how the text in brackets is set: dots for emphasis dots, name for "
        "a proper-name line, book for a wavy title line, sup and sub for superscript and "
        "subscript, keep for text that had better stay on one line.",
    ),
)

BAD_SPAN = error(
    "A031",
    zh=(
        "看不懂“{found}”",
        '写成“{{.dots}}”或“{{ruby="hàn zì"}}”，注音两边用双引号；花括号本身写成“\\{{”',
        "方括号后面的花括号里只能有以点开头的标记和注音 ruby，中间用空格隔开。",
    ),
    en=(
        "`{found}` says nothing about the text in brackets",
        'write `{{.dots}}` or `{{ruby="hàn zì"}}` with double quotes, or `\\{{` for a brace',
        "The braces after text in brackets hold classes that begin with a dot, and a reading "
        "`ruby`, separated by spaces.",
    ),
)

UNPAIRED_SPAN = error(
    "A032",
    zh=(
        "“{found}”没有成对的括号",
        "写成“[文字]{{.dots}}”，四个括号都用英文括号；括号本身写成“\\[”“\\{{”",
        "要标记的文字放在一对英文方括号里，紧跟一对英文花括号，同在一段之内，缺一不可。",
    ),
    en=(
        "`{found}` lacks one of its brackets",
        "write `[text]{{.dots}}`, or `\\[` and `\\{{` for brackets that shall print",
        "The text stands in square brackets and the braces follow at once, in one paragraph; "
        "none of the four may be missing.",
    ),
)

EMPTY_SPAN = error(
    "A033",
    zh=(
        "方括号里没有文字",
        "把要标记的文字写进方括号，或整个删去",
        "没有文字，标记就没有地方放。多半是没写完。",
    ),
    en=(
        "there is no text in the brackets",
        "write the text between the brackets, or delete them with the braces",
        "Without text there is nothing to mark. Most likely it was left unfinished.",
    ),
)

EMPTY_RUBY = error(
    "A034",
    zh=(
        "注音是空的",
        '写上注音，例如 ruby="hàn zì"，或删去花括号',
        "ruby 是排在文字上方的注音或对照文字。",
    ),
    en=(
        "the reading is empty",
        'write it, as in `ruby="hàn zì"`, or delete the braces',
        "`ruby` is what stands above the text: its reading, or a gloss.",
    ),
)

RUBY_COUNT = error(
    "A035",
    zh=(
        "注音有 {readings} 个音节，文字有 {characters} 个汉字",
        "一个汉字对一个音节，音节之间空一格；整个词连写就不要空格",
        "音节数和汉字数相同时逐字注音；不带声调的外文（如英文对照）排在整个词的上方。"
        "带声调的拼音数目不对，就不知道哪个音节属于哪个字。"
        "儿化的“儿”没有自己的音节：“一会儿”写成“yī huìr”。",
    ),
    en=(
        "the reading has {readings:syllable/syllables} for {characters} characters",
        "write one syllable a character with spaces between them, or the whole word without any",
        "As many syllables as characters stand above one each; a gloss without tone marks stands "
        "above the whole. With pinyin of another count nobody knows which belongs to which. The 儿 "
        "of a syllable that ends in r has none of its own: 一会儿 is `yī huìr`.",
    ),
)

RUBY_PARTS = error(
    "A036",
    zh=(
        "整词注音的文字必须是一整块",
        "把字体标记移到方括号外面，或者逐字注音",
        "一条注音排在整个词的正上方，词的中间不能换字体，也不能另有标记。",
    ),
    en=(
        "a text with one reading must be of one kind",
        "move emphasis and spans outside the brackets, or give a syllable for each character",
        "The reading is centred above the whole word, which therefore cannot change its font or "
        "hold other spans.",
    ),
)

SPAN_CLASH = error(
    "A037",
    zh=(
        "“{first}”和“{second}”不能同时用在一处",
        "只留一个",
        "同一个字不能又升又降，也不能有两条注音。",
    ),
    en=(
        "`{first}` and `{second}` cannot stand together",
        "keep one of them",
        "A character cannot be raised and lowered at once, nor have two readings.",
    ),
)

NO_NOTE = error(
    "A038",
    zh=(
        "注“{label}”没有注文",
        "另起一段写“[^{label}]: 注文”，或删去这个注号",
        "文中的注号“[^1]”要有一段以“[^1]:”开头的注文与它对应。",
    ),
    en=(
        "note `{label}` has no text",
        "write a paragraph `[^{label}]: text`, or delete this mark",
        "A mark `[^1]` in the text needs a paragraph that begins with `[^1]:`.",
    ),
)

UNUSED_NOTE = error(
    "A039",
    zh=(
        "注“{label}”在文中没有注号",
        "在文中写“[^{label}]”，或删去这段注文",
        "没有注号，读者不知道这条注说的是哪里，它也排不上号。",
    ),
    en=(
        "note `{label}` has no mark in the text",
        "write `[^{label}]` where it belongs, or delete the note",
        "Without a mark nobody knows what the note is about, and it has no number.",
    ),
)

NOTE_TWICE = error(
    "A040",
    zh=(
        "注“{label}”的注文写了两次",
        "第一次在第 {line} 行；删去一段，或换一个标号",
        "一个标号只能有一段注文。",
    ),
    en=(
        "note `{label}` is written twice",
        "the first is in line {line}; delete one, or give it another label",
        "A label stands for one note.",
    ),
)

EMPTY_NOTE = error(
    "A041",
    zh=(
        "注“{label}”的注文是空的",
        "在“[^{label}]:”后面写上注文，写在同一段里",
        "一条注是一段文字，从“[^1]:”之后开始。",
    ),
    en=(
        "the text of note `{label}` is empty",
        "write it after `[^{label}]:`, in the same paragraph",
        "A note is one paragraph, which begins after `[^1]:`.",
    ),
)

READING_MARKUP = error(
    "A042",
    zh=(
        "注音里的“{found}”会原样印出来",
        "注音里只写文字；注号、强调写在花括号后面，或写在方括号里",
        "注音是小字，里面不能再有注号或强调，写了也只是几个符号。",
    ),
    en=(
        "`{found}` within a reading would print as it stands",
        "write plain text there; a note's mark goes behind the braces, emphasis into the brackets",
        "A reading is small type of one kind. It holds neither note marks nor emphasis, which "
        "would be mere signs there.",
    ),
)

BAD_NOTE = error(
    "A043",
    zh=(
        "“{found}”不是注号",
        "写成“[^1]”，标号里不能有空格和括号，括号用半角的；“^”本身写成“\\^”",
        "注号是半角方括号里的“^”和标号，标号是 1 到 40 个字，中间没有空格。"
        "写成别的样子，就会原样印出来。",
    ),
    en=(
        "`{found}` is no mark of a note",
        "write `[^1]`: half-width brackets, a label without spaces or brackets; or `\\^` for a "
        "caret",
        "A note's mark is `^` and a label in square brackets. The label has 1 to 40 characters and "
        "no space; anything else would print as it stands.",
    ),
)

RULES = (
    UNKNOWN_CLASS,
    BAD_SPAN,
    UNPAIRED_SPAN,
    EMPTY_SPAN,
    EMPTY_RUBY,
    RUBY_COUNT,
    RUBY_PARTS,
    SPAN_CLASH,
    NO_NOTE,
    UNUSED_NOTE,
    NOTE_TWICE,
    EMPTY_NOTE,
    READING_MARKUP,
    BAD_NOTE,
)
