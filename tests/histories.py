# SPDX-License-Identifier: ISC
"""Random dossiers: most as a worker would keep them, some as nobody should.

usage: histories.py [--late=DAY] SEED COUNT MODEL [PER_FILE DIRECTORY]

The same seed, count and model give the same bytes, on standard output, or PER_FILE to a file in the directory.
With --late each dossier has more records, recorded after that day, and there are more dossiers of such records.
Each client has a field Nummer of its own, so that a report with --group=Nummer tells them apart.
"""
import datetime
import os
import random
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "recompute"))

from model import Model     # noqa: E402
from rec import Dossier, Record     # noqa: E402

EARLIEST, LATEST = datetime.date(2024, 1, 1), datetime.date(2026, 11, 20)
WORKERS, TEAMS, AIMS = ["anna", "bert", "Çigdem", "zoë"], ["noord", "zuid", "oost"], ["jongeren", "ouderen", "gezin"]
TEXTS = ["Een tekst.", "Regel een\n\nregel drie", "# geen commentaar", " met blanco's ", "schuin \\", "twee \\\\",
         "Fase: analyse", "+ plus", "é ł ح"]


class History:
    """One dossier in the making: records are lists of [name, value]."""

    def __init__(self, r, number, model, wild):
        self.r, self.model, self.wild = r, model, wild
        self.records, self.goals, self.actions, self.friends = [], [], [], []
        self.client = "%s%04d" % (r.choice(["c", "A-", "2026-", "z."]), number)
        self.day = EARLIEST + datetime.timedelta(days=r.randrange((LATEST - EARLIEST).days))
        self.phase, self.open = 0, True
        first = [["Aangemeld", self.day.isoformat()], ["Nummer", "n%d" % number], ["Naam", "Client %d" % number],
                 ["Hulpvraag", self.text()]]
        for domain in r.sample(model.domains, r.choice([0, 1, 2, 2, 3, 4])):
            first.append(["Vraag", domain])
        self.maybe(first, 0.5, "Begeleider", WORKERS)
        self.maybe(first, 0.6, "Team", TEAMS)
        self.maybe(first, 0.6, "Gemeente", ["Arnhem", "Nijmegen", "Ede"])
        self.maybe(first, 0.5, "Verwijzer", ["huisarts", "wijkteam"])
        self.maybe(first, 0.5, "Vorm", ["ambulant", "verblijf"])
        self.maybe(first, 0.7, "Geboren", ["1950-02-28", "1958-11-01", "1980-02-29", "1999-06-30", "2000-10-01", "2008-11-01",
                                           "2012-05-05"] + ["2030-01-01"] * wild)
        for aim in r.sample(AIMS, r.choice([0, 0, 1, 1, 2])):
            first.append(["Doelgroep", aim])
        if wild and r.random() < 0.2:
            first = [f for f in first if f[0] != r.choice(["Naam", "Hulpvraag"])]
        self.add("client", first, op=r.random() < 0.6)
        self.enter(model.phases[0].code)

    def text(self):
        return self.r.choice(TEXTS)

    def maybe(self, fields, chance, name, values):
        if self.r.random() < chance:
            fields.append([name, self.r.choice(values)])

    def later(self, most=120, least=-30):
        return (self.day + datetime.timedelta(days=self.r.randint(least, most))).isoformat()

    def add(self, kind, fields, op=True):
        r = self.r
        head = [["Record", kind], ["Client", self.client]]
        if op:
            head.append(["Op", self.day.isoformat()])
        elif r.random() < 0.2:
            head.append(["Op", ""])
        if r.random() < 0.15:
            fields = fields + [["Vastgelegd", self.later(60, -3)]]
        if r.random() < 0.1:
            fields = fields + [["Kleur", self.text()], ["Kleur", "rood"]]
        self.records.append(head + fields)

    def domain(self):
        return "elders" if self.wild and self.r.random() < 0.04 else self.r.choice(self.model.domains)

    def enter(self, code):
        r = self.r
        others = [a for a, c in self.model.alias.items() if c == code]
        if others and r.random() < 0.4:
            code = r.choice(others)
        if self.wild and r.random() < 0.04:
            code = r.choice(["droomfase", "", "Analyse"])
        fields = [["Fase", code]]
        if r.random() < 0.1:
            fields.append(["Streefdatum", self.later()])
        if r.random() < 0.15:
            fields += [["Afwijking", self.text()]] * r.choice([1, 2])
        self.add("fase", fields)

    # What may happen on a day.

    def move(self):
        phases = self.model.phases
        self.phase = self.r.choice([self.phase + 1, self.phase + 1, self.phase + 1, self.phase,
                                    self.r.randrange(len(phases))]) % len(phases)
        self.enter(phases[self.phase].code)

    def decide(self):
        what = self.r.choice(["geplaatst", "geplaatst", "wachtlijst", "wachtlijst", "wachtlijst"]
                             + ["afgewezen", "doorverwezen", "ingetrokken"] * (self.r.random() < 0.15))
        if self.wild and self.r.random() < 0.1:
            what = self.r.choice(["", "misschien"])
        self.add("intake", [["Besluit", what]] + [["Reden", self.text()]] * (self.r.random() < 0.5))

    def look(self):
        r = self.r
        fields = [["Leefgebied", self.domain()]]
        if r.random() < 0.65:
            fields.append(["Score", str(r.randint(1, 5))])
            if self.wild and r.random() < 0.04:
                fields[-1][1] = r.choice(["0", "9", "veel"])
            if self.wild and r.random() < 0.05:
                fields[-1][1] = ""
            if r.random() < 0.5:
                scales = list(self.model.scales) + ["vreemd"] * (self.wild and r.random() < 0.1)
                fields.append(["Schaal", r.choice(scales)])
        self.maybe(fields, 0.12, "Nvt", [self.text(), ""])
        self.maybe(fields, 0.25, "Zorg", [self.text(), ""])
        self.maybe(fields, 0.2, "Wens", [self.text()])
        self.add("leefgebied", fields)

    def strength(self):
        kind = "geluk" if self.wild and self.r.random() < 0.1 else self.r.choice(self.model.strengths)
        fields = [["Leefgebied", self.domain()], ["Soort", kind], ["Tekst", self.text()]]
        if self.wild and self.r.random() < 0.1:
            fields.pop()
        self.add("kracht", fields, op=self.r.random() < 0.8)

    def friend(self):
        name = self.r.choice(["Oma", "Buur", "Vriend"])
        fields = [["Naam", name]]
        if name not in self.friends or self.r.random() < 0.3:
            fields += [["Relatie", self.text()]] * (not self.wild or self.r.random() < 0.9)
        self.friends.append(name)
        self.maybe(fields, 0.5, "Geeft", [self.text(), self.text(), ""])
        self.maybe(fields, 0.5, "Krijgt", [self.text(), self.text(), ""])
        self.add("netwerk", fields, op=self.r.random() < 0.8)

    def goal(self):
        r = self.r
        if self.goals and r.random() < 0.25:
            fields = [["Doel", r.choice(self.goals)]]
            self.maybe(fields, 0.4, "Streefdatum", [self.later(), ""])
            self.maybe(fields, 0.2, "Leefgebied", [self.domain(), self.domain(), ""])
            self.maybe(fields, 0.2, "Kracht", [self.text(), ""])
        else:
            self.goals.append("d%d" % (len(self.goals) + 1))
            fields = [["Doel", self.goals[-1]], ["Leefgebied", self.domain()], ["Tekst", self.text()]]
            self.maybe(fields, 0.5, "Streefdatum", [self.later()])
            for _ in range(r.choice([0, 0, 1, 2])):
                fields.append(["Kracht", self.text()])
        self.add("doel", fields)

    def action(self):
        r = self.r
        if not self.goals:
            return self.goal()
        if self.actions and r.random() < 0.2:
            fields = [["Werkpunt", r.choice(self.actions)]]
            self.maybe(fields, 0.4, "Wie", ["client", "begeleider", "Oma"])
            self.maybe(fields, 0.4, "Streefdatum", [self.later(), ""])
            self.maybe(fields, 0.2, "Doel", self.goals)
        else:
            goal = "d99" if self.wild and r.random() < 0.05 else r.choice(self.goals)
            self.actions.append("%s.%d" % (goal, len(self.actions) + 1))
            fields = [["Werkpunt", self.actions[-1]], ["Doel", goal], ["Tekst", self.text()],
                      ["Wie", r.choice(["client", "netwerk", "begeleider", "Oma"])]]
            self.maybe(fields, 0.5, "Streefdatum", [self.later()])
            self.maybe(fields, 0.3, "Inzet", [self.text()])
        self.add("werkpunt", fields)

    def status(self):
        r = self.r
        if not self.goals:
            return self.goal()
        fields = []
        if not self.actions or r.random() < 0.6:
            fields.append(["Doel", "d77" if self.wild and r.random() < 0.05 else r.choice(self.goals)])
        if self.actions and (not fields or self.wild and r.random() < 0.1):
            fields.append(["Werkpunt", r.choice(self.actions)])
        if self.wild and r.random() < 0.02:
            fields = []
        stand = r.choice(["open", "bezig", "behaald", "behaald", "deels", "gestopt"])
        if self.wild and r.random() < 0.06:
            stand = r.choice(["", "klaar"])
        fields.append(["Stand", stand])
        self.maybe(fields, 0.4, "Score", ["-2", "-1", "0", "1", "2"] + ["3", "x"] * self.wild)
        self.add("stand", fields)

    def agree(self):
        r = self.r
        fields = [["Wie", r.choice(["client", "client", "client", "vertegenwoordiger", "netwerk", "Oma"])],
                  ["Waarop", r.choice(["intake", "persoonsbeschrijving", "plan", "plan", "plan", "evaluatie", "delen"])],
                  ["Akkoord", r.choice(["ja", "ja", "ja", "nee"])]]
        self.maybe(fields, 0.2, "Met", ["huisarts", "school"])
        self.maybe(fields, 0.15, "Tot", [self.later(200, -5)])
        for name, chance in (("Afspraak", 0.3), ("Afspraak", 0.2), ("Vervalt", 0.2)):
            self.maybe(fields, chance, name, ["Op tijd.", " Op tijd. ", "Bellen.", ""])
        if self.wild and r.random() < 0.1:
            fields.pop(r.randrange(3))
        self.add("akkoord", fields)

    def evaluate(self):
        fields = [["Soort", self.r.choice(["tussentijds", "eind"])],
                  ["Besluit", self.r.choice(["voortzetten", "bijstellen", "uitstroom"])]]
        self.maybe(fields, 0.6, "Volgende", [self.later(), ""])
        for name in ("Tevredenheid", "Samenwerking"):
            self.maybe(fields, 0.5, name, [str(n) for n in range(1, 11)] + ["11", ""] * self.wild)
        self.add("evaluatie", fields)

    def indicate(self):
        r = self.r
        fields = [["Product", r.choice(["begeleiding", "dagbesteding", "Wonen"])], ["Van", self.later(60, -60)]]
        self.maybe(fields, 0.8, "Tot", [self.later(400, -5)])
        self.maybe(fields, 0.5, "Toewijzing", ["t1", "t2", "t3"])
        if self.wild and r.random() < 0.1:
            fields.pop(r.randrange(len(fields)))
        self.add("indicatie", fields)

    def note(self):
        fields = [["Tekst", self.text()]] + [["Doel", g] for g in self.goals if self.r.random() < 0.2]
        if self.wild and self.r.random() < 0.05:
            fields[0][1] = ""
        self.add("notitie", fields)

    def amend(self):
        r = self.r
        fields = []
        self.maybe(fields, 0.4, "Begeleider", WORKERS + [""])
        self.maybe(fields, 0.4, "Team", TEAMS + [""])
        if r.random() < 0.3:
            fields += [["Vraag", d] for d in r.sample(self.model.domains, r.choice([1, 2, 3]))]
        self.maybe(fields, 0.2, "Verwijzer", ["huisarts", ""])
        self.maybe(fields, 0.15, "Doelgroep", AIMS + [""])
        if self.wild and r.random() < 0.15:
            fields.append(["Aangemeld", self.later(40, -40)])
        if self.wild and r.random() < 0.1:
            fields += [["Naam", ""]]
        self.add("client", fields, op=r.random() < 0.9)

    def leave(self):
        r = self.r
        reason = r.choice(list(self.model.reasons))
        if self.wild and r.random() < 0.1:
            reason = r.choice(["", "zomaar"])
        fields = [["Reden", reason]]
        self.maybe(fields, 0.4, "Nazorg", [self.later(90, 5)])
        self.maybe(fields, 0.7, "Tevredenheid", [str(n) for n in range(1, 11)] + ["11", ""])
        if self.model.destinations:
            self.maybe(fields, 0.8, "Bestemming", self.model.destinations * 2 + ["", "elders", "Familie"] * self.wild)
        self.add("uitstroom", fields)

    def strange(self):
        self.add("droom", [["Fase", "analyse"], ["Score", "4"]], op=True)

    def live(self):
        ways = ([self.move] * 6 + [self.decide] * 3 + [self.look] * 7 + [self.strength] * 2 + [self.friend] * 2
                + [self.goal] * 4 + [self.action] * 4 + [self.status] * 6 + [self.agree] * 3 + [self.evaluate] * 2
                + [self.note] * 3 + [self.amend] * 2 + [self.indicate] * 2 + [self.leave] + [self.strange] * self.wild)
        quick = self.r.choice([3, 10, 25, 60])
        for _ in range(self.r.choice([2, 8, 20, 40, 60])):
            self.r.choice(ways)()
            self.day += datetime.timedelta(days=self.r.randint(0, quick))
            if self.day > datetime.date(2027, 3, 1):
                break
        if self.wild:
            self.disorder()
        self.later_kinds()
        self.take_back()

    def later_kinds(self):
        """Strengths and network that end, another pace, indications: what came later than the format. They have random
        numbers of their own."""
        r = random.Random("later/" + self.client)
        for record in list(self.records):
            fields = dict(record)
            if record[0][1] == "kracht" and r.random() < 0.3:
                words = [f for f in record if f[0] in ("Leefgebied", "Soort", "Tekst")]
                self.insert(r, "kracht", words + [["Tot", self.some_day(r)]])
            elif record[0][1] == "netwerk" and r.random() < 0.2:
                self.insert(r, "netwerk", [["Naam", fields["Naam"]], ["Tot", r.choice([self.some_day(r), ""])]])
            elif record[0][1] == "fase" and fields.get("Op") and r.random() < 0.2:
                pace = [["Fase", fields["Fase"]], ["Streefdatum", r.choice([self.some_day(r), ""])], ["Sinds", fields["Op"]]]
                self.insert(r, "fase", pace + [["Reden", "tempo"]] * (r.random() < 0.3), fields["Op"])
        if r.random() < 0.2:
            self.insert(r, "indicatie", [["Product", "Begeleiding"], ["Van", self.some_day(r)], ["Tot", self.some_day(r)]])

    def some_day(self, r):
        return (EARLIEST + datetime.timedelta(days=r.randrange((LATEST - EARLIEST).days))).isoformat()

    def insert(self, r, kind, fields, after=None):
        start = datetime.date.fromisoformat(after or self.some_day(r))
        op = (start + datetime.timedelta(days=r.choice([0, 1, 7, 30]))).isoformat()
        self.records.insert(r.randint(1, len(self.records)), [["Record", kind], ["Client", self.client], ["Op", op]] + fields)

    def take_back(self):
        """Retractions, also of retractions, and of nothing."""
        r = random.Random("taken/" + self.client)
        for _ in range(r.choice([0, 0, 0, 1, 2, 5])):
            handles = Dossier(self.client, "")
            handles.records = [Record(one[0][1], one[2:]) for one in self.records]
            found = handles.handles()
            names = list(found)
            handle = r.choice(names[-4:] if r.random() < 0.4 else names)
            if r.random() < 0.1:
                handle = "0123456789ab"
            op = (datetime.date.fromisoformat(self.some_day(r)) + datetime.timedelta(days=200)).isoformat()
            late = [["Vastgelegd", self.some_day(r)]] * (r.random() < 0.3)
            kind = r.choice(["", "", "doel"])     # that may be another than the record's: the handle alone decides
            if kind == "" and handle in found:
                kind = found[handle].kind
            self.records.append([["Record", "intrekking"], ["Client", self.client], ["Op", op], ["Wat", handle],
                                 ["Soort", kind or "fase"], ["Reden", "vergissing"]] + late)

    def disorder(self):
        """Records out of order, days changed, records twice."""
        r = self.r
        rest = self.records[1:]
        for _ in range(r.choice([0, 1, 3, 8])):
            i = r.randrange(len(rest))
            what = r.random()
            if what < 0.5:
                rest.insert(r.randrange(len(rest) + 1), rest.pop(i))
            elif what < 0.9:
                for field in rest[i]:
                    if field[0] == "Op" and field[1]:
                        day = datetime.date.fromisoformat(field[1]) + datetime.timedelta(days=r.randint(-90, 90))
                        field[1] = day.isoformat()
            else:
                rest.append([list(f) for f in rest[i]])
        self.records[1:] = rest

    def written(self):
        r = self.r
        lines = []
        for record in self.records:
            if self.wild and r.random() < 0.05:
                lines.append("# opmerking\n")
            for name, value in record:
                first, *more = value.split("\n")
                lines.append((name + ": " + first).rstrip(" ") + self.end(first) if first == ""
                             else name + ": " + first + self.end(first))
                lines += ["+ " + m + self.end(m) for m in more]
            lines.append(r.choice(["\n", "\n", " \n"]) if self.wild else "\n")
            if self.wild and r.random() < 0.02:
                lines.append("%rec: iets\n%doc: niet van ons\n\n")
        if self.wild and r.random() < 0.08:
            self.spoil(lines)
        return "".join(lines).replace("\n", "\r\n" if self.wild and r.random() < 0.05 else "\n")

    @staticmethod
    def end(line):
        """A line that ends in a backslash is written with it doubled, and an empty line after it."""
        return "\\\n\n" if line.endswith("\\") else "\n"

    def spoil(self, lines):
        """Makes the dossier malformed, in a way of those that fasen-dossier(5) names."""
        wrong = ["Op: 2026-02-30\n", "geen syntax\n", "Vastgelegd: morgen\n", "Record: fase\n", "Client: %s\n" % self.client]
        heads = [i for i, line in enumerate(lines) if line.startswith("Client: ")]
        lines.insert(self.r.choice(heads) + 1, self.r.choice(wrong))


def dossier(seed, number, model):
    """One dossier as text; two of five are wild."""
    r = random.Random("%s/%d" % (seed, number))
    history = History(r, number, model, r.random() < 0.4)
    history.live()
    return history.written()


def later(seed, number, model, client, day):
    """Records of this client (None: a new one), all recorded after the day."""
    history = History(random.Random("late/%s/%d" % (seed, number)), number, model, False)
    history.live()
    history.client = client or history.client
    for record in history.records:
        record[:] = [f for f in record if f[0] != "Vastgelegd"]
        record[1][1] = history.client
        after = datetime.date.fromisoformat(day) + datetime.timedelta(days=history.r.randint(1, 200))
        record.append(["Vastgelegd", after.isoformat()])
    del history.records[:0 if client is None else 1]
    return history.written()


def main():
    words = sys.argv[1:]
    late = words.pop(0)[len("--late="):] if words[0].startswith("--late=") else None
    seed, count = words[0], int(words[1])
    with open(words[2], encoding="utf-8") as f:
        model = Model(f.read())
    per, where = (int(words[3]), words[4]) if len(words) > 3 else (count, None)
    for start in range(0, count, per):
        text = ""
        for n in range(start, min(start + per, count)):
            one = dossier(seed, n, model)
            text += one
            if late is not None:
                client = one.split("\n")[1][len("Client: "):]
                text += later(seed, n, model, client, late) + later(seed, count + n, model, None, late)
        if where is None:
            sys.stdout.buffer.write(text.encode())
        else:
            with open(os.path.join(where, "%06d.rec" % start), "wb") as f:
                f.write(text.encode())


if __name__ == "__main__":
    main()
