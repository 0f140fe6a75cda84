# SPDX-License-Identifier: ISC
"""What trajectories came to: scores, goals and outflow, by fasen-report(1)."""
from fold import whole
from signals import mark
from words import known

STANDS = ("open", "bezig", "behaald", "deels", "gestopt")
GAS = ("min_2", "min_1", "nul", "plus_1", "plus_2")


class Outcome:
    """A part of Counting."""

    def scores(self):
        for (domain, scale), series in self.trajectory.scores.items():
            row = known(domain, self.model.domains), known(scale, self.model.scales)
            for table in ["leefgebieden"] + ["leefgebieden.beeindigd"] * self.ended:
                if series:
                    self.put(table, row, "gemeten", 1)
                if len(series) < 2:
                    continue
                first, latest = series[min(series)], series[max(series)]
                self.put(table, row, "n", 1)
                self.put(table, row, "eerste", first)
                self.put(table, row, "laatste", latest)
                for column, holds in (("omhoog", latest > first), ("gelijk", latest == first), ("omlaag", latest < first)):
                    self.put(table, row, column, int(holds))

    def plan(self):
        goals = [g for _, g in self.state.goals(self.trajectory)]
        for domain in sorted(set(self.state.client.all("Vraag"))):
            mine = [g for g in goals if g.get("Leefgebied") == domain]
            for row in (known(domain, self.model.domains),), ("totaal",):
                self.put("leefgebieden.vraag", row, "gevraagd", 1)
                self.put("leefgebieden.vraag", row, "met_doel", int(bool(mine)))
                self.put("leefgebieden.vraag", row, "met_behaald", int(any(g.stand() == "behaald" for g in mine)))

    def outflow(self):
        end, goals = self.trajectory.ended, [g for _, g in self.state.goals(self.trajectory)]
        self.put("uitstroom", (), "n", 1)
        self.days("doorlooptijd.traject", (), self.trajectory.end - self.trajectory.begin, "maximum")
        reason, code = self.reason(), known(end.get("Reden"), self.model.reasons)
        entries = self.trajectory.entries
        phase = self.phase(entries[-1]) if entries else "-"
        self.put("uitstroom.uitval", (), "n", 1)
        self.put("uitstroom.fase", (phase,), "n", 1)
        if reason is None or reason.neutral:
            self.put("uitstroom.uitval", (), "onbekend" if reason is None else "neutraal", 1)
        else:
            self.put("uitstroom.uitval", (), "meegeteld", 1)
            self.put("uitstroom.fase", (phase,), "meegeteld", 1)
            self.put("uitstroom", (), "uitval_aandeel", int(reason.lost))
            self.put("uitstroom.uitval", (), "uitval_aandeel", int(reason.lost))
            self.put("uitstroom.uitval", (), "overeenstemming_aandeel", int(reason.national == "23"))
            self.put("uitstroom.fase", (phase,), "uitval_aandeel", int(reason.lost))
            if reason.national == "23":
                self.put("uitstroom.uitval", (), "overeenstemming", 1)
            if reason.lost:
                self.put("uitstroom", (), "uitval", 1)
                self.put("uitstroom.uitval", (), "uitval", 1)
                self.put("uitstroom.fase", (phase,), "uitval", 1)
        given = mark(end, "Tevredenheid")
        if given is not None:
            self.put("uitstroom", (), "beoordeeld", 1)
            self.put("uitstroom", (), "tevredenheid", given)
        self.judge("uitstroom", given)
        if goals:
            self.put("uitstroom", (), "met_doelen", 1)
            self.put("uitstroom", (), "doelen_klaar", int(all(g.finished() for g in goals)))
        self.put("uitstroom.reden", (code,), "n", 1)
        self.put("uitstroom.reden", ("totaal",), "n", 1)
        self.put("uitstroom.landelijk", (reason is not None and reason.national or "-",), "n", 1)
        if self.model.destinations:
            self.put("uitstroom.bestemming", (known(end.get("Bestemming").strip(" \t\n"), self.model.destinations),), "n", 1)
        if not self.neutral():
            self.attain(goals)

    def attain(self, goals):
        """What became of the goals of a trajectory that ended as such things are judged."""
        if not goals:
            self.put("doelen", ("totaal",), "zonder_doelen", 1)
        for goal in goals:
            stand = goal.stand() if goal.stand() in STANDS else "open"
            for row in (known(goal.get("Leefgebied"), self.model.domains),), ("totaal",):
                self.put("doelen", row, stand, 1)
                self.put("doelen", row, "totaal", 1)
                self.put("doelen", row, "realisatie", int(stand == "behaald"))
                self.put("doelen", row, "deels_aandeel", int(stand == "deels"))
            scores = [whole(r.get("Score")) for r in goal.stands if not r.get("Werkpunt")]
            scores = [n for n in scores if n is not None and -2 <= n <= 2]
            self.put("doelen.gas", (), "doelen", 1)
            self.put("doelen.gas", (), "met_score_aandeel", int(bool(scores)))
            if scores:
                self.put("doelen.gas", (), "met_score", 1)
                self.put("doelen.gas", (), GAS[scores[-1] + 2], 1)
                self.put("doelen.gas", (), "nul_of_hoger", int(scores[-1] >= 0))
