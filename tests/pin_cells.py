"""Tries to work out what fasen-report --min-cell withholds.

usage: pin_cells.py make SEED GROUPS >part      a partial report with random tables, one set a group
       pin_cells.py attack LEAST OPEN HIDDEN    the tables as tsv, whole and withheld: says what can be pinned
       pin_cells.py closely LEAST OPEN HIDDEN   the same, knowing also which counts are part of others
       pin_cells.py naive LEAST OPEN            the same when only the small counts themselves are withheld

The attack knows the definitions in fasen-report(1) and that a withheld count is at least 1: a linear programme
for the least and the most that each may be.
"""
import random
import sys

STANDS = ["open", "bezig", "behaald", "deels", "gestopt"]
DOMAINS = ["zingeving", "wonen", "financien", "relaties", "lichamelijk", "psychisch", "werk"]
PHASES = ["aanmelding", "intake", "opstart", "analyse", "planning", "uitvoering", "evaluatie", "uitstroom"]
REASONS = ["volgens-plan", "tijdelijk-gestopt", "eenzijdig-client", "eenzijdig-aanbieder", "overeenstemming",
           "verhuisd", "initiatief-gemeente", "wijziging", "andere-aanbieder", "ander-domein", "overleden"]
PERIOD = "2026-Q1"


def number(r, most):
    return r.choice([0, 0, 1, 2, 3, 5, 8, 9, 10, 11, r.randint(1, most)])


def make(seed, groups):
    r = random.Random(seed)
    lines = []
    for g in range(groups):
        name = "g%03d" % g

        def put(measure, row, column, n, value=0):
            if n:
                lines.append((measure, PERIOD, name, row, column, value, n))

        some = r.sample(DOMAINS, r.randint(1, 7))
        for domain in some:
            for stand in r.sample(STANDS, r.randint(1, 5)):
                put("doel", domain, stand, number(r, 40))
        load = 0
        for worker in range(r.randint(1, 6)):
            for phase in r.sample(PHASES, r.randint(1, 5)):
                n = number(r, 30)
                load += n
                put("caseload", "w%d" % worker, phase, n)
        put("open", "", "", load)
        left = load
        for team in range(r.randint(1, 4)):
            n = min(left, number(r, 40))
            put("team", "t%d" % team, "", n)
            left -= n
        put("team", "-", "", left)
        for principle in ["leefgebieden", "krachten", "plan-akkoord", "wederkerigheid", "eigen-werkpunten"]:
            put("uitgangspunt", principle, "", r.randint(0, load))
        months = ["2026-01", "2026-02", "2026-03"]
        total = {}
        for way in ["in", "uit", "niet"]:
            total[way] = 0
            for month in months:
                n = number(r, 20)
                total[way] += n
                put("maand." + way, month, "", n)
            put(way, "", "", total[way])
        start = load + total["uit"] + total["niet"] - total["in"]
        if start < 0:
            lines[:] = [l for l in lines if l[2] != name]
            continue
        put("start", "", "", start)
        left = total["uit"]
        for reason in r.sample(REASONS, r.randint(1, 6)):
            n = min(left, number(r, 12))
            put("reden", reason, "", n)
            left -= n
        put("reden", "-", "", left)
        put("traject", "", "", total["uit"], 100)
    return lines


class Tables:
    """The counts of a tsv report, by table, group, row and column."""

    def __init__(self, path):
        self.cells, self.rows, head = {}, {}, None
        for line in open(path):
            words = line.rstrip("\n").split("\t")
            if words == [""]:
                head = None
            elif head is None:
                head = words
            else:
                row = dict(zip(head, words))
                group = words[2] if head[2] not in LABELS + COUNTS + ["fase", "wachttijd", "mediaan"] else ""
                group = words[1] + " " + group
                label = "/".join(row[c] for c in head if c in LABELS)
                for column in head:
                    if (column in COUNTS or column.startswith("fase.")) and row[column] not in ("ja", "nee"):
                        self.cells[row["view"], group, label, column] = row[column]
                if row["view"] == "samenvatting" and label in COUNTS[:6]:
                    self.cells["samenvatting", group, label, "waarde"] = row["waarde"]
                self.rows.setdefault((row["view"], group), []).append(label)


LABELS = ["cijfer", "maand", "fase", "wachttijd", "begeleider", "leefgebied", "reden", "landelijk", "uitgangspunt", "team", "gegeven"]
COUNTS = ["start", "instroom", "uitstroom", "niet_geplaatst", "open", "wachtlijst", "geen_fase", "totaal", "gevraagd", "bezig",
          "behaald", "deels", "gestopt", "n", "aantal", "ontbreekt", "uitval", "begonnen", "beeindigd",
          "beoordeeld", "met_doelen"]


def equations(t, group):
    """Lists of (cell, factor) that add up to 0, as fasen-report(1) defines the tables; None = a rest of 0 or more."""
    made = []

    def cell(view, row, column):
        return (view, group, row, column)

    def equal(one, *others):
        made.append([(one, -1)] + [(o, 1) for o in others])

    def rows(view):
        return [x for x in t.rows.get((view, group), []) if x != "totaal"]

    flow = {c: cell("doorstroom", "", c) for c in ["start", "instroom", "uitstroom", "niet_geplaatst", "open"]}
    made.append([(flow["start"], 1), (flow["instroom"], 1), (flow["uitstroom"], -1), (flow["niet_geplaatst"], -1),
                 (flow["open"], -1)])
    for name in flow:
        equal(cell("samenvatting", name, "waarde"), flow[name])
    for name in ["instroom", "uitstroom", "niet_geplaatst"]:
        equal(flow[name], *[cell("doorstroom.maand", m, name) for m in rows("doorstroom.maand")])
    phases = ["fase." + p for p in PHASES] + ["geen_fase"]
    for view, columns in [("caseload", phases), ("doelen", STANDS)]:
        for row in rows(view) + ["totaal"]:
            equal(cell(view, row, "totaal"), *[cell(view, row, c) for c in columns])
        for column in columns + ["totaal"]:
            equal(cell(view, "totaal", column), *[cell(view, r, column) for r in rows(view)])
    for phase in PHASES:
        equal(cell("doorstroom.fase", phase, "open"), cell("caseload", "totaal", "fase." + phase))
    equal(flow["open"], cell("caseload", "totaal", "totaal"))
    for row in rows("uitgangspunten"):
        equal(flow["open"], cell("uitgangspunten", row, "n"))
    equal(cell("uitstroom.reden", "totaal", "n"), *[cell("uitstroom.reden", r, "n") for r in rows("uitstroom.reden")])
    equal(flow["uitstroom"], cell("uitstroom.reden", "totaal", "n"))
    equal(flow["uitstroom"], *[cell("uitstroom.landelijk", r, "n") for r in rows("uitstroom.landelijk")])
    for row, code in [("volgens-plan", "19"), ("eenzijdig-client", "21"), ("overleden", "02"), ("-", "-")]:
        if cell("uitstroom.reden", row, "n") in t.cells:
            equal(cell("uitstroom.reden", row, "n"), cell("uitstroom.landelijk", code, "n"))
    equal(cell("uitstroom", "", "n"), flow["uitstroom"])
    equal(cell("doorlooptijd.traject", "", "n"), flow["uitstroom"])
    for row in rows("kwaliteit"):
        made.append([(cell("kwaliteit", row, "n"), 1), (cell("kwaliteit", row, "ontbreekt"), -1), (None, -1)])
    for row in rows("uitgangspunten"):
        made.append([(flow["open"], 1), (cell("uitgangspunten", row, "aantal"), -1), (None, -1)])
    for row in rows("leefgebieden.vraag"):
        made.append([(flow["open"], 1), (flow["uitstroom"], 1), (cell("leefgebieden.vraag", row, "gevraagd"), -1),
                     (None, -1)])
    equal(cell("leefgebieden.vraag", "totaal", "gevraagd"),
          *[cell("leefgebieden.vraag", r, "gevraagd") for r in rows("leefgebieden.vraag")])
    for phase in PHASES:
        made.append([(cell("doorstroom.fase", phase, "beeindigd"), 1), (cell("doorlooptijd", phase, "n"), -1), (None, -1)])
    made.append([(flow["uitstroom"], 1), (cell("uitstroom", "", "beoordeeld"), -1), (None, -1)])
    made.append([(flow["uitstroom"], 1), (cell("uitstroom", "", "met_doelen"), -1), (None, -1)])
    made.append([(flow["open"], 1), (cell("wachten", "", "wachtlijst"), -1), (None, -1)])
    equal(cell("samenvatting", "wachtlijst", "waarde"), cell("wachten", "", "wachtlijst"))
    return [e for e in made if all(c is None or c in t.cells for c, _ in e)]


def extreme(rows, right, n, objective):
    """The most of objective . y for A y = b, y >= 0, and y: simplex in two phases, Bland's rule."""
    m = len(rows)
    table = [list(row) + [1.0 if i == j else 0.0 for j in range(m)] + [b] for i, (row, b) in enumerate(zip(rows, right))]
    for row in table:
        if row[-1] < 0:
            for k in range(n):
                row[k] = -row[k]
            row[-1] = -row[-1]
    basis = [n + i for i in range(m)]

    def run(cost, columns):
        while True:
            price = cost[:]
            for i, b in enumerate(basis):
                if price[b]:
                    f = price[b]
                    for k, x in enumerate(table[i]):
                        if x:
                            price[k] -= f * x
            enter = next((k for k in range(columns) if price[k] > 1e-9), None)
            if enter is None:
                return True
            leave, least = None, None
            for i in range(m):
                if table[i][enter] > 1e-9:
                    ratio = table[i][-1] / table[i][enter]
                    if least is None or ratio < least - 1e-12 or (ratio < least + 1e-12 and basis[i] < basis[leave]):
                        leave, least = i, ratio
            if leave is None:
                return False
            one = table[leave][enter]
            table[leave] = [x / one for x in table[leave]]
            for i in range(m):
                if i != leave and table[i][enter]:
                    f = table[i][enter]
                    table[i] = [x - f * y if y else x for x, y in zip(table[i], table[leave])]
            basis[leave] = enter

    run([0.0] * n + [-1.0] * m + [0.0], n + m)
    bounded = run(objective + [0.0] * m + [0.0], n)
    y = [0.0] * n
    for i, b in enumerate(basis):
        if b < n:
            y[b] = table[i][-1]
    return y, bounded


def attack(t, whole, group, closely):
    """The withheld counts of the group that can have one value only."""
    unknown = sorted(c for c, v in t.cells.items() if c[1] == group and v == "x")
    where = {c: i for i, c in enumerate(unknown)}
    n = len(unknown)
    rows, right = [], []
    all_equations = [e for e in equations(t, group) if closely or all(c is not None for c, _ in e)]
    size = n + sum(c is None for e in all_equations for c, _ in e)
    rests = size
    for e in all_equations:
        row, b = [0.0] * size, 0.0
        for c, factor in e:
            if c is None:
                rests -= 1
                row[rests] = factor
            elif c in where:
                row[where[c]] += factor
                b -= factor                      # a withheld count is 1 + y, y >= 0
            else:
                b -= factor * float(t.cells[c])
        if any(row):
            rows.append(row)
            right.append(b)
    truth = [int(whole.cells[c]) for c in unknown]
    free, pinned = set(), []
    for i in range(n):
        for sign in (1.0, -1.0):
            if i in free:
                break
            objective = [0.0] * size
            objective[i] = sign
            y, bounded = extreme(rows, right, size, objective)
            if not bounded:
                free.add(i)
            free.update(k for k in range(n) if abs(1 + y[k] - truth[k]) > 1 - 1e-6)
        if i not in free:
            pinned.append("%s=%d" % ("/".join(unknown[i]), truth[i]))
    return n, pinned


def main():
    what = sys.argv[1]
    if what == "make":
        lines = sorted(make(int(sys.argv[2]), int(sys.argv[3])))
        sys.stdout.write("".join("%s\t%s\t%s\t%s\t%s\t%d\t%d\n" % l for l in lines))
        sys.stdout.write("einde\t%d\n" % len(lines))
        return
    least, whole = int(sys.argv[2]), Tables(sys.argv[3])
    hidden = Tables(sys.argv[-1])
    if what == "naive":
        hidden.cells = {c: "x" if 0 < int(v or 0) < least else v for c, v in whole.cells.items()}
    groups = sorted({c[1] for c in whole.cells})
    counts = [0, 0]
    for group in groups:
        n, pinned = attack(hidden, whole, group, what == "closely")
        counts[0] += n
        counts[1] += len(pinned)
        if what != "naive":
            for p in pinned:
                print("pinned:", p)
    for c, v in whole.cells.items():
        if what != "naive" and v and 0 < int(v) < least and hidden.cells[c] != "x":
            print("shown:", c, v)
        if what != "naive" and v == "0" and hidden.cells[c] != "0":
            print("zero withheld:", c)
    print("%d groups, %d withheld, %d pinned" % (len(groups), counts[0], counts[1]))


if __name__ == "__main__":
    main()
