# SPDX-License-Identifier: ISC
"""How the work is done: caseload, principles, evaluations, quality, by fasen-report(1)."""
from fold import whole
from outcome import STANDS
from rec import KINDS
from signals import mark
from words import apart, known

PRINCIPLES = ("leefgebieden", "krachten", "plan-akkoord", "wederkerigheid", "eigen-werkpunten")


class Practice:
    """A part of Counting."""

    def load(self):
        entries = self.trajectory.entries
        phase = self.model.code(entries[-1].get("Fase")) if entries else ""
        column = "fase." + phase if phase in self.model.codes() else "geen_fase"
        for row in (apart("begeleider", self.state.client.get("Begeleider") or "-"),), ("totaal",):
            self.put("caseload", row, column, 1)
            self.put("caseload", row, "totaal", 1)

    def principles(self):
        state, goals = self.state, self.state.goals(self.trajectory)
        plans = [r for r in self.trajectory.of("akkoord") if r.get("Waarop") == "plan" and
                 r.get("Wie") in ("client", "vertegenwoordiger")]
        network = state.there(state.kept["netwerk"].values())
        holds = (
            all(d in state.kept["leefgebied"] for d in self.model.domains),
            bool(state.strengths()) and any(g.all("Kracht") for _, g in goals),
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
        team = self.model.valued("client", "Team", self.state.client.get("Team")) or "-"
        self.put("kwaliteit", (team, ""), "n", 1)
        odd = ["leefgebied.Score: schaal"] * any(self.off(r) for r in self.trajectory.of("leefgebied"))
        for what in missing(self.state, self.trajectory) + odd + unmet(self.state, self.trajectory):
            self.put("kwaliteit", (team, what), "ontbreekt", 1)
            self.put("overzicht.ontbreekt", (what,), "ontbreekt", 1)

    def off(self, record):
        """Whether it has a score off its scale."""
        score, scales = whole(record.get("Score")), self.model.scales
        scale = record.get("Schaal") or next(iter(scales), "")
        return bool(record.get("Score")) and (score is None or scale in scales and score not in scales[scale])

    def strengths(self):
        for domain in {r.get("Leefgebied") for r in self.state.strengths()}:
            mine = [r for r in self.state.strengths() if r.get("Leefgebied") == domain]
            for row in (known(domain, self.model.domains),), ("totaal",):
                self.person("krachten", row, "clienten")
                for kind in {r.get("Soort") for r in mine}:
                    column = "soort." + kind if kind in self.model.strengths else "andere"
                    self.person("krachten", row, column)
        for key, goal in self.state.goals(self.trajectory):
            stand = goal.stand() if goal.stand() in STANDS else "open"
            for row in (known(goal.get("Leefgebied"), self.model.domains),), ("totaal",):
                self.put("doelen.open", row, stand, 1)
                self.put("doelen.open", row, "totaal", 1)
            self.put("krachten.doelen", (), "doelen", 1)
            self.put("krachten.doelen", (), "met_kracht", int(bool(goal.all("Kracht"))))
            self.put("krachten.doelen", (), "met_inzet", int(any(a.get("Inzet") for _, a in self.state.actions(key))))

    def moves(self):
        entries = self.trajectory.entries
        for left, entry in zip(entries, entries[1:]):
            if self.period.holds(entry.op):
                row = (self.phase(left),)
                self.put("uitgangspunten.afwijkingen", row, "n", 1)
                self.put("uitgangspunten.afwijkingen", row, "aandeel", int(bool(entry.all("Afwijking"))))
                if entry.all("Afwijking"):
                    self.put("uitgangspunten.afwijkingen", row, "aantal", 1)

    def switches(self):
        """Whether another worker or team came."""
        for name in ("Begeleider", "Team"):
            now, switched = "", False
            for r in [r for r in self.state.records if r.kind == "client" and r.has(name)]:
                after = r.get(name)
                if now and after and now != after and r in self.trajectory.events and r.op is not None \
                        and self.period.holds(r.op) and r.op > self.trajectory.begin:
                    switched = True
                now = after
            self.put("uitgangspunten.wisselingen", (name.lower(),), "n", 1)
            self.put("uitgangspunten.wisselingen", (name.lower(),), "aandeel", int(switched))
            if switched:
                self.put("uitgangspunten.wisselingen", (name.lower(),), "aantal", 1)

    def evaluations(self):
        made, every = self.trajectory.of("evaluatie"), self.model.number("Evaluatie_dagen", None)
        starts = [r.op for r in self.trajectory.entries
                  if self.model.code(r.get("Fase")) == self.model.settings.get("Evaluatie_vanaf")]
        for last, now in zip([None] + made, made + [None]):
            due = None
            if last is not None:
                due = last.date("Volgende") or (last.op + every if every else None)
            elif every and starts and (now is None or starts[0] <= now.op):
                due = starts[0] + every
            held = now is not None and self.period.holds(now.op)
            if held:
                self.put("evaluaties", (), "gehouden", 1)
                for name in ("Tevredenheid", "Samenwerking"):
                    self.judge(name.lower(), mark(now, name))
            if held and due is not None and now.op <= due:
                self.put("evaluaties", (), "op_tijd", 1)
                self.put("evaluaties", (), "op_tijd_aandeel", 1)
            if due is not None and (now is None or now.op > due) and self.missed(due + 1):
                self.put("evaluaties", (), "gemist", 1)
                self.put("evaluaties", (), "op_tijd_aandeel", 0)

    def missed(self, on):
        begin, end = self.trajectory.begin, self.trajectory.end
        return self.period.holds(on) and begin <= on and (end is None or end > on)

    def judge(self, which, given):
        self.put("evaluaties.oordeel", (which,), "n", 1)
        self.put("evaluaties.oordeel", (which,), "respons", int(given is not None))
        if given is not None:
            self.put("evaluaties.oordeel", (which,), "beoordeeld", 1)
            self.put("evaluaties.oordeel", (which,), "gemiddelde", given)
            self.put("evaluaties.oordeel", (which,), "zeven", int(given >= 7))


def missing(state, trajectory):
    """KIND.FIELD for each required field that some record of the folded dossier lacks."""
    found = []
    for kind in list(KINDS) + state.model.kinds:
        if kind == "client":
            records = [state.client]
        elif kind in state.keys:
            records = list(state.kept[kind].values())
        else:
            records = [r for r in state.things if r.kind == kind]
        for name, since in state.model.required(kind):
            if (since is None or trajectory.begin >= since) and any(not r.get(name) for r in records):
                found.append(kind + "." + name)
    return found


def unmet(state, trajectory):
    """PHASE: CONDITION for what the phases that were left, and are not the present one, still lack."""
    entered = [(state.model.code(r.get("Fase")), r) for r in trajectory.entries]
    found = []
    for phase in state.model.phases:
        times = [r for code, r in entered if code == phase.code]
        exempt = phase.since is not None and trajectory.begin < phase.since
        if times and entered[-1][0] != phase.code and not exempt:
            found += [phase.code + ": " + c.text for c in phase.conditions if not state.met(c, trajectory, times[-1])]
    return found
