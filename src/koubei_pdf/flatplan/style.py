"""The style sheet of the flatplan in a browser, and on paper from there (A3, landscape)."""

from __future__ import annotations

CSS = """
:root { --ink: #1f1f1e; --grey: #5f5f5e; --rule: #c9c9c7; --mist: #f3f3f1; --good: #00736f;
  --wait: #8a5a00; --bad: #c22a1c; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { font: 13px/1.45 "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; color: var(--ink); background: #fff; padding: 24px 28px; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 18px;
  border-bottom: 2px solid var(--ink); padding-bottom: 10px; margin-bottom: 20px; }
h1 { font: 900 26px/1.2 "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC",
  SimSun, serif; }
h1 small { font: 700 15px/1 "Noto Sans SC", "PingFang SC", sans-serif; margin-left: 8px; }
header p { color: var(--grey); }
header ul { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 14px; width: 100%; }
header li::before { content: ""; display: inline-block; width: 18px; height: 6px;
  background: var(--c); margin-right: 5px; vertical-align: 2px; }
.legend { width: 100%; font-size: 12px; }
.spreads { list-style: none; display: grid; gap: 26px 24px;
  grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); }
.spread { break-inside: avoid; display: grid; grid-template-columns: 1fr 1fr;
  align-content: start; }
.side { position: relative; }
.side.right { grid-column: 2; }
.side img, .side svg { display: block; width: 100%; height: auto; border: 1px solid var(--rule);
  background: #fff; }
.side.left img, .side.left svg { border-right-width: 0; }
.side.right img, .side.right svg { border-left-color: #9a9a98; }
.side svg.over { position: absolute; inset: 0; border-color: transparent; background: none; }
.folio { display: block; font-weight: 700; font-size: 11px; line-height: 18px; }
.right .folio { text-align: right; }
.entry { border-top: 4px solid var(--c); padding-top: 4px; min-width: 0; }
.entry.first { grid-column: 1; } .entry.second { grid-column: 2; }
.entry.both { grid-column: 1 / span 2; }
.spread .entry + .entry.second { margin-left: 8px; }
.section { font-size: 11px; font-weight: 700; color: var(--t); }
h2 { font-size: 14px; line-height: 1.35; }
.meta { font-size: 11px; color: var(--grey); }
.entry p { overflow-wrap: anywhere; }
.good { color: var(--good); } .wait { color: var(--wait); } .bad { color: var(--bad); }
.bad { font-weight: 700; }
.words { display: grid; grid-template-columns: 96px 1fr; gap: 8px; align-items: center; }
.words svg { width: 96px; height: 12px; }
.marks { letter-spacing: 1px; }
.others { margin-top: 28px; border-top: 2px solid var(--ink); padding-top: 8px; }
.others ul { padding-left: 1.2em; }
@page { size: A3 landscape; margin: 10mm; }
@media print { body { padding: 0; font-size: 9.5px; -webkit-print-color-adjust: exact;
  print-color-adjust: exact; } h2 { font-size: 11.5px; } .meta, .section { font-size: 9px; }
  header { padding-bottom: 5px; margin-bottom: 10px; } .legend { font-size: 9px; }
  .spreads { grid-template-columns: repeat(5, 1fr); gap: 8px 16px; } }
"""
