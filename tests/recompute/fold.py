# SPDX-License-Identifier: ISC
"""Folds the records of a dossier to what they amount to on a day, by fasen-dossier(5)."""
import datetime
import copy
import re

from dates import day
from rec import KEY

FINISHED = ("behaald", "deels", "gestopt")
DECLINED = ("afgewezen", "doorverwezen", "ingetrokken")


def whole(text):
    """A whole number, None for anything else."""
    return int(text) if re.match(r"[+-]?\d+\Z", text) else None


def said(record, text):
    """By whom, on what, with whom, and the text without blanks around it."""
    return record.get("Wie"), record.get("Waarop"), record.get("Met"), text.strip(" \t\n")


class Merged:
    """What the records of one key amount to; index is its trajectory's."""

    def __init__(self, index):
        self.values, self.index, self.op, self.stands, self.place = {}, index, None, [], 0

    def amend(self, record):
        for name in record.values:
            self.values[name] = record.all(name)
        self.op = record.op if record.op is not None else self.op
        self.place = record.place

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
        hidden |= self.taken_back(dossier, hidden)
        rest = [r for r in dossier.records[1:] if id(r) not in hidden and (r.op is None or r.op <= t)]
        rest.sort(key=lambda r: (r.op is not None, r.op or 0))
        self.records = [first] + rest
        for place, record in enumerate(self.records):
            record.place = place
        self.keys = dict(KEY, **self.model.keys)
        self.kept = {kind: {} for kind in self.keys}
        self.things, self.all_strengths = [], []
        self.client = Merged(0)
        for record in self.records:
            if record.kind == "client":
                self.client.amend(record)
        begin = self.client.get("Aangemeld")
        self.trajectories = [Trajectory(first.date("Aangemeld") if begin == "" else self.client_day("Aangemeld"))]
        for record in self.records:
            self.take(record)
        self.stands()
        self.standing = {}
        if self.trajectories[-1].end is None:
            self.arrange()

    @staticmethod
    def unknown(dossier, start, known):
        """The records recorded after the day."""
        if known is None:
            return []
        return [r for r in dossier.records
                if (r.date("Vastgelegd") or (r.op if r.op is not None else start)) > known]

    def own(self, name):
        """The client's value, "-" for none."""
        return (self.client.get(name) if self.registered else "") or "-"

    def age(self):
        """In years, None without a day of birth."""
        born, now = self.client_day("Geboren"), datetime.date.fromordinal(self.t)
        if born is None:
            return None
        born = datetime.date.fromordinal(born)
        return now.year - born.year - ((now.month, now.day) < (born.month, born.day))
    @staticmethod
    def taken_back(dossier, hidden):
        """What the retractions take back that are not hidden: each of them counts unless one that counts takes it back."""
        retractions = [r for r in dossier.records[1:] if r.kind == "intrekking" and id(r) not in hidden]
        if not retractions:
            return set()
        handles = dossier.handles()
        named = [(r, handles[r.get("Wat")]) for r in retractions if r.get("Wat") in handles]
        named = [(r, what) for r, what in named if what is not dossier.records[0]]

        def counts(r):
            return not any(what is r and counts(by) for by, what in named)

        return {id(what) for r, what in named if counts(r)}

    def client_day(self, name):
        return day(self.client.get(name))

    def take(self, record):
        now = self.trajectories[-1]
        if record.kind == "fase" and record.get("Sinds"):
            return self.pace(record)
        if record.kind == "kracht" and record.get("Tot") and self.end_strength(record):
            return None
        if record.kind in ("fase", "kracht"):
            record = copy.copy(record)
            record.values = dict(record.values)
            self.all_strengths += [record] * (record.kind == "kracht")
        self.things.append(record)
        if record.kind == "fase" and now.end is not None:
            now = Trajectory(record.op)
            self.trajectories.append(now)
        now.events.append(record)
        if record.kind == "fase":
            now.entries.append(record)
        ends = record.kind == "uitstroom" or record.kind == "intake" and record.get("Besluit") in DECLINED
        if ends and now.end is None:
            now.end, now.ended = max(record.op, now.begin), record
        if record.kind in self.keys:
            key = record.get(self.keys[record.kind])
            one = self.kept[record.kind].setdefault(key, Merged(len(self.trajectories) - 1))
            one.amend(record)
            if record.kind in self.model.keys:
                one.index = len(self.trajectories) - 1
            if record.kind == "leefgebied":
                self.score(one, record, now)

    def pace(self, record):
        """A fase with Sinds changes what the present phase holds, where that was entered then."""
        phase = ([None] + [r for t in self.trajectories for r in t.entries])[-1]
        if phase is not None and phase.op == record.date("Sinds"):
            for name in ("Streefdatum", "Reden"):
                if record.has(name):
                    phase.values[name] = record.all(name)

    def end_strength(self, record):
        """Gives those of the same words that have none the Tot, or the last of them another; false without any."""
        words = [record.get(name) for name in ("Leefgebied", "Soort", "Tekst")]
        same = [r for r in self.all_strengths if [r.get(name) for name in ("Leefgebied", "Soort", "Tekst")] == words]
        for i, strength in enumerate(reversed(same)):
            if i > 0 and strength.get("Tot"):
                break
            strength.values["Tot"] = record.all("Tot")
        return bool(same)

    def there(self, things):
        """Of strengths or network those whose Tot is not over."""
        return [r for r in things if day(r.get("Tot")) is None or day(r.get("Tot")) >= self.t]

    def score(self, one, record, trajectory):
        if record.get("Score"):
            one.values["Nvt"] = []
            score = whole(record.get("Score"))
            scale = record.get("Schaal") or next(iter(self.model.scales), "")
            if score is not None and score in self.model.scales.get(scale, [score]):
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

    def strengths(self):
        return self.there(self.all_strengths)

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

    def arrange(self):
        """By which record each Afspraak stands: standing[Wie, Waarop, Met, text]; of two that say the same the one that
        lasts longer, else the later."""
        found = {}
        for r in self.trajectories[-1].of("akkoord"):
            for text in r.all("Vervalt"):
                found.pop(said(r, text), None)
            if r.get("Akkoord") == "nee":
                found = {key: rs for key, rs in found.items() if key[:3] != said(r, "")[:3]}
            for text in r.all("Afspraak") if r.get("Akkoord") == "ja" else []:
                found.setdefault(said(r, text), []).append(r)
        for key, records in found.items():
            records = [r for r in records if r.date("Tot") is None or r.date("Tot") >= self.t]
            if records:
                self.standing[key] = max(records, key=lambda r: (r.date("Tot") is None, r.date("Tot") or 0, r.place))

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
            goals, index = self.kept["doel"], self.trajectories.index(trajectory)
            return [a for a in self.kept["werkpunt"].values() if goals.get(a.get("Doel"), a).index == index]
        if kind == "akkoord":
            every = condition.field == "Afspraak" or condition.asked("Afspraak") is not None
            given = trajectory.of("akkoord") if every else self.agreements(trajectory.events)
            return [r for r in given if r.get("Akkoord") == "ja"]
        if kind == "kracht":
            return self.all_strengths
        if kind in self.model.keys:
            index = self.trajectories.index(trajectory)
            return [one for one in self.kept[kind].values() if one.index == index]
        return trajectory.of(kind)

    def values(self, condition, record, name):
        """The values that count; of an Afspraak those that stand."""
        if condition.kind != "akkoord" or name != "Afspraak":
            return record.all(name)
        return [v for v in record.all(name) if self.standing.get(said(record, v)) is record]

    def has(self, condition, record):
        return all(set(values) & set(self.values(condition, record, name)) for name, values in condition.asks)

    def count(self, condition, records):
        records = [r for r in records if self.has(condition, r)]
        if condition.field is None:
            return len(records)
        n = 0
        for record in records:
            values = set(self.values(condition, record, condition.field))
            n += len(values & set(condition.asks[0][1])) if condition.valued else len(values)
        return n

    def goal_of(self, record):
        action = record.get("Werkpunt")
        if action and "Stand" in record.values:
            return self.kept["werkpunt"][action].get("Doel") if action in self.kept["werkpunt"] else ""
        return record.get("Doel")

    def after(self, record, phase):
        """Whether it comes after that record of kind fase, which may be None."""
        if phase is None or record.place > phase.place:
            return True
        before = [r.place for r in self.records if r.kind == "fase" and not r.get("Sinds") and r.place < phase.place]
        return getattr(record, "kind", "") == "evaluatie" and record.op == phase.op and record.place > max(before, default=0)

    def refused(self, condition, trajectory):
        """Whether the latest word of one of several Wie is nee."""
        who = condition.asked("Wie") or []
        if condition.kind != "akkoord" or len(who) < 2:
            return False
        asked = [(name, condition.asked(name)) for name in ("Waarop", "Met") if condition.asked(name)]
        for one in who:
            said_so = [r for r in trajectory.of("akkoord") if r.get("Wie") == one and
                       all(r.get(name) in values for name, values in asked)]
            if said_so and said_so[-1].get("Akkoord") == "nee":
                return True
        return False

    def met(self, condition, trajectory, phase):
        """phase: the record of kind fase that "sinds fase" means."""
        if self.refused(condition, trajectory):
            return False
        records = self.counted(condition, trajectory)
        if condition.since:
            records = [r for r in records if self.after(r, phase)]
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
