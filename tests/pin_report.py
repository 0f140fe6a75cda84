"""Tries to work out what fasen-report --min-cell withholds of real dossiers, from all tables of a run together.

usage: pin_report.py BUILD SEED RUNS MODEL [naive]

Each run has its own random histories, periods side by side, groups and threshold. The attack knows the definitions of
fasen-report(1): sums, what is part of what, what shares are of, and that a withheld count is at least 1. By linear
programmes it asks for each withheld number whether it can be another. Says what is pinned; exits with 1 when something
is. naive: as if only the small numbers themselves were withheld.
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
from figures import STANDS              # noqa: E402
from fold import FINISHED               # noqa: E402
from model import Model                 # noqa: E402
from pin_cells import extreme           # noqa: E402
from tables import TABLES               # noqa: E402

FLOW = ["start", "instroom", "uitstroom", "niet_geplaatst", "open"]
PERIODS = [[], ["2026"], ["2026-Q1", "2026-Q2"], ["2026-Q2", "2026-04", "2026-05", "2026-06"], ["2025", "2026-Q3"],
           ["2026-W14", "2026-W15"]]
GROUPS = ["", "", "team", "begeleider", "doelgroep"]
NAMED = {table: named for table, named, _ in TABLES}
# Shares with a part that is no column: the column of what they are of.
PARTS = {("doorlooptijd", "boven_norm"): "n", ("leefgebieden", "omhoog"): "n", ("leefgebieden", "gelijk"): "n",
         ("leefgebieden", "omlaag"): "n", ("leefgebieden.vraag", "met_doel"): "gevraagd",
         ("leefgebieden.vraag", "met_behaald"): "gevraagd", ("uitstroom", "doelen_klaar"): "met_doelen"}
COUNTS = set(FLOW) | set(STANDS) | {"begonnen", "beeindigd", "wachtlijst", "n", "geen_fase", "totaal", "gevraagd",
                                    "uitval", "beoordeeld", "met_doelen", "aantal", "ontbreekt"}
SUMMED = FLOW + ["wachtlijst", "te_laat"]


def read(text, groups):
    """The numbers by (view, periode, group, row, column), and those that the report says as shares of others."""
    cells, shares, head = {}, {}, None
    for line in text.split("\n"):
        words = line.split("\t")
        if words == [""]:
            head = None
            continue
        if head is None:
            head = words
            continue
        row = dict(zip(head, words))
        view, of = row["view"], tuple(row[g] for g in groups)
        label = tuple(row[name] for name in NAMED[view] if name not in groups)
        for column in head[2 + len(groups):]:
            key = (view, row["periode"], of, label, column)
            if view == "samenvatting":
                if label[0] in SUMMED and column in ("waarde", "vorige") and row[column]:
                    cells[key] = row[column]
                continue
            if (column in COUNTS or column.startswith("fase.")) and row[column] not in ("ja", "nee", ""):
                cells[key] = row[column]
            elif view == "doelen" and column == "realisatie":
                cells[key[:4] + ("klaar",)] = "x" if row[column] == "x" else row[column] and "="
            elif (view, column) in PARTS and row[column]:
                shares[key] = (row[column], key[:4] + (PARTS[view, column],))
    return cells, shares


class Merging:
    """Cells that must be equal are one."""

    def __init__(self, relations, truth):
        self.root = {c: c for c in truth}
        for relation, equal in relations:
            if equal and len(relation) == 2 and sorted(f for _, f in relation) == [-1, 1]:
                self.root[self.find(relation[0][0])] = self.find(relation[1][0])

    def find(self, c):
        while self.root[c] != c:
            self.root[c] = self.root[self.root[c]]
            c = self.root[c]
        return c

    def apply(self, relations):
        made = {}
        for relation, equal in relations:
            sums = {}
            for c, f in relation:
                sums[self.find(c)] = sums.get(self.find(c), 0) + f
            kept = tuple(sorted((c, f) for c, f in sums.items() if f))
            if kept:
                made[kept, equal] = None
        return list(made)


class Relations:
    """Equations and inequalities between cells: lists of (cell, factor) with sum 0, or at least 0."""

    def __init__(self, cells, model):
        self.cells, self.equal, self.least = cells, [], []
        self.rows = {}
        for view, period, group, label, _ in cells:
            rows = self.rows.setdefault((view, period, group), [])
            if label not in rows:
                rows.append(label)
        places = sorted({(p, g) for _, p, g, _, _ in cells})
        for period, group in places:
            self.of(period, group, model)
        for one, other in {(a, b) for a, g in places for b, h in places if a < b}:
            for group in {g for _, g in places}:
                for month, in self.rows.get(("doorstroom.maand", one, group), []):
                    for column in FLOW[1:4]:
                        self.same(("doorstroom.maand", one, group, (month,), column),
                                  ("doorstroom.maand", other, group, (month,), column))

    def has(self, *cells):
        return all(c in self.cells for c in cells)

    def sum(self, one, others):
        if others and self.has(one, *others):
            self.equal.append([(one, -1)] + [(o, 1) for o in others])

    def same(self, one, other):
        self.sum(one, [other])

    def within(self, part, *wholes):
        if self.has(part, *wholes):
            self.least.append([(w, 1) for w in wholes] + [(part, -1)])

    def of(self, period, group, model):
        def cell(view, label, column):
            return (view, period, group, label, column)

        def rows(view):
            return [r for r in self.rows.get((view, period, group), []) if r[-1:] != ("totaal",)]

        flow = {name: cell("doorstroom", (), name) for name in FLOW}
        if self.has(*flow.values()):
            self.equal.append([(flow[n], f) for n, f in zip(FLOW, (1, 1, -1, -1, -1))])
        for name in FLOW + ["wachtlijst"]:
            self.same(cell("samenvatting", (name,), "waarde"), flow.get(name, cell("wachten", (), "wachtlijst")))
        before = [cell("samenvatting", (name,), "vorige") for name in FLOW]
        if self.has(*before):
            self.equal.append([(c, f) for c, f in zip(before, (1, 1, -1, -1, -1))])
            self.same(before[4], flow["start"])
        for name in FLOW[1:4]:
            self.sum(flow[name], [cell("doorstroom.maand", r, name) for r in rows("doorstroom.maand")])
        self.within(cell("wachten", (), "wachtlijst"), flow["open"])
        columns = ["fase." + c for c in model.codes()] + ["geen_fase"]
        for view, columns in (("caseload", columns), ("doelen", list(STANDS))):
            every = [r for r in self.rows.get((view, period, group), [])]
            for row in every:
                if view == "doelen":
                    self.sum(cell(view, row, "klaar"), [cell(view, row, c) for c in FINISHED])
                self.sum(cell(view, row, "totaal"), [cell(view, row, c) for c in columns])
            if rows(view) != every:
                for column in columns + ["totaal"]:
                    self.sum(cell(view, ("totaal",), column), [cell(view, r, column) for r in rows(view)])
        whole = ("totaal",) if ("totaal",) in self.rows.get(("caseload", period, group), []) else ()
        self.same(cell("caseload", whole, "totaal"), flow["open"])
        for phase in model.codes():
            self.same(cell("caseload", whole, "fase." + phase), cell("doorstroom.fase", (phase,), "open"))
        for row in rows("doorstroom.fase"):
            self.within(cell("doorlooptijd", row, "n"), cell("doorstroom.fase", row, "beeindigd"))
            self.within(cell("doorstroom.fase", row, "open"), flow["open"])
            self.within(cell("doorlooptijd", row, "boven_norm"), cell("doorlooptijd", row, "n"))
        ended = cell("uitstroom", (), "n")
        self.same(ended, flow["uitstroom"])
        self.same(cell("doorlooptijd.traject", (), "n"), ended)
        for column in ("uitval", "beoordeeld", "met_doelen"):
            self.within(cell("uitstroom", (), column), ended)
        self.within(cell("uitstroom", (), "doelen_klaar"), cell("uitstroom", (), "met_doelen"))
        reasons = rows("uitstroom.reden")
        self.sum(ended, [cell("uitstroom.reden", r, "n") for r in reasons])
        self.same(ended, cell("uitstroom.reden", ("totaal",), "n"))
        lost = [r for r in reasons if model.reasons.get(r[0], (False, ""))[0]]
        self.sum(cell("uitstroom", (), "uitval"), [cell("uitstroom.reden", r, "n") for r in lost])
        for row in rows("uitstroom.landelijk"):
            mine = [r for r in reasons if (model.reasons.get(r[0], (False, ""))[1] or "-") == row[0]]
            self.sum(cell("uitstroom.landelijk", row, "n"), [cell("uitstroom.reden", r, "n") for r in mine])
        for row in rows("uitgangspunten"):
            self.same(cell("uitgangspunten", row, "n"), flow["open"])
            self.within(cell("uitgangspunten", row, "aantal"), flow["open"])
        teams = {}
        for row in rows("kwaliteit"):
            self.within(cell("kwaliteit", row, "ontbreekt"), cell("kwaliteit", row, "n"))
            self.same(cell("kwaliteit", row, "n"), teams.setdefault(row[:-1], cell("kwaliteit", row, "n")))
        if teams and self.has(flow["open"]):
            self.least.append([(flow["open"], 1)] + [(n, -1) for n in teams.values()])
        for row in rows("leefgebieden"):
            n = cell("leefgebieden", row, "n")
            self.within(n, flow["open"], flow["uitstroom"])
            self.sum(n, [cell("leefgebieden", row, c) for c in ("omhoog", "gelijk", "omlaag")])
        asked = rows("leefgebieden.vraag")
        for column in ("gevraagd", "met_doel", "met_behaald"):
            self.sum(cell("leefgebieden.vraag", ("totaal",), column),
                     [cell("leefgebieden.vraag", r, column) for r in asked])
        for row in asked + [("totaal",)]:
            self.within(cell("leefgebieden.vraag", row, "met_doel"), cell("leefgebieden.vraag", row, "gevraagd"))
            self.within(cell("leefgebieden.vraag", row, "met_behaald"), cell("leefgebieden.vraag", row, "met_doel"))
        for row in asked:
            self.within(cell("leefgebieden.vraag", row, "gevraagd"), flow["open"], flow["uitstroom"])


def value(cells, relation):
    return sum(f * cells[c] for c, f in relation)


def parts(unknown, relations):
    """Withheld cells that hang together, with the relations between them."""
    root = {c: c for c in unknown}

    def find(c):
        while root[c] != c:
            root[c] = root[root[c]]
            c = root[c]
        return c

    for relation, _ in relations:
        some = [c for c, _ in relation if c in root]
        for c in some[1:]:
            root[find(c)] = find(some[0])
    groups = {}
    for c in unknown:
        groups.setdefault(find(c), ([], []))[0].append(c)
    for one in relations:
        some = next((c for c, _ in one[0] if c in root), None)
        if some is not None:
            groups[find(some)][1].append(one)
    return list(groups.values())


def pinned(unknown, relations, shown, truth, bottom):
    """Those of the withheld cells of one part that can have one value only; that nothing is a part is no secret."""
    where = {c: i for i, c in enumerate(unknown)}
    slack = sum(not equal for _, equal in relations)
    n, rows, right, at = len(unknown), [], [], 0
    for relation, equal in relations:
        row, b = [0.0] * (n + slack), 0.0
        for c, f in relation:
            if c in where:
                row[where[c]] += f
                b -= f * bottom[c]               # a withheld number is its bottom + y, y >= 0
            else:
                b -= f * shown[c]
        if not equal:
            row[n + at] = -1.0
            at += 1
        rows.append(row)
        right.append(b)
    free, found = set(), []

    def ask(objective):
        y, bounded = extreme(rows, right, n + slack, objective + [0.0] * slack)
        free.update(k for k in range(n) if abs(bottom[unknown[k]] + y[k] - truth[unknown[k]]) > 1 - 1e-6)
        return bounded

    for sign in (1.0, -1.0):            # most are free at once
        ask([sign] * n)
        ask([sign * (-1) ** k for k in range(n)])
    for i in range(n):
        for sign in (1.0, -1.0):
            if i not in free and not ask([sign if k == i else 0.0 for k in range(n)]):
                free.add(i)
        if i not in free:
            found.append(unknown[i])
    return [c for c in found if truth[c] > 0 and c[4] != "klaar"]


def attack(plain, hidden, groups, model, least, naive):
    """(how many cells are withheld, what is wrong) for the tables without and with --min-cell."""
    cells, shares = read(plain, groups)
    after, after_shares = read(hidden, groups)
    wrong = []
    if naive:
        after = {c: "x" if v.isdigit() and 0 < int(v) < least else v for c, v in cells.items()}
    truth = {c: int(v) for c, v in cells.items() if c[4] != "klaar"}
    seen = {c: None if v == "x" else int(v) for c, v in after.items() if c[4] != "klaar"}
    for c in [c for c, v in cells.items() if v == "=" and c[4] == "klaar"]:     # realisatie tells what it is of
        truth[c] = sum(truth[c[:4] + (stand,)] for stand in FINISHED)
        seen[c] = None if after[c] == "x" or naive and 0 < truth[c] < least else truth[c]
    for c, (share, of) in shares.items():
        truth[c] = (int(share.replace(".", "")) * truth[of] + 500) // 1000
        seen[c] = None if after_shares[c][0] == "x" or naive and 0 < truth[c] < least else truth[c]
        if seen[c] is not None and 0 < truth[c] < least:
            wrong.append("a share tells a small part: %s" % (c,))
    for c in truth:
        if seen[c] is not None and 0 < truth[c] < least:
            wrong.append("shown: %s" % (c,))
        if seen[c] is None and truth[c] == 0 and c not in shares and c[4] != "klaar":
            wrong.append("zero withheld: %s" % (c,))
    made = Relations(truth, model)
    holds = [(r, True) for r in made.equal if value(truth, r) == 0]
    holds += [(r, False) for r in made.least if value(truth, r) >= 0]
    merged = Merging(holds, truth)
    holds = merged.apply(holds)
    known = {merged.find(c): v for c, v in seen.items() if v is not None}
    some = [c for c in truth if seen[c] is None and merged.find(c) in known and truth[c] > 0]
    wrong += ["the same as one that is shown: %s" % (c,) for c in some]
    withheld = sum(seen[c] is None for c in truth)
    unknown = [c for c in truth if merged.find(c) == c and c not in known]
    seen = known
    bottom = {c: 0 if c in shares or c[4] == "klaar" else 1 for c in unknown}      # a count of 0 is shown, a share of nothing is not
    for some, relations in parts(unknown, holds):
        wrong += ["pinned: %s = %d" % (c, truth[c]) for c in pinned(some, relations, seen, truth, bottom)]
    return withheld, wrong


def main():
    build, seed, runs, path = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    with open(path, encoding="utf-8") as f:
        model = Model(f.read())
    naive = sys.argv[5:] == ["naive"]
    withheld = bad = 0
    for n in range(runs):
        r = random.Random("%s/%d" % (seed, n))
        text = "".join(histories.dossier("%s-%d" % (seed, n), i, model) for i in range(r.choice([15, 40, 120])))
        least, fields, periods = r.choice([2, 3, 5, 10]), r.choice(GROUPS), r.choice(PERIODS)
        fields = fields if len(periods) < 3 else ""
        words = [build + "/bin/fasen-report", "-m", path, "-T", "tsv", "--today=2026-11-01", "--group=" + fields]
        words = [w for w in words if w != "--group="] + ["--period=" + p for p in periods]
        with tempfile.NamedTemporaryFile(suffix=".rec") as f:
            f.write(text.encode())
            f.flush()
            plain, hidden = (subprocess.run(words + more + [f.name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
                             .stdout.decode() for more in ([], ["--min-cell=%d" % least]))
        count, wrong = attack(plain, hidden, [fields] if fields else [], model, least, naive)
        withheld += count
        bad += len(wrong)
        for line in wrong[:5]:
            print("run %d, %s --min-cell=%d: %s" % (n, " ".join(words[5:]), least, line))
    print("%d runs, %d numbers withheld, %d wrong" % (runs, withheld, bad))
    sys.exit(1 if bad or not withheld else 0)


main()
