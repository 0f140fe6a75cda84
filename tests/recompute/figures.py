"""What a dossier adds to the figures of a period, by fasen-report(1)."""
import itertools
import re

from dates import day, shown, years_later
from fold import FINISHED, whole
from rec import KEY, KINDS

STANDS = ("open", "bezig", "behaald", "deels", "gestopt")
PRINCIPLES = ("leefgebieden", "krachten", "plan-akkoord", "wederkerigheid", "eigen-werkpunten")


UNKNOWN = "onbekend"


def known(code, codes):
    """The code; onbekend for one that is not among them, "-" for none."""
    return code if code in codes else UNKNOWN if code else "-"


def shown_id(key):
    """The id of a goal or action as it is shown: only one that was given, not what else stands there."""
    return key if re.match(r"d\d+(\.\d+)?\Z", key, re.A) else UNKNOWN


def groups_of(state, divided):
    """The groups that a trajectory counts in by the state of its day, as tuples."""
    return list(itertools.product(*[group.values(state) for group in divided]))


class Counting:
    """Adds to figures(group).put(dossier, table, row, column, value) for the groups of each trajectory, groups(trajectory):
    for a count the value is 1, for a share 1 or 0."""

    def __init__(self, dossier, state, period, groups, figures):
        self.dossier, self.state, self.period, self.model = dossier, state, period, state.model
        for trajectory in state.trajectories:
            self.figures = [figures(group) for group in groups(trajectory)]
            if trajectory.begin > period.t:
                continue
            self.trajectory = trajectory
            self.ended = period.holds(trajectory.end) and trajectory.went_out()
            self.open = trajectory.open(period.t)
            self.flow()
            self.stays()
            self.waits()
            if self.open or self.ended:
                for one in self.figures:
                    one.reported.append((1, dossier))
                self.scores()
                self.plan()
            if self.open:
                self.load()
                self.principles()
                self.lacks()
            if self.ended:
                self.outflow()
        for one in self.figures:        # of the client's last trajectory
            one.clients.append((1, dossier))
        if any(due is not None for _, _, due, _ in signals(state)):
            self.put("samenvatting", ("te_laat",), "waarde", 1)

    def put(self, *what):
        for one in self.figures:
            one.put(self.dossier, *what)

    def phase(self, entry):
        return known(self.model.code(entry.get("Fase")), self.model.codes())

    def flow(self):
        begin, end, first = self.trajectory.begin, self.trajectory.end, self.period.first
        if first is not None and begin < first and (end is None or end >= first):
            self.put("doorstroom", (), "start", 1)
        if self.open:
            self.put("doorstroom", (), "open", 1)
        way = "uitstroom" if self.trajectory.went_out() else "niet_geplaatst"
        for column, date in (("instroom", begin), (way, end)):
            if self.period.holds(date):
                self.put("doorstroom", (), column, 1)
                self.put("doorstroom.maand", (shown(date)[:7],), column, 1)

    def stays(self):
        entries, end = self.trajectory.entries, self.trajectory.end
        for entry, after in itertools.zip_longest(entries, entries[1:]):
            phase = self.phase(entry)
            if self.period.holds(entry.op):
                self.put("doorstroom.fase", (phase,), "begonnen", 1)
            if after is None and self.open:
                self.put("doorstroom.fase", (phase,), "open", 1)
            left = after.op if after is not None else end
            if not self.period.holds(left):
                continue
            self.put("doorstroom.fase", (phase,), "beeindigd", 1)
            if after is not None or self.trajectory.went_out():
                days = max(0, left - entry.op)
                self.days("doorlooptijd", (phase,), days, "maximum")
                norm = self.model.phase(phase) and self.model.phase(phase).norm
                if norm is not None:
                    self.put("doorlooptijd", (phase,), "boven_norm", int(days > norm))

    def days(self, table, row, days, *more):
        self.put(table, row, "n", 1)
        for column in ("mediaan", "p90") + more:
            self.put(table, row, column, days)

    def waits(self):
        intakes = self.trajectory.of("intake")
        decided = [r for r in intakes if r.get("Besluit")]
        if self.open and decided and decided[-1].get("Besluit") == "wachtlijst":
            self.put("wachten", (), "wachtlijst", 1)
        if intakes and self.period.holds(intakes[0].op):
            self.days("wachten.duur", ("intake",), max(0, intakes[0].op - self.trajectory.begin))
        waiting = [i for i, r in enumerate(intakes) if r.get("Besluit") == "wachtlijst"]
        if waiting:
            placed = [r for r in intakes[waiting[0]:] if r.get("Besluit") == "geplaatst"]
            if placed and self.period.holds(placed[0].op):
                self.days("wachten.duur", ("plaatsing",), placed[0].op - intakes[waiting[0]].op)

    def scores(self):
        for (domain, scale), series in self.trajectory.scores.items():
            if len(series) < 2:
                continue
            row = known(domain, self.model.domains), known(scale, self.model.scales)
            first, latest = series[min(series)], series[max(series)]
            self.put("leefgebieden", row, "n", 1)
            self.put("leefgebieden", row, "eerste", first)
            self.put("leefgebieden", row, "laatste", latest)
            for column, holds in (("omhoog", latest > first), ("gelijk", latest == first), ("omlaag", latest < first)):
                self.put("leefgebieden", row, column, int(holds))

    def plan(self):
        goals = [g for _, g in self.state.goals(self.trajectory)]
        for domain in sorted(set(self.state.client.all("Vraag"))):
            mine = [g for g in goals if g.get("Leefgebied") == domain]
            for row in (known(domain, self.model.domains),), ("totaal",):
                self.put("leefgebieden.vraag", row, "gevraagd", 1)
                self.put("leefgebieden.vraag", row, "met_doel", int(bool(mine)))
                self.put("leefgebieden.vraag", row, "met_behaald", int(any(g.stand() == "behaald" for g in mine)))
        for goal in goals:
            stand = goal.stand() if goal.stand() in STANDS else "open"
            for row in (known(goal.get("Leefgebied"), self.model.domains),), ("totaal",):
                self.put("doelen", row, stand, 1)
                self.put("doelen", row, "totaal", 1)
                if stand in FINISHED:
                    self.put("doelen", row, "realisatie", int(stand == "behaald"))

    def load(self):
        entries = self.trajectory.entries
        phase = self.model.code(entries[-1].get("Fase")) if entries else ""
        column = "fase." + phase if phase in self.model.codes() else "geen_fase"
        for row in (self.state.client.get("Begeleider") or "-",), ("totaal",):
            self.put("caseload", row, column, 1)
            self.put("caseload", row, "totaal", 1)

    def outflow(self):
        end, goals = self.trajectory.ended, [g for _, g in self.state.goals(self.trajectory)]
        self.put("uitstroom", (), "n", 1)
        self.days("doorlooptijd.traject", (), self.trajectory.end - self.trajectory.begin, "maximum")
        reason = known(end.get("Reden"), self.model.reasons)
        lost, national = self.model.reasons.get(reason, (False, ""))
        if lost:
            self.put("uitstroom", (), "uitval", 1)
        self.put("uitstroom", (), "uitval_aandeel", int(lost))
        mark = whole(end.get("Tevredenheid"))
        if mark is not None and 1 <= mark <= 10:
            self.put("uitstroom", (), "beoordeeld", 1)
            self.put("uitstroom", (), "tevredenheid", mark)
        if goals:
            self.put("uitstroom", (), "met_doelen", 1)
            self.put("uitstroom", (), "doelen_klaar", int(all(g.finished() for g in goals)))
        self.put("uitstroom.reden", (reason,), "n", 1)
        self.put("uitstroom.reden", ("totaal",), "n", 1)
        self.put("uitstroom.landelijk", (national or "-",), "n", 1)

    def principles(self):
        state, goals = self.state, self.state.goals(self.trajectory)
        plans = [r for r in self.trajectory.of("akkoord") if r.get("Waarop") == "plan" and
                 r.get("Wie") in ("client", "vertegenwoordiger")]
        network = state.kept["netwerk"].values()
        holds = (
            all(d in state.kept["leefgebied"] for d in self.model.domains),
            any(r.kind == "kracht" for r in state.records) and any(g.all("Kracht") for _, g in goals),
            bool(plans) and plans[-1].get("Akkoord") == "ja",
            any(n.get("Geeft") for n in network) and any(n.get("Krijgt") for n in network),
            any(a.get("Wie") in ("client", "netwerk") for key, _ in goals for _, a in state.actions(key)),
        )
        for row, met in zip(PRINCIPLES, holds):
            self.put("uitgangspunten", (row,), "n", 1)
            self.put("uitgangspunten", (row,), "aandeel", int(met))
            if met:
                self.put("uitgangspunten", (row,), "aantal", 1)

    def lacks(self):
        team = self.state.client.get("Team") or "-"
        self.put("kwaliteit", (team, ""), "n", 1)
        for what in missing(self.state) + unmet(self.state, self.trajectory):
            self.put("kwaliteit", (team, what), "ontbreekt", 1)


def missing(state):
    """KIND.FIELD for each required field that some record of the folded dossier lacks."""
    found = []
    for kind, fields in KINDS.items():
        if kind == "client":
            records = [state.client]
        elif kind in KEY:
            records = list(state.kept[kind].values())
        else:
            records = [r for r in state.records if r.kind == kind]
        for name, (_, required, _) in fields.items():
            if required and any(not r.get(name) for r in records):
                found.append(kind + "." + name)
    return found


def unmet(state, trajectory):
    """PHASE: CONDITION for what the phases that were left, and are not the present one, still lack."""
    entered = [(state.model.code(r.get("Fase")), r) for r in trajectory.entries]
    found = []
    for phase in state.model.phases:
        times = [r for code, r in entered if code == phase.code]
        if times and entered[-1][0] != phase.code:
            found += [phase.code + ": " + c.text for c in phase.conditions if not state.met(c, trajectory, times[-1])]
    return found


def evaluation_due(state, trajectory):
    """The day on which the next evaluation is due, None when there is none."""
    made, every = trajectory.of("evaluatie"), state.model.number("Evaluatie_dagen", None)
    if made:
        if made[-1].date("Volgende") is not None:
            return made[-1].date("Volgende")
        return None if every is None else made[-1].op + every
    start = [r.op for r in trajectory.entries
             if state.model.code(r.get("Fase")) == state.model.settings.get("Evaluatie_vanaf")]
    return start[0] + every if start and every is not None else None


def since_last(records, trajectory):
    return max([r.op for r in records if r.op is not None], default=trajectory.begin)


def signals(state):
    """(signal, about, due, days late) of the last trajectory; without a day the last two are None."""
    t, model, trajectory, found = state.t, state.model, state.trajectories[-1], []

    def late(name, about, due, on_the_day=False):
        if due is not None and (t > due or on_the_day and t == due):
            found.append((name, about, due, t - due))

    if trajectory.begin > t:
        return found
    if trajectory.end is not None:
        if trajectory.ended.kind == "uitstroom":
            due = trajectory.ended.date("Nazorg")
            if due is not None and not any(r.op >= due for r in trajectory.of("notitie")):
                late("nazorg", "", due, True)
        late("bewaren", "", years_later(trajectory.end, model.number("Bewaar_jaren", 15)), True)
    if not trajectory.open(t):
        return found
    late("evaluatie", "", evaluation_due(state, trajectory))
    if trajectory.entries:
        last = trajectory.entries[-1]
        code = model.code(last.get("Fase"))
        phase = model.phase(code)
        due = last.date("Streefdatum")
        if due is None and phase is not None and phase.norm is not None:
            due = last.op + phase.norm
        late("fase", code and known(code, model.codes()), due)
    active = [(key, goal) for key, goal in state.goals(trajectory) if not goal.finished()]
    for key, goal in active:
        late("doel", shown_id(key), day(goal.get("Streefdatum")))
    for key, _ in active:
        for name, action in state.actions(key):
            if not action.finished():
                late("werkpunt", shown_id(name), day(action.get("Streefdatum")))
    scored = [r for r in trajectory.of("leefgebied") if whole(r.get("Score")) is not None]
    for name, records, without in (("notitie", trajectory.of("notitie"), 42), ("score", scored, 182)):
        days = model.number("Signaal_" + name, without)
        if days:
            late(name, "", since_last(records, trajectory) + days)
    decided = [r for r in trajectory.of("intake") if r.get("Besluit")]
    days = model.number("Signaal_wachten", 56)
    if decided and decided[-1].get("Besluit") == "wachtlijst" and days:
        since = len(decided) - 1
        while since > 0 and decided[since - 1].get("Besluit") == "wachtlijst":
            since -= 1
        late("wachten", "", decided[since].op + days)
    if any(d.get("Zorg") for d in state.kept["leefgebied"].values()) \
            and not any(r.kind == "kracht" for r in state.records):
        found.append(("krachten", "", None, None))
    return found
