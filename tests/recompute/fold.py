"""Folds the records of a dossier to what they amount to on a day, by fasen-dossier(5)."""
import re

from dates import day
from rec import KEY

FINISHED = ("behaald", "deels", "gestopt")
DECLINED = ("afgewezen", "doorverwezen", "ingetrokken")


def whole(text):
    """A whole number, None for anything else."""
    return int(text) if re.match(r"[+-]?\d+\Z", text) else None


class Merged:
    """What the records of one key amount to; index is its trajectory's."""

    def __init__(self, index):
        self.values, self.index, self.op, self.stands = {}, index, None, []

    def amend(self, record):
        for name in record.values:
            self.values[name] = record.all(name)
        self.op = record.op if record.op is not None else self.op

    def all(self, name):
        return self.values.get(name, [])

    def get(self, name):
        return (self.all(name) or [""])[0]

    def stand(self):
        return self.stands[-1].get("Stand") if self.stands else ""

    def finished(self):
        return self.stand() in FINISHED


class Trajectory:
    """ended is the uitstroom or intake that ended it; entries are its records of kind fase."""

    def __init__(self, begin):
        self.begin, self.end, self.ended, self.events, self.entries, self.scores = begin, None, None, [], [], {}

    def of(self, kind):
        return [r for r in self.events if r.kind == kind]

    def open(self, t):
        return self.begin <= t and (self.end is None or self.end > t)

    def went_out(self):
        return self.ended is not None and self.ended.kind == "uitstroom"


class State:
    """A dossier on day t as known on a day (None: all); registered is false before there is a state."""

    def __init__(self, dossier, model, t, known):
        self.model, self.t = model, t
        first = dossier.records[0]
        start = first.date("Aangemeld")
        self.registered = start <= t and all(r is not first for r in self.unknown(dossier, start, known))
        if not self.registered:
            return
        hidden = {id(r) for r in self.unknown(dossier, start, known)}
        rest = [r for r in dossier.records[1:] if id(r) not in hidden and (r.op is None or r.op <= t)]
        rest.sort(key=lambda r: (r.op is not None, r.op or 0))
        self.records = [first] + rest
        self.kept = {kind: {} for kind in KEY}
        self.client = Merged(0)
        for record in self.records:
            if record.kind == "client":
                self.client.amend(record)
        begin = self.client.get("Aangemeld")
        self.trajectories = [Trajectory(first.date("Aangemeld") if begin == "" else self.client_day("Aangemeld"))]
        for record in self.records:
            self.take(record)
        self.stands()

    @staticmethod
    def unknown(dossier, start, known):
        """The records recorded after the day."""
        if known is None:
            return []
        return [r for r in dossier.records
                if (r.date("Vastgelegd") or (r.op if r.op is not None else start)) > known]

    def client_day(self, name):
        return day(self.client.get(name))

    def take(self, record):
        now = self.trajectories[-1]
        if record.kind == "fase" and now.end is not None:
            now = Trajectory(record.op)
            self.trajectories.append(now)
        now.events.append(record)
        if record.kind == "fase":
            now.entries.append(record)
        ends = record.kind == "uitstroom" or record.kind == "intake" and record.get("Besluit") in DECLINED
        if ends and now.end is None:
            now.end, now.ended = max(record.op, now.begin), record
        if record.kind in KEY:
            key = record.get(KEY[record.kind])
            one = self.kept[record.kind].setdefault(key, Merged(len(self.trajectories) - 1))
            one.amend(record)
            if record.kind == "leefgebied":
                self.score(one, record, now)

    def score(self, one, record, trajectory):
        if record.get("Score"):
            one.values["Nvt"] = []
            score = whole(record.get("Score"))
            scale = record.get("Schaal") or (self.model.scales or [""])[0]
            if score is not None:
                trajectory.scores.setdefault((record.get("Leefgebied"), scale), {})[record.op] = score
        elif record.get("Nvt"):
            one.values["Score"] = []

    def stands(self):
        for record in self.records:
            if record.kind == "stand":
                action = record.get("Werkpunt")
                kind, key = ("werkpunt", action) if action else ("doel", record.get("Doel"))
                if key in self.kept[kind]:
                    self.kept[kind][key].stands.append(record)

    def goals(self, trajectory):
        """The trajectory's goals with their ids, in order of first appearance."""
        index = self.trajectories.index(trajectory)
        return [(k, g) for k, g in self.kept["doel"].items() if g.index == index]

    def actions(self, goal):
        """The actions of the goal with this id."""
        return [(k, a) for k, a in self.kept["werkpunt"].items() if a.get("Doel") == goal]

    def agreements(self, records):
        """The latest agreement per Wie, Waarop and Met."""
        latest = {}
        for r in records:
            if r.kind == "akkoord":
                latest[r.get("Wie"), r.get("Waarop"), r.get("Met")] = r
        return list(latest.values())

    # Conditions, as fasen-model(5) has them.

    def counted(self, condition, trajectory):
        kind = condition.kind
        if kind == "client":
            return [self.client]
        if kind == "intake":
            return trajectory.of("intake")[-1:]
        if kind in ("leefgebied", "netwerk"):
            return list(self.kept[kind].values())
        if kind == "doel":
            return [g for _, g in self.goals(trajectory)]
        if kind == "werkpunt":
            return [a for key, _ in self.goals(trajectory) for _, a in self.actions(key)]
        if kind == "akkoord":
            return [r for r in self.agreements(trajectory.events) if r.get("Akkoord") == "ja"]
        if kind == "kracht":
            return [r for r in self.records if r.kind == "kracht"]
        return trajectory.of(kind)

    def count(self, condition, records):
        if condition.field is None:
            return len(records)
        values = [v for r in records for v in r.all(condition.field)]
        return len([v for v in values if condition.value is None or v == condition.value])

    def goal_of(self, record):
        action = record.get("Werkpunt")
        if action and "Stand" in record.values:
            return self.kept["werkpunt"][action].get("Doel") if action in self.kept["werkpunt"] else ""
        return record.get("Doel")

    def met(self, condition, trajectory, since):
        records = self.counted(condition, trajectory)
        if condition.since:
            records = [r for r in records if r.op is not None and since is not None and r.op >= since]
        if condition.per == "leefgebied":
            for domain in self.model.domains:
                kept = self.kept["leefgebied"].get(domain)
                if kept is not None and kept.get("Nvt"):
                    continue
                if self.count(condition, [r for r in records if r.get("Leefgebied") == domain]) < condition.least:
                    return False
            return True
        if condition.per == "doel":
            for key, goal in self.goals(trajectory):
                if not goal.finished():
                    mine = [r for r in records if key == self.goal_of(r) or key in r.all("Doel")
                            and "Stand" not in r.values]
                    if self.count(condition, mine) < condition.least:
                        return False
            return True
        return self.count(condition, records) >= condition.least
