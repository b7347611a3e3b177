"""Dates as Vietnamese and English acts write them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

LONG = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
SHORT = re.compile(r"(?<![\d/])(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?![\d/])")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
ENGLISH = re.compile(rf"\b({'|'.join(_MONTHS)})\s+(\d{{1,2}}),?\s+(\d{{4}})", re.IGNORECASE)


def make(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_dates(text: str) -> list[tuple[int, int, date]]:
    """Every date in `text` as (start, end, date), in order: "ngày 01 tháng 8 năm 2020", "01/8/2020", "August 01, 2020"."""
    found: list[tuple[int, int, date]] = []
    for pattern in (LONG, SHORT):
        for m in pattern.finditer(text):
            if day := make(int(m.group(3)), int(m.group(2)), int(m.group(1))):
                found.append((m.start(), m.end(), day))
    for m in ENGLISH.finditer(text):
        if day := make(int(m.group(3)), _MONTHS.index(m.group(1).lower()) + 1, int(m.group(2))):
            found.append((m.start(), m.end(), day))
    return sorted(found)


def first_date(text: str) -> date | None:
    """The first date in `text`, or None."""
    found = find_dates(text)
    return found[0][2] if found else None


def days_after(start: date, days: int) -> date:
    """The day `days` days after `start`: 15 days after 26/11/2007 is 11/12/2007."""
    return start + timedelta(days=days)


def months_after(start: date, months: int) -> date:
    """The day `months` months after `start`: the same day of that month, or its last where it has no such day."""
    count = start.year * 12 + start.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def vietnamese(day: date) -> str:
    """`day` as acts print it: "ngày 01 tháng 8 năm 2020" (the month without a leading zero from March on)."""
    return (
        f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}"
        if day.month < 3
        else f"ngày {day.day:02d} tháng {day.month} năm {day.year}"
    )
