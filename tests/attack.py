# SPDX-License-Identifier: ISC
"""Tries to work out what fasen-report --min-cell does not say, from all tables of a run together.

usage: attack.py BUILD SEED RUNS MODEL [naive]

Each run is a set of reports: its own random histories, periods, groups and N. The attack knows fasen-report(1): what a
printed count can be, what an x can be, what is a sum or a part of what, in one table, between tables and from one period
to the next; that a mean, median or p90 is there, or is not; and how many things a person can have. It narrows down every
count until nothing changes (subtraction), each mean to the sums that it can be, and says which counts that are not
printed can have one value only, and where a mean can only be of equal values. Exits with 1 when there is any.
naive: as if only counts below N were hidden, and not 0.
"""
import os
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "recompute")]

import histories                        # noqa: E402
from model import Model                 # noqa: E402
from outcome import GAS, STANDS         # noqa: E402
from tables import FLOW, TABLES         # noqa: E402

PERIODS = [[], ["2026"], ["2026-Q1", "2026-Q2"], ["2026-04", "2026-05", "2026-06"], ["2025", "2026-Q3"],
           ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"],
           ["2026-W14", "2026-W15"]]
GROUPS = ["", "", "team", "gemeente", "doelgroep", "vraag", "team,doelgroep"]
NAMED = {table: named for table, named, _ in TABLES}
# What a count is a part of, in its own row or in another table; and the shares, whose part is in no column.
SHARES = {("doorlooptijd", "boven_norm"): "n", ("leefgebieden", "omhoog"): "n", ("leefgebieden", "gelijk"): "n",
          ("leefgebieden", "omlaag"): "n", ("leefgebieden.vraag", "met_doel"): "gevraagd",
          ("leefgebieden.vraag", "met_behaald"): "gevraagd", ("uitstroom", "doelen_klaar"): "met_doelen",
          ("wachten.duur", "boven_norm"): "n", ("leefgebieden.beeindigd", "omhoog"): "n",
          ("leefgebieden.beeindigd", "gelijk"): "n", ("leefgebieden.beeindigd", "omlaag"): "n",
          ("doelen.gas", "nul_of_hoger"): "met_score", ("evaluaties.oordeel", "zeven"): "beoordeeld",
          ("krachten.doelen", "met_kracht"): "doelen", ("krachten.doelen", "met_inzet"): "doelen",
          ("doorstroom.herhaald", "geen_nieuwe_start"): "jaar_later"}
COUNTS = set(FLOW) | set(STANDS) | set(GAS) | {
    "begonnen", "beeindigd", "wachtlijst", "n", "geen_fase", "totaal", "gevraagd", "uitval", "beoordeeld", "met_doelen",
    "aantal", "ontbreekt", "nieuw", "herhaald", "binnen_jaar", "jaar_later", "bediend", "te_lang", "open_boven_norm",
    "gerapporteerd", "uitgestroomd", "zonder_doelen", "doelen", "met_score", "neutraal", "onbekend", "meegeteld",
    "overeenstemming", "gehouden", "op_tijd", "gemist", "andere", "clienten", "ooit", "geldig", "loopt_af", "geen_geldige"}
SUMMED = FLOW + ["wachtlijst", "te_laat", "te_laat_gesloten", "bediend"]
# Which statistics say how many persons there are, and of which column.
TOLD = {("uitstroom", "tevredenheid"): ("beoordeeld", 4), ("leefgebieden", "eerste"): ("n", 4),
        ("wachten.duur", "mediaan"): ("n", 2), ("wachten.duur", "p90"): ("n", 10),
        ("doorlooptijd.traject", "mediaan"): ("n", 2), ("doorlooptijd.traject", "p90"): ("n", 10)}
TOP = 10 ** 6


def read(text, groups):
    """The words of the tables by (view, periode, group, row, column)."""
    cells, head = {}, None
    for line in text.split("\n"):
        words = line.split("\t")
        if words == [""] or head is None:
            head = None if words == [""] else words
            continue
        row = dict(zip(head, words))
        of, label = tuple(row[g] for g in groups), tuple(row[n] for n in NAMED[row["view"]] if n not in groups)
        for column in head[2 + len(groups):]:
            if column not in NAMED[row["view"]]:
                cells[(row["view"], row["periode"], of, label, column)] = row[column]
    return cells


def counted(key):
    view, _, _, label, column = key
    if view == "doorstroom.maand" or view == "caseload" and label not in ((), ("totaal",)):
        return False
    if view == "samenvatting":
        return label[0] in SUMMED and column in ("waarde", "vorige")
    return (column in COUNTS or column.startswith(("fase.", "soort."))) and \
        (view, column) not in (("uitstroom.reden", "uitval"), ("uitstroom.reden", "neutraal"))


def together(group):
    """Whether it is the one of all groups: it has counts only."""
    return group[:1] == ("totaal",)


def truth_of(plain):
    """All counts as they are, those that only shares are made of too."""
    truth = {c: int(v) for c, v in plain.items() if counted(c) and v != ""}
    for c, v in plain.items():
        if (c[0], c[4]) in SHARES and not together(c[2]):
            truth[c] = (int(v.replace(".", "") or 0) * truth[c[:4] + (SHARES[c[0], c[4]],)] + 500) // 1000
    return truth


class Relations:
    """Equations and inequalities between counts: lists of (count, factor) with sum 0, or at least 0; what is part of what."""

    def __init__(self, truth, model):
        self.truth, self.equal, self.least, self.whole, self.rows = truth, [], [], {}, {}
        for view, period, group, label, _ in truth:
            self.rows.setdefault((view, period, group), {})[label] = None
        for period, group in sorted({(p, g) for _, p, g, _, _ in truth}):
            self.of(period, group, model)
        self.groups()

    def has(self, *counts):
        return all(c in self.truth for c in counts)

    def sum(self, one, others):
        if others and self.has(one, *others):
            self.equal.append([(one, -1)] + [(o, 1) for o in others])

    def same(self, one, other):
        self.sum(one, [other])

    def within(self, part, *wholes):
        if self.has(part, *wholes):
            self.least.append([(w, 1) for w in wholes] + [(part, -1)])

    def part(self, part, whole):
        if self.has(part, whole):
            self.whole[part] = whole
            self.within(part, whole)

    def of(self, period, group, model):
        def cell(view, label, column):
            return (view, period, group, label, column)

        def rows(view):
            return [r for r in self.rows.get((view, period, group), {}) if r[-1:] != ("totaal",)]

        flow = {name: cell("doorstroom", (), name) for name in FLOW}
        waiting, ended = cell("wachten", (), "wachtlijst"), cell("uitstroom", (), "n")
        before = [cell("samenvatting", (name,), "vorige") for name in FLOW]
        for five in [list(flow.values()), before]:
            if self.has(*five):
                self.equal.append([(c, f) for c, f in zip(five, (1, 1, -1, -1, -1))])
        if self.has(before[4], flow["start"]):
            self.same(before[4], flow["start"])
        for name in FLOW:
            self.same(cell("samenvatting", (name,), "waarde"), flow[name])
        self.same(cell("samenvatting", ("wachtlijst",), "waarde"), waiting)
        self.part(waiting, flow["open"])
        all_of = ("totaal",) if ("totaal",) in self.rows.get(("caseload", period, group), {}) else ()
        columns = ["fase." + c for c in model.codes()] + ["geen_fase"]
        self.sum(cell("caseload", all_of, "totaal"), [cell("caseload", all_of, c) for c in columns])
        self.same(cell("caseload", all_of, "totaal"), flow["open"])
        for column in columns:
            self.part(cell("caseload", all_of, column), flow["open"])
        for row in rows("doorstroom.fase"):
            self.same(cell("caseload", all_of, "fase." + row[0]), cell("doorstroom.fase", row, "open"))
            self.part(cell("doorstroom.fase", row, "open"), flow["open"])
            self.within(cell("doorlooptijd", row, "n"), cell("doorstroom.fase", row, "beeindigd"))
        self.same(ended, flow["uitstroom"])
        self.same(cell("doorlooptijd.traject", (), "n"), ended)
        for column in ("beoordeeld", "met_doelen"):
            self.part(cell("uitstroom", (), column), ended)
        drop = {c: cell("uitstroom.uitval", (), c) for c in ("n", "neutraal", "onbekend", "meegeteld", "uitval",
                                                             "overeenstemming")}
        self.same(drop["n"], ended)
        self.same(drop["uitval"], cell("uitstroom", (), "uitval"))
        self.sum(drop["n"], [drop[c] for c in ("neutraal", "onbekend", "meegeteld")])
        for column, whole in (("neutraal", "n"), ("onbekend", "n"), ("meegeteld", "n"), ("uitval", "meegeteld"),
                              ("overeenstemming", "meegeteld")):
            self.part(drop[column], drop[whole])
        self.part(cell("uitstroom", (), "uitval"), drop["meegeteld"])
        ends = rows("uitstroom.fase")
        for column, all_of, whole in (("n", ended, None), ("meegeteld", drop["meegeteld"], "n"),
                                      ("uitval", drop["uitval"], "meegeteld")):
            self.sum(all_of, [cell("uitstroom.fase", r, column) for r in ends])
            for row in ends:
                self.part(cell("uitstroom.fase", row, column), cell("uitstroom.fase", row, whole) if whole else ended)
        self.more(cell, rows, flow, ended)
        self.same(ended, cell("uitstroom.reden", ("totaal",), "n"))
        reasons = rows("uitstroom.reden")
        lost = [r for r in reasons if r[0] in model.reasons and model.reasons[r[0]].lost]
        self.sum(cell("uitstroom", (), "uitval"), [cell("uitstroom.reden", r, "n") for r in lost])
        for view in ("uitstroom.reden", "uitstroom.landelijk"):
            self.sum(ended, [cell(view, r, "n") for r in rows(view)])
            for row in rows(view):
                self.part(cell(view, row, "n"), ended)
        for row in rows("uitstroom.landelijk"):
            mine = [r for r in reasons if (r[0] in model.reasons and model.reasons[r[0]].national or "-") == row[0]]
            self.sum(cell("uitstroom.landelijk", row, "n"), [cell("uitstroom.reden", r, "n") for r in mine])
        for row in rows("uitgangspunten"):
            self.same(cell("uitgangspunten", row, "n"), flow["open"])
            self.part(cell("uitgangspunten", row, "aantal"), flow["open"])
        teams = {}
        for row in rows("kwaliteit"):
            self.same(cell("kwaliteit", row, "n"), teams.setdefault(row[:-1], cell("kwaliteit", row, "n")))
            self.part(cell("kwaliteit", row, "ontbreekt"), cell("kwaliteit", row, "n"))
            self.part(cell("kwaliteit", row, "n"), flow["open"])
        if teams and self.has(flow["open"]):
            self.least.append([(flow["open"], 1)] + [(n, -1) for n in teams.values()])
        for row in rows("leefgebieden"):
            n = cell("leefgebieden", row, "n")
            self.within(n, flow["open"], flow["uitstroom"])
            self.sum(n, [cell("leefgebieden", row, c) for c in ("omhoog", "gelijk", "omlaag")])
        for column in ("gevraagd", "met_doel", "met_behaald"):
            self.sum(cell("leefgebieden.vraag", ("totaal",), column),
                     [cell("leefgebieden.vraag", r, column) for r in rows("leefgebieden.vraag")])
        for row in self.rows.get(("leefgebieden.vraag", period, group), {}):
            self.within(cell("leefgebieden.vraag", row, "met_behaald"), cell("leefgebieden.vraag", row, "met_doel"))
            if row != ("totaal",):
                self.within(cell("leefgebieden.vraag", row, "gevraagd"), flow["open"], flow["uitstroom"])
                self.part(cell("leefgebieden.vraag", row, "gevraagd"), cell("leefgebieden.vraag", ("totaal",), "gevraagd"))
        for row in self.rows.get(("doelen", period, group), {}):
            self.sum(cell("doelen", row, "totaal"), [cell("doelen", row, c) for c in STANDS])
            for column in STANDS:
                self.part(cell("doelen", row, column), cell("doelen", row, "totaal"))
        for view in ("doelen", "doelen.open"):
            for row in self.rows.get((view, period, group), {}):
                self.sum(cell(view, row, "totaal"), [cell(view, row, c) for c in STANDS])
                for column in STANDS:
                    self.part(cell(view, row, column), cell(view, row, "totaal"))
            for column in STANDS + ("totaal",):
                self.sum(cell(view, ("totaal",), column), [cell(view, r, column) for r in rows(view)])
            for row in rows(view):
                self.part(cell(view, row, "totaal"), cell(view, ("totaal",), "totaal"))
        for (view, column), whole in SHARES.items():
            for row in self.rows.get((view, period, group), {}):
                self.part(cell(view, row, column), cell(view, row, whole))


    def groups(self):
        """All groups together are their sum, or less where somebody is in more of them."""
        parts = {}
        for c in self.truth:
            if c[2] and not together(c[2]):
                parts.setdefault(c[:2] + c[3:], []).append(c)
        for c in self.truth:
            mine = parts.get(c[:2] + c[3:], []) if together(c[2]) else []
            self.sum(c, mine)
            if mine:
                self.within(c, *mine)
            for one in mine:
                self.within(one, c)

    def more(self, cell, rows, flow, ended):
        """What else is a part or a sum of what."""
        again = {c: cell("doorstroom.herhaald", (), c) for c in ("nieuw", "herhaald", "binnen_jaar")}
        self.sum(flow["instroom"], [again["nieuw"], again["herhaald"]])
        for part, whole in (("nieuw", None), ("herhaald", None), ("binnen_jaar", "herhaald")):
            self.part(again[part], again[whole] if whole else flow["instroom"])
        self.sum(flow["niet_geplaatst"], [cell("doorstroom.besluit", r, "n") for r in rows("doorstroom.besluit")])
        for row in rows("doorstroom.besluit"):
            self.part(cell("doorstroom.besluit", row, "n"), flow["niet_geplaatst"])
        self.same(cell("wachten.nu", ("wachtlijst",), "n"), cell("wachten", (), "wachtlijst"))
        for row in rows("wachten.nu"):
            self.part(cell("wachten.nu", row, "n"), flow["open"])
            self.part(cell("wachten.nu", row, "te_lang"), cell("wachten.nu", row, "n"))
        self.same(cell("doorlooptijd.traject", (), "open"), flow["open"])
        for row in rows("doorlooptijd"):
            self.same(cell("doorlooptijd", row, "open"), cell("doorstroom.fase", row, "open"))
            self.part(cell("doorlooptijd", row, "open"), flow["open"])
            self.part(cell("doorlooptijd", row, "open_boven_norm"), cell("doorlooptijd", row, "open"))
        for view, column, whole in (("leefgebieden", "gerapporteerd", None), ("leefgebieden.beeindigd", "uitgestroomd", ended)):
            for row in rows(view):
                if whole:
                    self.same(cell(view, row, column), whole)
                elif self.has(cell(view, row, column)):
                    self.sum(cell(view, row, column), [flow["open"], flow["uitstroom"]])
                self.part(cell(view, row, "n"), cell(view, row, column))
                self.sum(cell(view, row, "n"), [cell(view, row, c) for c in ("omhoog", "gelijk", "omlaag")])
        gas = {c: cell("doelen.gas", (), c) for c in ("doelen", "met_score") + GAS}
        self.same(gas["doelen"], cell("doelen", ("totaal",), "totaal"))
        self.part(gas["met_score"], gas["doelen"])
        self.sum(gas["met_score"], [gas[c] for c in GAS])
        for column in GAS:
            self.part(gas[column], gas["met_score"])
        self.part(cell("doelen", ("totaal",), "zonder_doelen"), ended)
        self.same(cell("krachten.doelen", (), "doelen"), cell("doelen.open", ("totaal",), "totaal"))
        for row in rows("uitgangspunten.afwijkingen") + rows("uitgangspunten.wisselingen"):
            for view in ("uitgangspunten.afwijkingen", "uitgangspunten.wisselingen"):
                self.part(cell(view, row, "aantal"), cell(view, row, "n"))
        held = cell("evaluaties", (), "gehouden")
        self.part(cell("evaluaties", (), "op_tijd"), held)
        for row in rows("evaluaties.oordeel"):
            self.same(cell("evaluaties.oordeel", row, "n"), ended if row == ("uitstroom",) else held)
            self.part(cell("evaluaties.oordeel", row, "beoordeeld"), cell("evaluaties.oordeel", row, "n"))
        have = {c: cell("indicaties", (), c) for c in ("open", "ooit", "geldig", "loopt_af", "geen_geldige")}
        self.same(have["open"], flow["open"])
        self.sum(have["ooit"], [have["geldig"], have["geen_geldige"]])
        for part, whole in (("ooit", "open"), ("geldig", "ooit"), ("geen_geldige", "ooit"), ("loopt_af", "geldig")):
            self.part(have[part], have[whole])
        for row in rows("indicaties.product"):
            for part, whole in (("geldig", have["geldig"]), ("geen_geldige", have["geen_geldige"])):
                self.part(cell("indicaties.product", row, part), whole)
            self.part(cell("indicaties.product", row, "loopt_af"), cell("indicaties.product", row, "geldig"))
        served, traits = cell("doorstroom.bediend", (), "bediend"), rows("kenmerken")
        for row in traits:
            self.part(cell("kenmerken", row, "n"), served)
        ages = [cell("kenmerken", r, "n") for r in traits if r[:1] == ("leeftijdsgroep",)]
        if self.has(served, *ages):
            self.least.append([(a, 1) for a in ages] + [(served, -1)])


def a_person_each(key):
    """Whether a person has, as far as anybody knows, no two of what is counted."""
    return key[0] not in ("doelen", "doelen.open", "doelen.gas", "krachten.doelen", "doorstroom.fase", "doorlooptijd",
                          "uitgangspunten.afwijkingen", "evaluaties", "evaluaties.oordeel") and key[:1] + key[3:4] != ("leefgebieden.vraag", ("totaal",)) \
        or key[0] == "doorstroom.fase" and key[4] == "open"


class Attack:
    """low and high are what each count can be."""

    def __init__(self, truth, seen, relations, least):
        self.truth, self.relations, self.least = truth, relations, least
        self.most = least + 2                   # persons of an x
        self.low, self.high, self.hidden, self.gap = {}, {}, set(), {}
        for c in truth:
            self.low[c], self.high[c] = 0, TOP
            word = self.word(c, seen)
            if word == "x":
                self.hidden.add(c)
                if not a_person_each(c) or not self.told(c, seen):
                    continue
                if c in relations.whole:
                    self.gap[c] = relations.whole[c]
                elif c[3] != ("te_laat",):      # of the clients, whose number is not there
                    self.high[c] = self.most
            else:
                self.low[c], self.high[c] = max(word[0], self.most + 1), word[1]
        # The number of a team stands in each of its lines.
        teams = {c[:3] + c[3][:-1] for c in truth if c[0] == "kwaliteit" and c[4] == "n" and c not in self.hidden}
        self.hidden -= {c for c in truth if c[0] == "kwaliteit" and c[4] == "n" and c[:3] + c[3][:-1] in teams}
        for (view, column), (of, times) in TOLD.items():
            for c in [c for c in truth if c[0] == view and c[4] == of and c not in self.hidden and not together(c[2])]:
                if seen.get(c[:4] + (column,)) != "x":
                    self.low[c] = max(self.low[c], times * least)
                elif truth[c] < times * least:
                    self.high[c] = min(self.high[c], times * least - 1)
        holds = [(r, True) for r in relations.equal if self.value(r) == 0]
        holds += [(r, False) for r in relations.least if self.value(r) >= 0]
        self.holds = [(r, equal, 0) for r, equal in holds]
        self.holds += [([(w, 1), (c, -1)], False, self.most + 1) for c, w in relations.whole.items()
                       if c not in self.hidden and a_person_each(c)]
        # Who attacks knows of the few who have two of something.
        for c in self.hidden:
            if truth[c] > self.high[c]:
                self.high[c] = TOP
            if c in self.gap and min(truth[c], truth[self.gap[c]] - truth[c]) > self.most:
                del self.gap[c]
        self.holds = [h for h in self.holds if self.value(h[0]) >= h[2]]

    @staticmethod
    def told(c, seen):
        """Whether what is not there says that it is an x: no other rule left it out."""
        if c[2:3] != ((),) and (c[4] == "vorige" or ("doorstroom", c[1], c[2], (), "open") not in seen):
            return (c[0], c[4]) in (("doorstroom", "open"), ("uitstroom", "n"))
        return c in seen or (c[0], c[4]) != ("kwaliteit", "n")

    def value(self, relation):
        return sum(f * self.truth[c] for c, f in relation)

    def word(self, c, seen):
        """x, or what the printed count can be."""
        if (c[0], c[4]) in SHARES:
            share, of = seen.get(c, "x"), seen.get(c[:4] + (SHARES[c[0], c[4]],), "x")
            if share in ("x", "") or of == "x":
                return "x"
            of, share, can = int(of), int(share), []
            for n in range(0, 100 * of + 1, 5):
                if of >= n > 0 and (200 * n + of) // (2 * of) == share:
                    can.append(n)
            return (can[0] - 2, can[-1] + 2)
        word = seen.get(c, "x")
        return "x" if word in ("x", "") else (int(word) - 2, int(word) + 2)

    def narrow(self, c, low, high):
        if c in self.gap:
            edge = self.low[self.gap[c]] - self.most
            if max(low, self.low[c]) > self.most:
                low = max(low, edge)
            if min(high, self.high[c]) < edge:
                high = min(high, self.most)
        if low <= self.low[c] and high >= self.high[c]:
            return False
        self.low[c], self.high[c] = max(low, self.low[c]), min(high, self.high[c])
        return True

    def hold(self, relation, equal, least):
        """Narrows by: the sum is `least` or more, or just that. Factors are 1 and -1."""
        top = sum(self.high[c] if f > 0 else -self.low[c] for c, f in relation)
        bottom = sum(self.low[c] if f > 0 else -self.high[c] for c, f in relation)
        changed = False
        for c, f in relation:
            low, high = self.low[c], self.high[c]
            if f > 0:
                changed |= self.narrow(c, least - top + high, least - bottom + low if equal else high)
            else:
                changed |= self.narrow(c, bottom + high - least if equal else low, top + low - least)
        return changed

    def run(self):
        """The counts that are not printed and can have one value only; nothing where what was taken contradicts itself."""
        for _ in range(100):
            changed = any([self.hold(*relation) for relation in self.holds])
            if any(self.low[c] > self.high[c] for c in self.truth):
                self.hidden = set()
            elif changed:
                continue
            break
        return [c for c in self.truth if c in self.hidden and self.low[c] == self.high[c]]


def equal_values(seen):
    """Means that can only be of values that are all the least, or all the most, that there is."""
    found = []
    for c, word in seen.items():
        if c[4] not in ("tevredenheid", "eerste", "laatste") or c[0] == "samenvatting" or word in ("", "x"):
            continue
        n = int(seen[c[:4] + ("beoordeeld" if c[4] == "tevredenheid" else "n",)])
        mean = int(word.replace(".", ""))               # in tenths; the sum is off by less than n halves of a tenth
        if mean in (10, 100 if c[4] == "tevredenheid" else 50) and (n + 2) < 20:
            found.append(c)
    return found


def main():
    build, seed, runs, path = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    with open(path, encoding="utf-8") as f:
        model = Model(f.read())
    naive = sys.argv[5:] == ["naive"]
    hidden = zero = bad = wrong = printed = 0
    narrowest = TOP
    for n in range(runs):
        r = random.Random("%s/%d" % (seed, n))
        text = "".join(histories.dossier("%s-%d" % (seed, n), i, model) for i in range(r.choice([30, 60, 120, 300])))
        least, fields, periods = r.choice([5, 5, 10]), r.choice(GROUPS), r.choice(PERIODS)
        words = [build + "/bin/fasen-report", "-m", path, "-T", "tsv", "--today=2027-03-01"]
        words += ["--group=" + fields] * (fields != "") + ["--period=" + p for p in periods]
        with tempfile.NamedTemporaryFile(suffix=".rec") as f:
            f.write(text.encode())
            f.flush()
            plain, seen = (read(subprocess.run(words + more + [f.name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
                                .stdout.decode(), fields.split(",") if fields else [])
                           for more in ([], ["--min-cell=%d" % least]))
        truth = truth_of(plain)
        attack = Attack(truth, seen, Relations(truth, model), least)
        if naive:
            attack.hidden, attack.gap = {c for c in truth if 0 < truth[c] < least}, {}
            attack.holds = [h for h in attack.holds if h[2] == 0]
            for c in truth:
                attack.low[c], attack.high[c] = (1, least - 1) if c in attack.hidden else (truth[c], truth[c])
        found = attack.run()
        wrong += any(not attack.low[c] <= truth[c] <= attack.high[c] for c in truth)
        hidden += len(attack.hidden)
        narrowest = min([narrowest] + [attack.high[c] - attack.low[c] + 1 for c in attack.hidden])
        printed += len(truth) - len(attack.hidden)
        for c in found:
            if attack.low[c] == truth[c]:
                zero += truth[c] == 0
                bad += truth[c] > 0
                print("run %d, N=%d: pinned: %s = %d" % (n, least, c, truth[c]))
        for c in equal_values(seen):
            bad += 1
            print("run %d, N=%d: of equal values: %s" % (n, least, c))
    print("%d sets, %d counts printed, %d not, %d pinned, %d pinned as 0, the narrowest with %d values, %d misled"
          % (runs, printed, hidden, bad, zero, narrowest, wrong))
    sys.exit(1 if bad or zero else 0)


main()
