"""The `print` block: what is read of it, and each way in which it can be wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from koubei_pdf.model.diagnostics import Diagnostic
from koubei_pdf.model.geometry import mm
from koubei_pdf.model.printing import PrintOrder
from koubei_pdf.model.schema import Schema
from koubei_pdf.source import read_issue

WHOLE = {
    "quantity": "2000",
    "binding": "saddle",
    "cover": "{paper: 铜版纸, weight: 157, inks: 4+4}",
    "inside": "{paper: 双胶纸, weight: 80, inks: 1+1}",
}

Read = Any


@pytest.fixture
def read(good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any) -> Read:
    """Reads the good issue with an order of these keys: the order, and the findings."""
    manifest = good_issue / "issue.yaml"
    text = manifest.read_text(encoding="utf-8")

    def read(changes: Mapping[str, str | None]) -> tuple[PrintOrder | None, list[Diagnostic]]:
        keys = {key: value for key, value in {**WHOLE, **changes}.items() if value is not None}
        block = "".join(f"  {key}: {value}\n" for key, value in keys.items())
        manifest.write_text(f"{text}print:\n{block}", encoding="utf-8")
        issue, found = read_issue(manifest, tiny_kinds, every_picture)
        assert issue is not None
        return issue.order, found

    return read


def test_an_order_that_says_all(read: Read) -> None:
    order, found = read(
        {
            "cover": "{paper: 铜版纸, weight: 157.5, inks: 4+1, finishing: [覆哑膜, 烫金]}",
            "inside": "{paper: 双胶纸, weight: 80, inks: ' 1 ＋ 1 ', caliper: 0.11mm}",
            "pages": "4",
            "delivery": "{date: 2023年1月5日, address: [江汉路一号, 三楼], contact: 张三}",
            "customer": "编辑部",
            "printer": "印厂",
            "remarks": "[甲, 乙]",
        }
    )
    assert found == []
    assert order is not None
    assert (order.quantity, order.binding.value, order.pages and order.pages.value) == (
        2000,
        "saddle",
        4,
    )
    assert order.cover is not None
    assert (order.cover.weight, order.cover.inks.value) == (157.5, (4, 1))
    assert [run.text for run in order.cover.finishing] == ["覆哑膜", "烫金"]
    assert (order.inside.inks.value, order.inside.caliper) == ((1, 1), pytest.approx(mm(0.11)))
    delivery = order.delivery
    assert delivery.date is not None
    assert delivery.address is not None
    assert (delivery.date.text, delivery.address.text) == ("2023年1月5日", "江汉路一号\n三楼")
    assert order.remarks is not None
    assert order.remarks.text == "甲\n乙"
    assert order.spine is None


def test_a_self_cover(read: Read) -> None:
    order, found = read({"cover": "self"})
    assert found == []
    assert order is not None
    assert order.cover is None


@pytest.mark.parametrize("date", ["2023-01-15", "2023.1.15", "2023/01/15", "2023年1月15日"])
def test_dates_as_people_write_them(read: Read, date: str) -> None:
    order, found = read({"delivery": f"{{date: {date}}}"})
    assert found == []
    assert order is not None
    assert order.delivery.date is not None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"quantiti": "3"}, "M040"),
        ({"quantity": None}, "M041"),
        ({"quantity": "0"}, "M051"),
        ({"quantity": "-5"}, "M051"),
        ({"quantity": "两千"}, "M047"),
        ({"quantity": "1.5"}, "M047"),
        ({"quantity": ""}, "M042"),
        ({"quantity": "[1, 2]"}, "M045"),
        ({"binding": "glue"}, "M050"),
        ({"cover": None}, "M041"),
        ({"cover": "yes"}, "M043"),
        ({"cover": "{paper: 铜版纸, inks: 4+4}"}, "M041"),
        ({"cover": "{paper: 铜版纸, weight: 157g, inks: 4+4}"}, "M046"),
        ({"cover": "{paper: 铜版纸, weight: 5, inks: 4+4}"}, "M051"),
        ({"cover": "{weight: 157, inks: 4+4}"}, "M041"),
        ({"cover": "{paper: 铜版纸, weight: 157, inks: 4+4, gloss: 1}"}, "M040"),
        ({"inside": "{paper: 双胶纸, weight: 80, inks: 5+5}"}, "M083"),
        ({"inside": "{paper: 双胶纸, weight: 80, inks: 0+0}"}, "M083"),
        ({"inside": "{paper: 双胶纸, weight: 80, inks: 4}"}, "M083"),
        ({"inside": "{paper: 双胶纸, weight: 80, inks: [4, 4]}"}, "M045"),
        ({"inside": "{paper: 双胶纸, weight: 80, inks: 1+1, spots: GOLD}"}, "M084"),
        ({"inside": "{paper: 双胶纸, weight: 80, inks: 1+1, caliper: 9mm}"}, "M051"),
        ({"inside": "{paper: 双胶纸, weight: 80, inks: 1+1, finishing: {a: b}}"}, "M044"),
        ({"pages": "四十"}, "M047"),
        ({"spine": "3mm"}, "M087"),
        ({"spine": "thick"}, "M049"),
        ({"binding": "perfect"}, "M086"),
        ({"delivery": "明天"}, "M043"),
        ({"delivery": "{date: 明天}"}, "M088"),
        ({"delivery": "{date: 2027-01}"}, "M088"),
        ({"delivery": "{date: 2027-13-01}"}, "M088"),
        ({"delivery": "{day: 2027-01-15}"}, "M040"),
        ({"remarks": "{a: b}"}, "M045"),
    ],
    ids=str,
)
def test_what_is_wrong_has_its_place(
    read: Read, changes: Mapping[str, str | None], code: str
) -> None:
    order, found = read(changes)
    assert order is None
    assert [fault.rule.code for fault in found] == [code]
    assert found[0].span.line > 10


@pytest.mark.parametrize("written", ["print: 2000", "print: [a]", "print:"])
def test_no_block(
    good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any, written: str
) -> None:
    manifest = good_issue / "issue.yaml"
    with manifest.open("a", encoding="utf-8") as file:
        file.write(f"{written}\n")
    issue, found = read_issue(manifest, tiny_kinds, every_picture)
    assert issue is not None
    assert issue.order is None
    assert [fault.rule.code in ("M042", "M043") for fault in found] == [True]


def test_saddle_stitch_is_not_judged_by_a_faulty_plan(
    good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any
) -> None:
    """Pages that could not be read are not pages that are lacking."""
    manifest = good_issue / "issue.yaml"
    text = manifest.read_text(encoding="utf-8").replace(
        "pages: 4, layout: cover", "pages: 4, layout: covr"
    )
    block = "".join(f"  {key}: {value}\n" for key, value in WHOLE.items())
    manifest.write_text(f"{text}print:\n{block}", encoding="utf-8")
    _, found = read_issue(manifest, tiny_kinds, every_picture)
    assert [fault.rule.code for fault in found] == ["M067"]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("1800-01-01", ["M096"]),
        ("2022年2月27日", ["M096"]),
        ("2022-03-01", []),
        ("2024-03-01", []),
        ("2033-03-05", ["M096"]),
    ],
)
def test_delivery_is_about_when_the_issue_is_dated(read: Read, day: str, codes: list[str]) -> None:
    """A year more or less is told; the order stands. The issue is of March 2023."""
    order, found = read({"delivery": f"{{date: {day}}}"})
    assert order is not None
    assert [fault.rule.code for fault in found] == codes
    assert not any(fault.is_error for fault in found)
