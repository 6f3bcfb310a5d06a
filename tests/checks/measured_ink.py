"""The ink of a file, as preflight measures it."""

from __future__ import annotations

from koubei_pdf.checks.ink.report import InkReport
from koubei_pdf.checks.judging import judge
from koubei_pdf.model.press import PressProfile
from koubei_pdf.pdf.conversion import Conversion


def measured(data: bytes, press: PressProfile) -> InkReport:
    judged = judge(data, press)
    assert judged.ink is not None
    assert not {"X139", "X150"} & {group.rule.code for group in judged.groups}
    return judged.ink


def convert(press: PressProfile) -> Conversion:
    return Conversion(press.condition.icc)
