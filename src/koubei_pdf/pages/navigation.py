"""What leads a reader through the file, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.book import Bookmark
from ..model.content import Issue, PageSlot
from ..model.dates import iso_date
from .context import Rest
from .landing import lists_contents

#: What pages without an article are called.
COVER, CONTENTS, BACK = "封面", "目录", "封底"
#: The entry for the pages on which a story goes on.
_REST = "（续）"


def bookmarks(
    issue: Issue, landed: Mapping[str, int], carried: Mapping[str, Rest]
) -> list[Bookmark]:
    """Cover, contents and back, sections in the order of their first article, articles below; below
    an article, where it goes on."""
    marks: list[Bookmark] = []
    current = ""
    for slot in issue.pages:
        if not slot.article:
            name = _matter(issue, slot)
            marks.extend([Bookmark(name, 0, slot.first)] if name else [])
            continue
        article = issue.articles[slot.article]
        section = issue.sections.get(article.section)
        if section and section.id != current:
            current = section.id
            marks.append(Bookmark(f"{section.number} {section.name}".strip(), 0, slot.first))
        title = _one_line(article.fields["title"].text)
        marks.append(Bookmark(title, 1, landed[article.id]))
        if article.id in carried:
            marks.append(Bookmark(title + _REST, 2, carried[article.id].onward))
    return marks


def _matter(issue: Issue, slot: PageSlot) -> str:
    """What pages without an article are called, if they are cover, contents or back."""
    if lists_contents(issue, slot):
        return CONTENTS
    if slot is issue.pages[0]:
        return COVER
    return BACK if slot is issue.pages[-1] else ""


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def metadata(issue: Issue) -> dict[str, str]:
    """Title, subject, author and ISO date of the issue, as its manifest gives them."""
    fields = {name: _one_line(run.text) for name, run in issue.fields.items()}
    parts = (fields.get(name) for name in ("title", "subtitle", "date"))
    found = {"title": " ".join(part for part in parts if part)}
    if "publisher" in fields:
        found["author"] = fields["publisher"]
    written = iso_date(fields.get("date", ""))
    if written:
        found["date"] = written
    return found
