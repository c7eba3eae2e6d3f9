"""Finds what is hard in a text that should be in easy Japanese (やさしい日本語).

Rules follow the published guidelines (出入国在留管理庁・文化庁「在留支援のためのやさしい日本語ガイドライン」, 2020,
its companions, 弘前大学, 東京都, 横浜市); docs/easy-japanese.md tells which and why.
"""

from __future__ import annotations

from sitegen.language.easy.check import easy_japanese
from sitegen.language.easy.finding import Finding

__all__ = ["Finding", "easy_japanese"]
