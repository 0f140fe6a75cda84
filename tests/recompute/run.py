# SPDX-License-Identifier: ISC
"""One run of the report: its periods and groups, and the figures that dossiers add to them."""
from dates import asked, day, quarters, shown
from figures import Counting, groups_of
from fold import State
from names import Group
from rec import dossiers
from signals import evaluation_due, signals
from tables import TOGETHER, Figures, escaped, order, tables
from words import apart, known

VIEWS = ["samenvatting", "doorstroom", "wachten", "doorlooptijd", "caseload", "leefgebieden", "doelen", "uitstroom",
         "uitgangspunten", "evaluaties", "krachten", "indicaties", "kenmerken", "kwaliteit"]


class Run:
    """options has period, from_, to_, today_, known_, group_ and names and min_cell, as on the command line."""

    def __init__(self, model, options):
        self.model, self.names, self.least = model, options.names, int(options.min_cell or 0)
        self.ahead = int(options.ahead or 0)
        self.periods = asked(options.period, day(options.from_), day(options.to_), day(options.today_))
        self.known = day(options.known_)
        self.overview = "overzicht" in options.views
        self.quarters = {period: quarters(period.t, day(options.today_)) for period in self.periods}
        self.divided = [Group(name) for name in options.group_.split(",") if name]
        self.counted, self.lists = {}, {}

    def figures(self, period, group):
        teams = group == TOGETHER and any(g.column == "team" for g in self.divided)
        return self.counted.setdefault((period, group), Figures(teams))

    def with_course(self, period, group):
        """The figures with those of the quarters beside them."""
        figures = self.figures(period, group)
        if self.overview:
            figures.quarters = [(q, self.figures(q, group)) for q in self.quarters[period]]
        return figures

    def groups(self):
        """The groups in which something was counted, in a period or in the one before."""
        return {group for (_, group), figures in self.counted.items() if figures.values and group != TOGETHER} \
            if self.divided else {()}

    def blocks(self, table):
        """The groups of a table in order, and all of them together where that is right."""
        groups = sorted(self.groups(), key=order)
        return groups + [TOGETHER] * (bool(self.divided and groups) and not self.least and not table.startswith("overzicht"))

    def named(self, group):
        if group == TOGETHER:
            return ["totaal"] * len(self.divided)
        return [apart(one.column, value) for one, value in zip(self.divided, group)]

    def read(self, data, path):
        for dossier in dossiers(data, path):
            if dossier.whole:
                self.add(dossier)

    def add(self, dossier):
        for period in self.periods:
            course = self.quarters[period] if self.overview else []
            for one in dict.fromkeys([period] + [period.before] * (period.before is not None) + course):
                state = State(dossier, self.model, one.t, self.known)
                if state.registered:
                    def then(trajectory):
                        return self.end_state(dossier, state, trajectory)
                    Counting(dossier, state, one, then, self.divided, lambda group: self.figures(one, group))
                    if one is period:
                        for group in groups_of(then(state.trajectories[-1]), self.divided):
                            self.list(state, dossier, period, group)

    def end_state(self, dossier, state, trajectory):
        """The state at the end of the day on which the trajectory ended, if it has."""
        if trajectory.end is None or trajectory.end >= state.t:
            return state
        return State(dossier, self.model, trajectory.end, self.known)

    def list(self, state, dossier, period, group):
        found, last = signals(state, self.ahead), state.trajectories[-1]
        then = self.end_state(dossier, state, last)
        common = {"client": dossier.client, "naam": state.client.get("Naam"), "begeleider": self.model.valued("client", "Begeleider", then.own("Begeleider")),
                  "team": self.model.valued("client", "Team", then.own("Team"))}
        for name, about, due, late in found:
            row = {"signaal": name, "betreft": about, "vervallen": shown(due), "dagen_te_laat":
                   "" if late is None else str(late)}
            self.lists.setdefault((period, group, "signalen"), []).append({**common, **row})
        entry, goals = last.entries[-1] if last.entries else None, [g for _, g in state.goals(last)]
        phase = known(self.model.code(entry.get("Fase")), self.model.codes()) if entry else "-"
        codes = []
        for name, _, _, _ in signals(state):
            if name not in codes:
                codes.append(name)
        row = {
            "fase": phase if phase != "-" else "",
            "dagen_in_fase": str(state.t - entry.op) if entry and last.end is None else "",
            "begin": shown(last.begin), "eind": shown(last.end),
            "doelen.open": str(sum(not g.finished() for g in goals)),
            "doelen.behaald": str(sum(g.stand() == "behaald" for g in goals)),
            "evaluatie.volgende": shown(evaluation_due(state, last)) if last.end is None else "",
            "signalen": " ".join(codes),
        }
        self.lists.setdefault((period, group, "clienten"), []).append({**common, **row})


def printed(run, views):
    """The tables as tsv, as bytes."""
    made = []
    for table in tables(run, views or VIEWS):
        made.append("".join("\t".join(escaped(word) for word in row) + "\n" for row in table))
    return "\n".join(made).encode("utf-8", "surrogateescape")
