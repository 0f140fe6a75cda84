"""Days as numbers, and the periods of a report: fasen-report(1)."""
import datetime
import re


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
        self.t = min(last, today)

    def holds(self, number):
        return number is not None and (self.first is None or number >= self.first) and number <= self.t


def named(text, today):
    """The period of a name; without the one before it."""
    year = int(text[:4])
    if re.match(r"\d{4}\Z", text):
        first, after = first_of(year, 1), first_of(year + 1, 1)
    elif "Q" in text:
        month = 3 * int(text[6]) - 2
        first, after = first_of(year, month), first_of(year, month + 3)
    elif "W" in text:
        first = datetime.date.fromisocalendar(year, int(text[6:]), 1).toordinal()
        after = first + 7
    else:
        first, after = first_of(year, int(text[5:])), first_of(year, int(text[5:]) + 1)
    return Period(text, first, after - 1, today)


def name_before(text):
    """The name of the year, quarter, week or month before."""
    first = datetime.date.fromordinal(named(text, 0).first)
    last = first - datetime.timedelta(days=1)
    if len(text) == 4:
        return str(last.year)
    if "Q" in text:
        return "%d-Q%d" % (last.year, (last.month + 2) // 3)
    if "W" in text:
        return "%d-W%02d" % last.isocalendar()[:2]
    return "%d-%02d" % (last.year, last.month)


def asked(names, first, last, today):
    """The periods of a report, in order of time, each with the one before it."""
    now = datetime.date.fromordinal(today)
    found = []
    for name in names:
        if name == "last-month":
            name = name_before("%d-%02d" % (now.year, now.month))
        elif name == "last-quarter":
            name = name_before("%d-Q%d" % (now.year, (now.month + 2) // 3))
        period = named(name, today)
        period.before = named(name_before(name), today)
        found.append(period)
    if not names:
        end = max(today, first or today) if last is None else last
        before = None
        if first is not None and shown(first - (end - first + 1)) >= "1900":
            before = Period("", first - (end - first + 1), first - 1, today)
        found.append(Period("%s..%s" % (shown(first), shown(end)), first, end, today, before))
    return sorted(found, key=lambda p: (p.first or 0, p.last))
