# SPDX-License-Identifier: ISC
"""What is published of a figure: fasen-report(1), "Publishing"."""
from collections import Counter

from outcome import GAS, STANDS
from fold import FINISHED
from tables import (COUNT, EXPECT, HIGH, MEAN, MIDDLE, MOST, SHARE, SUMMARY, empty, expected, less, marked, norm_of,
                    reported, rounded)

NEEDED = {MEAN: 4, MIDDLE: 2, HIGH: 10, EXPECT: 2}
# Parts of a whole that is a count of the same row.
IN_ROW = {
    ("doorlooptijd", "open_boven_norm"): "open", ("wachten.nu", "te_lang"): "n", ("doelen.gas", "met_score"): "doelen",
    ("doorstroom.herhaald", "binnen_jaar"): "herhaald", ("uitstroom.uitval", "neutraal"): "n",
    ("uitstroom.uitval", "onbekend"): "n", ("uitstroom.uitval", "meegeteld"): "n", ("uitstroom.uitval", "uitval"): "meegeteld",
    ("uitstroom.uitval", "overeenstemming"): "meegeteld", ("uitstroom.fase", "meegeteld"): "n",
    ("uitstroom.fase", "uitval"): "meegeteld", ("uitgangspunten.afwijkingen", "aantal"): "n",
    ("uitgangspunten.wisselingen", "aantal"): "n", ("evaluaties", "op_tijd"): "gehouden",
    ("evaluaties.oordeel", "beoordeeld"): "n", ("evaluaties.oordeel", "gemiddelde"): "n",
    ("indicaties", "geldig"): "ooit", ("indicaties", "geen_geldige"): "ooit", ("indicaties", "loopt_af"): "geldig",
    ("indicaties.product", "loopt_af"): "geldig",
}
for column in GAS:
    IN_ROW["doelen.gas", column] = "met_score"
# Where what a share is of is itself a part, the count that it is.
SHARED = {
    "met_doel": "gevraagd", "met_behaald": "gevraagd", "doelen_klaar": "met_doelen", "met_score_aandeel": "doelen",
    "nul_of_hoger": "met_score", "overeenstemming_aandeel": "meegeteld", "respons": "n", "zeven": "beoordeeld",
    "omhoog": "n", "gelijk": "n", "omlaag": "n", "boven_norm": "n", "met_kracht": "doelen", "met_inzet": "doelen",
    "geen_nieuwe_start": "jaar_later", "realisatie": "totaal", "deels_aandeel": "totaal",
}


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
            return open_now if row == ("te_laat",) else self.figures.clients
        if (table, column) == ("doorstroom.bediend", "bediend"):
            return self.figures.clients
        if table == "kenmerken":
            return self.behind("doorstroom.bediend", (), "bediend")
        if (table, column) in IN_ROW:
            return self.behind(table, row, IN_ROW[table, column])
        if (table, column) in (("wachten", "wachtlijst"), ("doorstroom.fase", "open"), ("doorlooptijd", "open"),
                               ("doorlooptijd", "open_mediaan"), ("wachten.nu", "n"), ("wachten.nu", "mediaan"),
                               ("uitgangspunten", "aantal"), ("kwaliteit", "n"), ("indicaties", "ooit")) \
                or table == "caseload" and column != "totaal":
            return open_now
        if table == "doorstroom.herhaald" and column in ("nieuw", "herhaald"):
            return self.behind("doorstroom", (), "instroom")
        if table == "doorstroom.besluit":
            return self.behind("doorstroom", (), "niet_geplaatst")
        if table == "indicaties.product":
            return self.behind("indicaties", (), column)
        if table == "evaluaties" and column == "gemist":
            return self.behind(table, row, "op_tijd_aandeel")
        if table in ("leefgebieden", "leefgebieden.beeindigd") and column in ("n", "eerste"):
            return self.figures.reported if table == "leefgebieden" else ended
        if (table, column) == ("kwaliteit", "ontbreekt"):
            return self.behind(table, (row[0], ""), "n")
        if (table, column) == ("uitstroom", "uitval"):
            return self.behind("uitstroom.uitval", (), "meegeteld")
        if table == "uitstroom" and column in ("beoordeeld", "met_doelen", "tevredenheid"):
            return ended
        if table in ("uitstroom.reden", "uitstroom.landelijk", "uitstroom.fase", "uitstroom.bestemming") \
                and row != ("totaal",):
            return ended
        if column == "zonder_doelen":
            return ended
        if (table, column) == ("leefgebieden.vraag", "gevraagd") and row != ("totaal",):
            return self.behind(table, ("totaal",), column)
        if table == "krachten":
            if column == "clienten":
                return open_now if row == ("totaal",) else self.behind(table, ("totaal",), column)
            return self.behind(table, row, "clienten")
        if table in ("doelen", "doelen.open") and (row, column) != (("totaal",), "totaal"):
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
        if column == "gemeten":
            return "x"
        if kind == SHARE:
            of = SHARED.get(column)
            if column == "uitval_aandeel":
                of = ("uitstroom.fase", row, "meegeteld") if table == "uitstroom.fase" else ("uitstroom.uitval", (), "meegeteld")
            elif table in ("uitgangspunten", "uitgangspunten.afwijkingen", "uitgangspunten.wisselingen"):
                of = None
            elif column in ("op_tijd_aandeel",) or (table, column) == ("evaluaties.oordeel", "respons"):
                of = None
            else:
                of = of and (table, row, of)
            return self.share([t for t in things if t[0]], things, of)
        if kind != EXPECT and (kind == MOST or not self.shown(things, self.whole(table, row, column))):
            return "x"
        if kind == COUNT:
            return str(round5(len(things)))
        if kind == EXPECT:
            things = [t for t in things if t[0][2]]
            days = expected([value for value, _ in self.behind(table, row, column)])
            return "x" if days == "" or not self.shown(things, None) or len(by_person(things)) < NEEDED[kind] * self.least \
                else str((int(days) + 3) // 7 * 7)
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
        if empty(table, row, column, model):
            return ""
        if kind is not None:
            return self.figure(table, row, column, kind)
        if table == "samenvatting":
            value, previous = self.summary(row[0]), "" if before is None else before.summary(row[0])
            change = "x" if "x" in (value, previous) and previous != "" else less(value, previous)
            return {"waarde": value, "vorige": previous, "verschil": change}[column]
        if column == "norm":
            return norm_of(table, row, model)
        if column in ("uitval", "neutraal"):
            return marked(row[0], column, model)
        if column in ("gerapporteerd", "uitgestroomd") or (table, column) == ("indicaties", "open"):
            things = self.behind("doorstroom", (), "open") if column == "open" else reported(column, self.figures)
            return str(round5(len(things))) if self.shown(things, None) else "x"
        if table == "kenmerken":
            return self.share(self.behind(table, row, "n"), self.behind("doorstroom.bediend", (), "bediend"),
                              ("doorstroom.bediend", (), "bediend"))
        if column == "n":
            if self.figures.teams:
                return self.figure("doorstroom", (), "open", COUNT)
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
    domains = list(model.domains) + ["totaal"]
    known = {
        "doorstroom.fase": model.codes(), "doorlooptijd": model.codes(), "uitstroom.fase": model.codes(),
        "uitgangspunten.afwijkingen": model.codes(), "leefgebieden.vraag": domains, "doelen": domains, "doelen.open": domains,
        "krachten": domains, "uitstroom.reden": list(model.reasons) + ["totaal"], "indicaties.product": [],
        "uitstroom.bestemming": model.destinations,
        "uitstroom.landelijk": [reason.national or "-" for reason in model.reasons.values()],
    }
    if table in ("leefgebieden", "leefgebieden.beeindigd"):
        there = row[0] in model.domains and row[1] == next(iter(model.scales))
    elif table == "kenmerken":
        there = row[0] == "leeftijdsgroep"
    else:
        there = table not in known or row[0] in known[table]
    return not there and all(c == "x" for c, name in zip(cells, names)
                             if (table, name) not in (("uitstroom.reden", "uitval"), ("uitstroom.reden", "neutraal")) and c != ""
                             and name != "norm")


def overlapping(one, other):
    return (one.first is None or one.first <= other.last) and (other.first is None or other.first <= one.last)


def comparable(period, periods):
    """Whether the period before shares no days with one that is asked for, or with another such period."""
    before = period.before
    others = [p for p in periods] + [p.before for p in periods if p.before is not None]
    return before is not None and not any(
        overlapping(before, o) for o in others if (o.first, o.last) != (before.first, before.last))
