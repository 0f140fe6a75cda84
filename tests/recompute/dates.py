# SPDX-License-Identifier: ISC
"""Days as numbers, and the periods of a report: fasen-report(1)."""
import datetime
import re


LAST = datetime.date(2199, 12, 31).toordinal()


def day(text):
    """The day's number, None for what is no date of 1900 to 2199."""
    if not re.match(r"\d{4}-\d\d-\d\d\Z", text) or not "1900" <= text[:4] <= "2199":
        return None
    try:
        return datetime.date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def shown(number):
    return "" if number is None else datetime.date.fromordinal(number).isoformat()


def first_of(year, month):
    """The first day of a month; months run on past 12 and below 1."""
    return datetime.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1).toordinal()


def years_later(number, years):
    begin = datetime.date.fromordinal(number)
    if (begin.month, begin.day) == (2, 29):
        try:
            return begin.replace(year=begin.year + years).toordinal()
        except ValueError:
            return begin.replace(year=begin.year + years, day=28).toordinal()
    return begin.replace(year=begin.year + years).toordinal()


class Period:
    """First (None: no beginning) and last day, the day T to which it is known, its name and the period before."""

    def __init__(self, name, first, last, today, before=None):
        self.name, self.first, self.last, self.before = name, first, last, before
        self.t, self.runs = min(last, today), last > today

    def holds(self, number):
        return number is not None and (self.first is None or number >= self.first) and number <= self.t


def named(text, today):
    """The period of a name; without the one before it."""
    year = int(text[:4])
    if re.match(r"\d{4}\Z", text):
        first, after = first_of(year, 1), first_of(year + 1, 1)
    elif "Q" in text or "H" in text:
        months = 3 if "Q" in text else 6
        month = months * int(text[6]) - months + 1
        first, after = first_of(year, month), first_of(year, month + months)
    elif "W" in text:
        first = datetime.date.fromisocalendar(year, int(text[6:]), 1).toordinal()
        after = first + 7
    else:
        first, after = first_of(year, int(text[5:])), first_of(year, int(text[5:]) + 1)
    return Period(text, first, after - 1, today)


def name_with(what, d):
    """The name of the year, half, quarter, month or week that the day is in."""
    if what == "week":
        return "%d-W%02d" % d.isocalendar()[:2]
    return {"year": "%d" % d.year, "half": "%d-H%d" % (d.year, (d.month + 5) // 6),
            "quarter": "%d-Q%d" % (d.year, (d.month + 2) // 3), "month": "%d-%02d" % (d.year, d.month)}[what]


def name_before(text):
    """The name of the year, half, quarter, week or month before."""
    what = "year" if len(text) == 4 else {"H": "half", "Q": "quarter", "W": "week"}.get(text[5], "month")
    return name_with(what, datetime.date.fromordinal(named(text, 0).first - 1))


def cut(before, period, today):
    """Of the period before one that runs as many days as have passed; None of one that has not begun."""
    if before is None or not period.runs:
        return before
    days = period.t - period.first + 1
    if days < 1:
        return None
    last = min(before.last, before.first + days - 1)
    if last == before.last:
        return before
    return Period("%s..%s" % (shown(before.first), shown(last)), before.first, last, today)


def asked(names, first, last, today):
    """The periods of a report, in order of time, each with the one before it."""
    now = datetime.date.fromordinal(today)
    found = []
    for name in names:
        which, _, what = name.partition("-")
        if which in ("this", "last"):
            name = name_with(what, now)
            name = name_before(name) if which == "last" else name
        period = named(name, today)
        period.before = cut(named(name_before(name), today), period, today)
        found.append(period)
    if not names:
        end = max(today, first or today) if last is None else last
        before = None
        if first is not None and shown(first - (end - first + 1)) >= "1900":
            before = Period("", first - (end - first + 1), first - 1, today)
        period = Period("%s..%s" % (shown(first), shown(end)), first, end, today)
        period.before = cut(before, period, today)
        found.append(period)
    return sorted(found, key=lambda p: (p.first or 0, p.last))


def quarters(t, today):
    """The last eight quarters that are over at the end of that day, the oldest first."""
    name = name_with("quarter", datetime.date.fromordinal(t))
    if named(name, today).last > t:
        name = name_before(name) if named(name, today).first > datetime.date(1900, 1, 1).toordinal() else ""
    found = []
    while name and len(found) < 8:
        found.insert(0, named(name, today))
        name = name_before(name) if found[0].first > datetime.date(1900, 1, 1).toordinal() else ""
    return found
