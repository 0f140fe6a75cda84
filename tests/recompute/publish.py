"""What is published of a figure: fasen-report(1), "Publishing"."""
from collections import Counter

from figures import STANDS
from fold import FINISHED
from tables import COUNT, HIGH, MEAN, MIDDLE, MOST, SHARE, SUMMARY, less, rounded

NEEDED = {MEAN: 4, MIDDLE: 2, HIGH: 10}


def round5(number):
    return (number + 2) // 5 * 5


def by_person(things):
    return Counter(id(dossier) for _, dossier in things)


def enough(persons, least):
    return round5(persons) > least


class Published:
    """The figures of one period and group as they are published; figures None: of which nothing is."""

    def __init__(self, figures, least):
        self.figures, self.least = figures, least

    def behind(self, *where):
        return self.figures.behind(*where)

    def whole(self, table, row, column):
        """What a count is a part of, None when of nothing."""
        open_now, ended = self.behind("doorstroom", (), "open"), self.behind("uitstroom", (), "n")
        if table == "samenvatting":
            return self.figures.clients
        if (table, column) in (("wachten", "wachtlijst"), ("doorstroom.fase", "open"), ("uitgangspunten", "aantal"),
                               ("kwaliteit", "n")) or table == "caseload" and column != "totaal":
            return open_now
        if (table, column) == ("kwaliteit", "ontbreekt"):
            return self.behind(table, (row[0], ""), "n")
        if table == "uitstroom" and column in ("uitval", "beoordeeld", "met_doelen", "tevredenheid"):
            return ended
        if table in ("uitstroom.reden", "uitstroom.landelijk") and row != ("totaal",):
            return ended
        if (table, column) == ("leefgebieden.vraag", "gevraagd") and row != ("totaal",):
            return self.behind(table, ("totaal",), column)
        if table == "doelen" and (row, column) != (("totaal",), "totaal"):
            return self.behind(table, row if column in STANDS else ("totaal",), "totaal")
        return None

    def counted(self, table, row, column):
        return self.behind(table, (row[0], "") if (table, column) == ("kwaliteit", "n") else row, column)

    def shown(self, part, whole):
        persons = by_person(part)
        outside = None if whole is None else sum(persons[d] < n for d, n in by_person(whole).items())
        return enough(len(persons), self.least) and (outside is None or enough(outside, self.least))

    def share(self, part, whole, of):
        """`of` names the count that the whole is, None when that is in no table."""
        if not self.shown(part, whole) or not self.shown(whole, of and self.whole(*of)):
            return "x"
        percent = (200 * round5(len(part)) + round5(len(whole))) // (2 * round5(len(whole)))
        return str(percent) if 0 < percent < 100 else "x"

    def figure(self, table, row, column, kind):
        if self.figures is None:
            return "x"
        things = self.behind(table, row, column)
        if kind == SHARE:
            of = {"met_doel": "gevraagd", "met_behaald": "gevraagd", "doelen_klaar": "met_doelen"}.get(column)
            return self.share([t for t in things if t[0]], things, of and (table, row, of))
        if kind == MOST or not self.shown(things, self.whole(table, row, column)):
            return "x"
        if kind == COUNT:
            return str(round5(len(things)))
        values = sorted(value for value, _ in things)
        if len(by_person(things)) < NEEDED[kind] * self.least:
            return "x"
        if kind == MEAN:
            return rounded(sum(values), len(values), 1)
        rank = {MIDDLE: (len(values) + 1) // 2, HIGH: (9 * len(values) + 9) // 10}[kind]
        return str((values[rank - 1] + 3) // 7 * 7)

    def summary(self, name):
        _, table, row, column, kind = next(s for s in SUMMARY if s[0] == name)
        return self.figure(table, row, column, kind)

    def cell(self, table, row, column, kind, before, model):
        """The cell; `before` is of the period before, None without one."""
        if column == "boven_norm" and (model.phase(row[0]) is None or model.phase(row[0]).norm is None):
            return ""
        if kind is not None:
            return self.figure(table, row, column, kind)
        if table == "samenvatting":
            value, previous = self.summary(row[0]), "" if before is None else before.summary(row[0])
            change = "x" if "x" in (value, previous) and previous != "" else less(value, previous)
            return {"waarde": value, "vorige": previous, "verschil": change}[column]
        if column == "norm":
            phase = model.phase(row[0])
            return "" if phase is None or phase.norm is None else str(phase.norm)
        if column == "uitval":
            return "" if row[0] == "totaal" else "ja" if model.reasons.get(row[0], (False,))[0] else "nee"
        if column == "n":
            n = self.behind(table, (row[0], ""), "n")
            return str(round5(len(n))) if self.shown(n, self.whole(table, row, "n")) else "x"
        if table == "kwaliteit":
            return self.share(self.behind(table, row, "ontbreekt"), self.behind(table, (row[0], ""), "n"),
                              (table, row, "n"))
        return self.share(self.behind(table, row, "n"), self.behind("uitstroom", (), "n"), None)


def withheld(figures, least):
    return not enough(len(by_person(figures.reported)), least)


def left_out(table, row, cells, names, model):
    """Whether a row that is there only because something was counted is left out."""
    if table == "kwaliteit":
        return cells[names.index("ontbreekt")] == "x"
    known = {
        "doorstroom.fase": lambda: row[0] in model.codes(),
        "doorlooptijd": lambda: row[0] in model.codes(),
        "leefgebieden": lambda: row[0] in model.domains and row[1] == model.scales[0],
        "leefgebieden.vraag": lambda: row[0] in model.domains + ["totaal"],
        "doelen": lambda: row[0] in model.domains + ["totaal"],
        "uitstroom.reden": lambda: row[0] in list(model.reasons) + ["totaal"],
        "uitstroom.landelijk": lambda: row[0] in [code or "-" for _, code in model.reasons.values()],
    }.get(table, lambda: True)()
    return not known and all(c == "x" for c, name in zip(cells, names)
                             if (table, name) != ("uitstroom.reden", "uitval") and (table, name) != ("doorlooptijd", "norm")
                             and not (name == "boven_norm" and c == ""))


def overlapping(one, other):
    return (one.first is None or one.first <= other.last) and (other.first is None or other.first <= one.last)


def comparable(period, periods):
    """Whether the period before shares no days with one that is asked for, or with another such period."""
    before = period.before
    others = [p for p in periods] + [p.before for p in periods if p.before is not None]
    return before is not None and not any(
        overlapping(before, o) for o in others if (o.first, o.last) != (before.first, before.last))
