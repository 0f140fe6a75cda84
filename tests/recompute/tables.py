# SPDX-License-Identifier: ISC
"""Makes tables of figures, by fasen-report(1): which rows and columns there are, in what order, and how they read."""
from dates import first_of, shown
from fold import DECLINED
from outcome import GAS, STANDS
from practice import PRINCIPLES
from rec import KINDS
from words import together_with

COUNT, SHARE, MEAN, MIDDLE, HIGH, MOST, EXPECT = "count", "share", "mean", "median", "p90", "maximum", "expected"
NUMBERS = [("n", COUNT), ("mediaan", MIDDLE), ("p90", HIGH)]
FLOW = ["start", "instroom", "uitstroom", "niet_geplaatst", "open"]
SUMMARY = ([(name, "doorstroom", (), name, COUNT) for name in FLOW]
           + [("wachtlijst", "wachten", (), "wachtlijst", COUNT),
              ("doorlooptijd", "doorlooptijd.traject", (), "mediaan", MIDDLE),
              ("uitval", "uitstroom", (), "uitval_aandeel", SHARE),
              ("realisatie", "doelen", ("totaal",), "realisatie", SHARE),
              ("tevredenheid", "uitstroom", (), "tevredenheid", MEAN),
              ("te_laat", "samenvatting", ("te_laat",), "waarde", COUNT),
              ("te_laat_gesloten", "samenvatting", ("te_laat_gesloten",), "waarde", COUNT),
              ("bediend", "doorstroom.bediend", (), "bediend", COUNT),
              ("plaatsing", "wachten.duur", ("aanmelding",), "mediaan", MIDDLE),
              ("verwacht", "doorlooptijd.traject", (), "verwacht", EXPECT)])


def counts(*names):
    return [(name, COUNT) for name in names]


SCORED = [("n", COUNT), ("eerste", MEAN), ("laatste", MEAN), ("omhoog", SHARE), ("gelijk", SHARE), ("omlaag", SHARE)]

OVERVIEW = ["instroom", "uitstroom", "open", "wachtlijst", "plaatsing", "verwacht", "uitval", "realisatie", "tevredenheid",
            "te_laat"]
QUARTERS = ["kwartaal_%d" % n for n in range(1, 9)]

# Table, the names of a row, the columns of figures; those that are None are filled in by the code below.
TABLES = [
    ("overzicht", ["cijfer"], [(c, None) for c in ["waarde", "vorige", "verschil", "kwartaal"] + QUARTERS]),
    ("overzicht.te_laat", ["signaal"], [("clienten", COUNT), ("langst", MOST)]),
    ("overzicht.ontbreekt", ["gegeven"], [("n", None), ("ontbreekt", COUNT), ("aandeel", None)]),
    ("samenvatting", ["cijfer"], [("waarde", None), ("vorige", None), ("verschil", None)]),
    ("doorstroom", [], counts(*FLOW)),
    ("doorstroom.maand", ["maand"], counts("instroom", "uitstroom", "niet_geplaatst")),
    ("doorstroom.fase", ["fase"], counts("begonnen", "beeindigd", "open")),
    ("doorstroom.besluit", ["besluit"], counts("n")),
    ("doorstroom.herhaald", [], counts("nieuw", "herhaald", "binnen_jaar", "jaar_later") + [("geen_nieuwe_start", SHARE)]),
    ("doorstroom.bediend", [], counts("bediend")),
    ("wachten", [], counts("wachtlijst")),
    ("wachten.duur", ["wachttijd"], NUMBERS + [("norm", None), ("boven_norm", SHARE)]),
    ("wachten.nu", ["wachtend"], [("n", COUNT), ("mediaan", MIDDLE), ("te_lang", COUNT)]),
    ("doorlooptijd", ["fase"], NUMBERS + [("maximum", MOST), ("norm", None), ("boven_norm", SHARE), ("open", COUNT),
                                          ("open_mediaan", MIDDLE), ("open_boven_norm", COUNT), ("verwacht", EXPECT)]),
    ("doorlooptijd.traject", [], NUMBERS + [("maximum", MOST), ("open", COUNT), ("open_mediaan", MIDDLE),
                                            ("verwacht", EXPECT)]),
    ("caseload", ["begeleider"], None),
    ("leefgebieden", ["leefgebied", "schaal"], SCORED + [("gerapporteerd", None), ("gemeten", COUNT)]),
    ("leefgebieden.vraag", ["leefgebied"], [("gevraagd", COUNT), ("met_doel", SHARE), ("met_behaald", SHARE)]),
    ("leefgebieden.beeindigd", ["leefgebied", "schaal"], SCORED + [("uitgestroomd", None), ("gemeten", COUNT)]),
    ("doelen", ["leefgebied"], counts(*STANDS) + [("totaal", COUNT), ("realisatie", SHARE), ("deels_aandeel", SHARE),
                                                  ("zonder_doelen", COUNT)]),
    ("doelen.open", ["leefgebied"], counts(*STANDS) + [("totaal", COUNT)]),
    ("doelen.gas", [], [("doelen", COUNT), ("met_score", COUNT), ("met_score_aandeel", SHARE)] + counts(*GAS)
     + [("nul_of_hoger", SHARE)]),
    ("uitstroom", [], [("n", COUNT), ("uitval", COUNT), ("uitval_aandeel", SHARE), ("beoordeeld", COUNT),
                       ("tevredenheid", MEAN), ("met_doelen", COUNT), ("doelen_klaar", SHARE)]),
    ("uitstroom.reden", ["reden"], [("uitval", None), ("n", COUNT), ("aandeel", None), ("neutraal", None)]),
    ("uitstroom.landelijk", ["landelijk"], [("n", COUNT), ("aandeel", None)]),
    ("uitstroom.uitval", [], counts("n", "neutraal", "onbekend", "meegeteld", "uitval") + [("uitval_aandeel", SHARE),
     ("overeenstemming", COUNT), ("overeenstemming_aandeel", SHARE)]),
    ("uitstroom.fase", ["fase"], counts("n", "meegeteld", "uitval") + [("uitval_aandeel", SHARE)]),
    ("uitstroom.bestemming", ["bestemming"], [("n", COUNT), ("aandeel", None)]),
    ("uitgangspunten", ["uitgangspunt"], counts("n", "aantal") + [("aandeel", SHARE)]),
    ("uitgangspunten.afwijkingen", ["fase"], counts("n", "aantal") + [("aandeel", SHARE)]),
    ("uitgangspunten.wisselingen", ["wisseling"], counts("n", "aantal") + [("aandeel", SHARE)]),
    ("evaluaties", [], counts("gehouden", "op_tijd", "gemist") + [("op_tijd_aandeel", SHARE)]),
    ("evaluaties.oordeel", ["oordeel"], [("n", COUNT), ("beoordeeld", COUNT), ("respons", SHARE), ("gemiddelde", MEAN),
                                         ("zeven", SHARE)]),
    ("krachten", ["leefgebied"], None),
    ("krachten.doelen", [], [("doelen", COUNT), ("met_kracht", SHARE), ("met_inzet", SHARE)]),
    ("indicaties", [], [("open", None)] + counts("ooit", "geldig", "loopt_af", "geen_geldige")),
    ("indicaties.product", ["product"], counts("geldig", "loopt_af", "geen_geldige")),
    ("kenmerken", ["kenmerk", "waarde"], [("n", COUNT), ("aandeel", None)]),
    ("kwaliteit", ["team", "gegeven"], [("n", None), ("ontbreekt", COUNT), ("aandeel", None)]),
]
SIGNAL_CODES = ["evaluatie", "fase", "doel", "werkpunt", "notitie", "score", "wachten", "krachten", "nazorg", "bewaren",
                "cijfer", "indicatie", "toestemming"]
SIGNALS = ["begeleider", "client", "naam", "signaal", "betreft", "vervallen", "dagen_te_laat"]
CLIENTS = ["client", "naam", "fase", "dagen_in_fase", "begeleider", "team", "begin", "eind", "doelen.open",
           "doelen.behaald", "evaluatie.volgende", "signalen"]


def rounded(part, whole, decimals):
    """part / whole with that many decimals, half away from zero, in whole numbers."""
    if whole == 0:
        return ""
    scale = 10 ** decimals
    size = (2 * abs(part) * scale + whole) // (2 * whole)
    sign = "-" if part < 0 and size else ""
    return "%s%d.%0*d" % (sign, size // scale, decimals, size % scale)


def share(part, whole):
    return rounded(100 * part, whole, 1)


def expected(stays):
    """The median of Kaplan and Meier: stays are there since a day and until a day of theirs, then they end or are lost."""
    left = 1.0
    for days in sorted({until for _, until, ends in stays if ends}):
        risk = sum(since <= days <= until for since, until, _ in stays)
        if risk < 5:
            return ""
        left *= 1 - sum(ends and until == days for _, until, ends in stays) / risk
        if left <= 0.5 + 1e-9:
            return str(days)
    return ""


def figure(kind, values):
    if kind == EXPECT:
        return expected(values)
    if kind == COUNT:
        return str(len(values))
    if kind == SHARE:
        return share(sum(values), len(values))
    if kind == MEAN:
        return rounded(sum(values), len(values), 2)
    if not values:
        return ""
    if kind == HIGH and len(values) < 10:
        return ""
    n, ordered = len(values), sorted(values)
    rank = {MIDDLE: (n + 1) // 2, HIGH: (9 * n + 9) // 10, MOST: n}[kind]
    return str(ordered[rank - 1])


def less(value, other):
    """The difference of two figures as they are shown."""
    if value == "" or other == "":
        return ""
    decimals = len(value.partition(".")[2])
    difference = int(value.replace(".", "")) - int(other.replace(".", ""))
    return rounded(difference, 10 ** decimals, decimals) if decimals else str(difference)


def last(word):
    """Sorts by bytes, "-" last."""
    return (word == "-", word.encode("utf-8", "surrogateescape"))


def runs(period):
    return "ja" if period.runs else "nee"


def order(group):
    return tuple(last(word) for word in group)


def coded(codes, found):
    """All the codes in the order of the model, then others that were found, by bytes, "-" last."""
    return list(codes) + sorted(set(found) - set(codes), key=last)


TOGETHER = "all groups"        # in place of a group; no group is a text


class Figures:
    """What is behind the figures of one period and group: values[table][row][column] is a list of (value, dossier).
    Of all groups together `teams` says that teams are among them: then kwaliteit is not by team."""

    def __init__(self, teams=False):
        self.teams = teams
        self.values, self.clients, self.reported = {}, [], []
        self.quarters = []      # (period, figures) of the quarters of overzicht

    def put(self, dossier, table, row, column, value):
        row = ("totaal", row[1]) if self.teams and table == "kwaliteit" else row
        self.values.setdefault(table, {}).setdefault(row, {}).setdefault(column, []).append((value, dossier))

    def behind(self, table, row, column):
        return self.values.get(table, {}).get(row, {}).get(column, [])

    def get(self, table, row, column):
        return [value for value, _ in self.behind(table, row, column)]

    def rows(self, table):
        return self.values.get(table, {})


def months(period, found):
    if period.first is None:
        return sorted(found)
    year, month = map(int, shown(period.first)[:7].split("-"))
    made = []
    while first_of(year, month) <= period.t:
        made.append(shown(first_of(year, month))[:7])
        month += 1
    return made


def wanted(model):
    """All that can be lacking, in the order of kwaliteit."""
    return [k + "." + f for k in list(KINDS) + model.kinds for f in model.fields(k)] + ["leefgebied.Score: schaal"] + \
        [p.code + ": " + c.text for p in model.phases for c in p.conditions]


def rows_of(table, figures, period, model, groups, together=False):
    """The rows of a table, as tuples of what names them."""
    found = figures.rows(table)
    one = [row[0] for row in found if row and row[0] != "totaal"]
    if table == "samenvatting":
        return [(s[0],) for s in SUMMARY if s[4] == COUNT or not together]
    if table == "overzicht":
        return [(name,) for name in OVERVIEW]
    if table == "overzicht.te_laat":
        return [(code,) for code in SIGNAL_CODES if (code,) in found]
    if table == "overzicht.ontbreekt":
        lacking = {row[0]: len(figures.get(table, row, "ontbreekt")) for row in found}
        return [(what,) for what in sorted(lacking, key=lambda w: (-lacking[w], wanted(model).index(w)))[:5]]
    if table == "doorstroom.maand":
        return [(m,) for m in months(period, one)]
    if table in ("doorstroom.fase", "doorlooptijd", "uitstroom.fase", "uitgangspunten.afwijkingen"):
        return [(code,) for code in coded(model.codes(), one)]
    if table == "wachten.duur":
        return [("intake",), ("plaatsing",), ("aanmelding",)]
    if table == "wachten.nu":
        return [("wachtlijst",), ("geen_intake",)]
    if table == "doorstroom.besluit":
        return [(code,) for code in DECLINED]
    if table == "uitstroom.bestemming":
        return [(code,) for code in coded(model.destinations, one)]
    if table == "uitgangspunten.wisselingen":
        return [("begeleider",), ("team",)]
    if table == "evaluaties.oordeel":
        return [("tevredenheid",), ("samenwerking",), ("uitstroom",)]
    if table == "indicaties.product":
        return [(code,) for code in sorted(one, key=last)]
    if table == "kenmerken":
        ages = ["%d-%d" % (a, b - 1) for a, b in zip([0] + model.bounds, model.bounds)] + ["%d+" % model.bounds[-1], "-"]
        rows = [("leeftijdsgroep", value) for value in ages]
        for name in ("gemeente", "verwijzer", "vorm", "product"):
            rows += [(name, value) for value in sorted((v for n, v in found if n == name), key=last)]
        return rows
    if table == "caseload":
        rows = [(w,) for w in sorted(one, key=lambda w: last(together_with("begeleider", w)))]
        if "begeleider" in groups:
            return [("totaal",)] if together else rows
        return rows + [("totaal",)]
    if table in ("leefgebieden", "leefgebieden.beeindigd"):
        scale = next(iter(model.scales))
        rows = set(found) | {(d, scale) for d in model.domains}
        domains, scales = coded(model.domains, [r[0] for r in rows]), coded(model.scales, [r[1] for r in rows])
        return sorted(rows, key=lambda r: (scales.index(r[1]), domains.index(r[0])))
    if table in ("leefgebieden.vraag", "doelen", "doelen.open", "krachten"):
        return [(code,) for code in coded(model.domains, one)] + [("totaal",)]
    if table == "uitstroom.reden":
        return [(code,) for code in coded(model.reasons, one)] + [("totaal",)]
    if table == "uitstroom.landelijk":
        national = {reason.national or "-" for reason in model.reasons.values()}
        return [(code,) for code in sorted(national | set(one), key=last)]
    if table == "uitgangspunten":
        return [(p,) for p in PRINCIPLES]
    if table == "kwaliteit":
        return sorted((r for r in found if r[1]), key=lambda r: (last(r[0]), wanted(model).index(r[1])))
    return [()]


def norm_of(table, row, model):
    if table == "wachten.duur":
        days = model.wait_norm(row[0])
    else:
        days = model.phase(row[0]).norm if model.phase(row[0]) is not None else None
    return "" if days is None else str(days)


def marked(code, column, model):
    """Whether the model marks a reason so."""
    reason = model.reasons.get(code)
    lost, neutral = (reason.lost, reason.neutral) if reason else (False, False)
    return "" if code == "totaal" else "ja" if (lost if column == "uitval" else neutral) else "nee"


def reported(column, figures):
    return figures.reported if column == "gerapporteerd" else figures.behind("uitstroom", (), "n")


def columns_of(table, columns, model):
    """The columns of figures; some tables have one for each code of the model."""
    if table == "caseload":
        return counts(*["fase." + c for c in model.codes()], "geen_fase", "totaal")
    if table == "krachten":
        return counts(*["soort." + c for c in model.strengths], "andere", "clienten")
    return columns


def empty(table, row, column, model):
    """Whether there is no such figure in this row."""
    return (table, column) == ("doelen", "zonder_doelen") and row != ("totaal",) or \
        (table, column) == ("wachten.nu", "te_lang") and (row[0] != "wachtlijst" or not model.number("Signaal_wachten", 56)) or \
        column in ("norm", "boven_norm", "open_boven_norm") and norm_of(table, row, model) == ""


def cell(table, row, column, kind, figures, before, model):
    if empty(table, row, column, model):
        return ""
    if kind is not None:
        return figure(kind, figures.get(table, row, column))
    if table in ("samenvatting", "overzicht"):
        if column == "kwartaal":
            return figures.quarters[-1][0].name if figures.quarters else ""
        _, other, place, name, how = next(s for s in SUMMARY if s[0] == row[0])
        if column in QUARTERS:
            there = [None] * (8 - len(figures.quarters)) + figures.quarters
            there = there[QUARTERS.index(column)]
            return "" if there is None else figure(how, there[1].get(other, place, name))
        value = figure(how, figures.get(other, place, name))
        previous = "" if before is None else figure(how, before.get(other, place, name))
        return {"waarde": value, "vorige": previous, "verschil": less(value, previous)}[column]
    if column == "norm":
        return norm_of(table, row, model)
    if column in ("uitval", "neutraal"):
        return marked(row[0], column, model)
    if column in ("gerapporteerd", "uitgestroomd"):
        return str(len(reported(column, figures)))
    if (table, column) in (("indicaties", "open"), ("overzicht.ontbreekt", "n")):
        return str(len(figures.get("doorstroom", (), "open")))
    if table == "overzicht.ontbreekt":
        return share(len(figures.get(table, row, "ontbreekt")), len(figures.get("doorstroom", (), "open")))
    if table == "kenmerken":
        return share(len(figures.get(table, row, "n")), len(figures.get("doorstroom.bediend", (), "bediend")))
    if table == "kwaliteit":
        n = len(figures.get("doorstroom", (), "open") if figures.teams else figures.get(table, (row[0], ""), "n"))
        return str(n) if column == "n" else share(len(figures.get(table, row, "ontbreekt")), n)
    return share(len(figures.get(table, row, "n")), len(figures.get("uitstroom", (), "n")))


def counts_only(table, row, column, kind):
    """Whether a figure is of all groups together too."""
    if kind is not None:
        return kind == COUNT
    return column != "aandeel"


def escaped(word):
    for plain, written in (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")):
        word = word.replace(plain, written)
    return word


def published(run, table, columns, period, group):
    """The rows of one period and group as they are published, each with its cells."""
    from publish import Published, comparable, left_out, withheld
    figures, names = run.figures(period, group), [c for c, _ in columns]
    if run.divided and withheld(figures, run.least):
        return []
    now, before = Published(figures, run.least), None
    if comparable(period, run.periods):
        earlier = run.figures(period.before, group)
        before = Published(None if run.divided and withheld(earlier, run.least) else earlier, run.least)
    found = []
    for row in rows_of(table, figures, period, run.model, [], group == TOGETHER):
        cells = [now.cell(table, row, c, k, before, run.model) for c, k in columns]
        if (table != "caseload" or row == ("totaal",)) and not left_out(table, row, cells, names, run.model):
            found.append((row, cells))
    return found


def tables(run, views):
    """The tables of a run as lists of rows of words, the header first."""
    groups = [group.column for group in run.divided]
    for table, named, columns in TABLES:
        if table.partition(".")[0] not in views:
            continue
        columns = columns_of(table, columns, run.model)
        own = [i for i, name in enumerate(named) if name not in groups]
        made = [["view", "periode"] + groups + [named[i] for i in own] + [c for c, _ in columns] + ["lopend"]]
        if run.least and table == "doorstroom.maand":
            continue
        for group in run.blocks(table):
            for period in run.periods:
                figures, before = run.with_course(period, group), period.before and run.figures(period.before, group)
                if run.least:
                    rows = published(run, table, columns, period, group)
                else:
                    rows = [(row, [cell(table, row, c, k, figures, before, run.model) for c, k in columns])
                            for row in rows_of(table, figures, period, run.model, groups, group == TOGETHER)]
                if group == TOGETHER:
                    rows = [(row, [word if counts_only(table, row, c, k) else "" for word, (c, k) in zip(cells, columns)])
                            for row, cells in rows]
                made += [[table, period.name] + run.named(group) + [row[i] for i in own] + cells + [runs(period)]
                         for row, cells in rows]
        yield made
    for view, columns in (("signalen", SIGNALS), ("clienten", CLIENTS)):
        if view not in views:
            continue
        own = [c for c in columns if c not in groups and (run.names or c != "naam")]
        made = [["view", "periode"] + groups + own + ["lopend"]]
        for group in sorted({g for _, g, v in run.lists if v == view}, key=order):
            for period in run.periods:
                rows = run.lists.get((period, group, view), [])
                if view == "signalen":
                    rows = sorted(rows, key=lambda r: (last(r["begeleider"]), r["dagen_te_laat"] == "",
                                                       -int(r["dagen_te_laat"] or 0), r["client"]))
                for row in rows:
                    made.append([view, period.name] + run.named(group) + [row[c] for c in own] + [runs(period)])
        yield made
