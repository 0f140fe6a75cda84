# SPDX-License-Identifier: ISC
"""What a dossier adds to the figures of a period, by fasen-report(1)."""
import itertools

from dates import shown, years_later
from outcome import Outcome
from practice import Practice
from signals import last_valid_day, latest_indications, signals, valid
from tables import TOGETHER
from words import known


def age_group(state):
    """0-17, 18-26 and so on: by the bounds of the model."""
    years = state.age() if state.registered else None
    if years is None or years < 0:
        return "-"
    bounds = [0] + state.model.bounds
    low = max(b for b in bounds if b <= years)
    above = [b for b in bounds if b > low]
    return "%d-%d" % (low, above[0] - 1) if above else "%d+" % low


def groups_of(state, divided):
    """The groups that a trajectory counts in by the state of its day, as tuples."""
    return list(itertools.product(*[group.values(state) for group in divided]))


def late_days(found):
    """Of each signal of which a day has passed the most days."""
    most = {}
    for name, _, due, late in found:
        if due is not None and (late > 0 or name in ("nazorg", "bewaren")):
            most[name] = max(late, most.get(name, 0))
    return most


class Counting(Outcome, Practice):
    """Adds to figures(group).put(dossier, table, row, column, value) for the groups that a trajectory has by its state
    then(trajectory): for a count the value is 1, for a share 1 or 0."""

    def __init__(self, dossier, state, period, then, divided, figures):
        self.dossier, self.state, self.period, self.model, self.then = dossier, state, period, state.model, then
        for trajectory in state.trajectories:
            self.figures = [figures(group) for group in groups_of(then(trajectory), divided)]
            self.figures += [figures(TOGETHER)] * bool(divided)
            if trajectory.begin > period.t:
                continue
            self.trajectory = trajectory
            self.ended = period.holds(trajectory.end) and trajectory.went_out()
            self.open = trajectory.open(period.t)
            self.flow()
            self.returns()
            self.stays()
            self.waits()
            self.evaluations()
            self.moves()
            self.serve()
            if self.open or self.ended:
                for one in self.figures:
                    one.reported.append((1, dossier))
                self.scores()
                self.plan()
                self.switches()
            if self.open:
                self.load()
                self.principles()
                self.lacks()
                self.strengths()
                self.indications()
            if self.ended:
                self.outflow()
        for one in self.figures:        # of the client's last trajectory
            one.clients.append((1, dossier))
        if late_days(signals(state)):
            for name, most in late_days(signals(state)).items():
                self.put("overzicht.te_laat", (name,), "clienten", 1)
                self.put("overzicht.te_laat", (name,), "langst", most)
            which = "te_laat" if self.state.trajectories[-1].end is None else "te_laat_gesloten"
            self.put("samenvatting", (which,), "waarde", 1)

    def put(self, *what):
        for one in self.figures:
            one.put(self.dossier, *what)

    def person(self, *where):
        """Counts the client once, however often."""
        for one in self.figures:
            if all(d is not self.dossier for _, d in one.behind(*where)):
                one.put(self.dossier, *where, 1)

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
        if not self.trajectory.went_out() and self.period.holds(end):
            self.put("doorstroom.besluit", (self.trajectory.ended.get("Besluit"),), "n", 1)

    def returns(self):
        """Who comes back, and who stays away."""
        state, now = self.state, self.trajectory
        if self.period.holds(now.begin):
            before = [t.end for t in state.trajectories[:state.trajectories.index(now)] if t.went_out()]
            again = [end for end in before if years_later(end, 5) >= now.begin]
            self.put("doorstroom.herhaald", (), "herhaald" if again else "nieuw", 1)
            if again and now.begin - max(again) <= 365:
                self.put("doorstroom.herhaald", (), "binnen_jaar", 1)
        if now.end is not None and now.went_out() and not self.neutral() and self.period.holds(now.end + 365):
            after = state.trajectories[state.trajectories.index(now) + 1:]
            self.put("doorstroom.herhaald", (), "jaar_later", 1)
            self.put("doorstroom.herhaald", (), "geen_nieuwe_start", int(not after or after[0].begin - now.end > 365))

    def reason(self):
        return self.model.reasons.get(self.trajectory.ended.get("Reden"))

    def neutral(self):
        return self.reason() is not None and self.reason().neutral

    def serve(self):
        """The clients that were helped in the period, and who they are."""
        end, first = self.trajectory.end, self.period.first
        intakes = self.trajectory.of("intake")
        decided = [r.get("Besluit") for r in intakes if r.get("Besluit")]
        if end is not None and first is not None and end < first or intakes and decided[-1:] != ["geplaatst"]:
            return
        self.person("doorstroom.bediend", (), "bediend")
        for name, values in self.traits(self.trajectory).items():
            for value in values:
                self.person("kenmerken", (name, value), "n")

    def traits(self, trajectory):
        """What is known of the client, each by its values."""
        then = self.then(trajectory)
        found = {"leeftijdsgroep": [age_group(then)]}
        for name in ("Gemeente", "Verwijzer", "Vorm"):
            found[name.lower()] = [self.model.valued("client", name, then.own(name))]
        here = [r for r in latest_indications(then) if valid(r, then.t)] if then.registered else []
        found["product"] = sorted({r.get("Product") for r in here} - {""}) or ["-"]
        return found

    def stays(self):
        entries, end = self.trajectory.entries, self.trajectory.end
        for entry, after in itertools.zip_longest(entries, entries[1:]):
            phase = self.phase(entry)
            if self.period.holds(entry.op):
                self.put("doorstroom.fase", (phase,), "begonnen", 1)
            norm = self.model.phase(phase) and self.model.phase(phase).norm
            if after is None and self.open:
                days = self.period.t - entry.op
                self.put("doorstroom.fase", (phase,), "open", 1)
                self.put("doorlooptijd", (phase,), "open", 1)
                self.put("doorlooptijd", (phase,), "open_mediaan", days)
                if norm is not None and days > norm:
                    self.put("doorlooptijd", (phase,), "open_boven_norm", 1)
            moved = after is not None or self.trajectory.went_out()
            self.expect("doorlooptijd", (phase,), entry.op, after.op if after is not None else end, moved)
            left = after.op if after is not None else end
            if not self.period.holds(left):
                continue
            self.put("doorstroom.fase", (phase,), "beeindigd", 1)
            if moved:
                days = max(0, left - entry.op)
                self.days("doorlooptijd", (phase,), days, "maximum")
                if norm is not None:
                    self.put("doorlooptijd", (phase,), "boven_norm", int(days > norm))

        if self.open:
            self.put("doorlooptijd.traject", (), "open", 1)
            self.put("doorlooptijd.traject", (), "open_mediaan", self.period.t - self.trajectory.begin)
        self.expect("doorlooptijd.traject", (), self.trajectory.begin, end, self.trajectory.went_out())

    def expect(self, table, row, begin, end, moved):
        """The days of a stay of which the period sees that it is there, and on which of them it ends by a move."""
        ended = end is not None and end <= self.period.t
        since = 0 if self.period.first is None else max(0, self.period.first - begin)
        until = max(0, (end if ended else self.period.t) - begin)
        if since <= until and begin <= self.period.t:
            moves = moved and ended and self.period.holds(end)
            self.put(table, row, "verwacht", (since, until, moves))

    def days(self, table, row, days, *more):
        self.put(table, row, "n", 1)
        for column in ("mediaan", "p90") + more:
            self.put(table, row, column, days)

    def waits(self):
        begin, intakes = self.trajectory.begin, self.trajectory.of("intake")
        decided = [r for r in intakes if r.get("Besluit")]
        if self.open and decided and decided[-1].get("Besluit") == "wachtlijst":
            self.put("wachten", (), "wachtlijst", 1)
            since = len(decided) - 1
            while since > 0 and decided[since - 1].get("Besluit") == "wachtlijst":
                since -= 1
            self.wait_now("wachtlijst", self.period.t - decided[since].op)
        if self.open and not intakes:
            self.wait_now("geen_intake", self.period.t - begin)
        if intakes and self.period.holds(intakes[0].op):
            self.wait("intake", max(0, intakes[0].op - begin))
        waiting = [i for i, r in enumerate(intakes) if r.get("Besluit") == "wachtlijst"]
        if waiting:
            placed = [r for r in intakes[waiting[0]:] if r.get("Besluit") == "geplaatst"]
            if placed and self.period.holds(placed[0].op):
                self.wait("plaatsing", placed[0].op - intakes[waiting[0]].op)
        placed = [r for r in intakes if r.get("Besluit") == "geplaatst"]
        if placed and self.period.holds(placed[0].op):
            self.wait("aanmelding", max(0, placed[0].op - begin))

    def wait(self, which, days):
        self.days("wachten.duur", (which,), days)
        norm = self.model.wait_norm(which)
        if norm is not None:
            self.put("wachten.duur", (which,), "boven_norm", int(days > norm))

    def wait_now(self, which, days):
        self.put("wachten.nu", (which,), "n", 1)
        self.put("wachten.nu", (which,), "mediaan", days)
        most = self.model.number("Signaal_wachten", 56)
        if which == "wachtlijst" and most and days > most:
            self.put("wachten.nu", (which,), "te_lang", 1)

    def indications(self):
        """Of an open client."""
        state, all_of, t = self.state, latest_indications(self.state), self.period.t
        if not all_of:
            return
        here = [r for r in all_of if valid(r, t)]
        until = last_valid_day(all_of, t)
        ends = bool(here) and until is not None and until <= t + self.model.number("Signaal_indicatie", 42)
        self.put("indicaties", (), "ooit", 1)
        self.put("indicaties", (), "geldig" if here else "geen_geldige", 1)
        if ends:
            self.put("indicaties", (), "loopt_af", 1)
        for product in sorted({r.get("Product") or "-" for r in all_of}):
            mine = [r for r in here if (r.get("Product") or "-") == product]
            if mine:
                self.put("indicaties.product", (product,), "geldig", 1)
            if mine and ends and any((r.get("Product") or "-") == product for r in all_of
                                     if r.date("Tot") == until and valid(r, until)):
                self.put("indicaties.product", (product,), "loopt_af", 1)
            if not here:
                self.put("indicaties.product", (product,), "geen_geldige", 1)
