#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Histories made by the commands alone, some as a worker would, some as nobody should: they are clean under fasen-check.

usage: called_histories.py SEED COUNT [FIRST]	prints TAP, and for each history that fails its seed and its calls

Of each history: fasen-check finds no error, and no warning that no call gave; a call that is refused leaves the
dossier byte for byte as it was, and one that exits with 0 appends to it. No call ends, begins or moves a trajectory
that did not say so, by the second program's fold (recompute). Now and then two people work on copies, which are then
joined. FIRST begins at that history.
"""
import collections
import datetime
import os
import random
import re
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(TOP, "tests", "recompute"))

import dates                            # noqa: E402
from fold import State                  # noqa: E402
from model import Model                 # noqa: E402
from rec import dossiers                # noqa: E402

MODEL_FILE = os.environ.get("FASEN_MODEL", os.path.join(TOP, "samples", "model.rec"))
with open(MODEL_FILE, encoding="utf-8") as _file:
    MODEL = Model(_file.read())


def codes(kind, field="Code"):
    """The codes of a kind in the model."""
    with open(MODEL_FILE, encoding="utf-8") as file:
        return re.findall("^%s: (.*)$" % field, "\n\n".join(
            r for r in re.split("\n\n+", file.read()) if re.search("^Record: %s$" % kind, r, re.M)), re.M)


DOMAINS, STRENGTHS, SCALES, REASONS = codes("leefgebied"), codes("krachtsoort"), codes("schaal"), codes("uitstroomreden")
PHASES = codes("fase") + codes("fase", "Alias") + ["2"]
TEXTS = ["Een tekst.", "Ik wil wonen", "Regel een\n\nregel drie", "# geen commentaar", " met blanco's ", "schuin \\",
         "Client moet bellen", "Fase: analyse", "+ plus", "é ł ح"]
WHO = ["client"] * 12 + ["vertegenwoordiger", "netwerk", "begeleider", "Oma"] * 2 + [
    "clent", "begeleidr", "oma", "Client", "cliënt", "de klient", "cli\u00adent", "Jan", "piet", "J\u00adan", "  "]
ON = ["intake", "persoonsbeschrijving", "plan", "plan", "evaluatie", "delen"]


def quoted(value):
    return '"%s"' % value.replace('"', '""')


def bare(text):
    """Without the day that was today, and without what a join tells of both versions: a phase, a line."""
    return re.sub("after today, [0-9-]*$|(?<=the client is in )[a-z]*|(?<=on line )[0-9]*|(?<=decided so already, on )[0-9-]*", "", text)


def written(name, value):
    """A field of a form, as rec has it."""
    first, *more = value.split("\n")
    lines = [name + ": " + first] + ["+ " + m for m in more]
    return "".join(line + ("\\\n\n" if line.endswith("\\") else "\n") for line in lines)


def trajectories(data):
    """Begin and end of each trajectory of the dossier, by the second program."""
    found = list(dossiers(data, "x"))
    state = State(found[0], MODEL, dates.day("2199-12-31"), None)
    return [(t.begin, t.end) for t in state.trajectories]


class History:
    def __init__(self, seed, number, folder):
        self.r = random.Random("%s/%d" % (seed, number))
        self.folder = os.path.join(folder, str(number))
        os.mkdir(self.folder)
        self.client, self.path = "c%d" % number, os.path.join(self.folder, "c%d.rec" % number)
        self.today = datetime.date(2024, 1, 1) + datetime.timedelta(days=self.r.randrange(500))
        self.calls, self.said, self.wrong, self.closed = [], [], [], False
        self.goals, self.actions = [], []

    # Values

    def chance(self, p):
        return self.r.random() < p

    def day(self, least=-60, most=0):
        return (self.today + datetime.timedelta(days=self.r.randint(least, most))).isoformat()

    def op(self):
        """The day that a record holds from: mostly today or lately, often some months ago, now and then impossible or to come."""
        p = self.r.random()
        if p < 0.65:
            return self.r.choice([self.today.isoformat(), self.day(-20, 0)])
        return self.day(-150, -1) if p < 0.9 else self.r.choice([self.day(-900, -150), self.day(1, 40)])

    def ahead(self):
        return self.day(10, 200) if self.chance(0.8) else self.r.choice([self.day(-100, 0), self.today.isoformat(), ""])

    def text(self):
        return self.r.choice(TEXTS)

    def domain(self):
        return self.slip(DOMAINS, ["wonne"], 0.02)

    def slip(self, right, wrong, p=0.05):
        return self.r.choice(wrong if self.chance(p) else right)

    def goal(self):
        return self.slip(self.goals or ["d1"], ["d77"])

    def action(self):
        return self.slip(self.actions or ["d1.1"], ["d1.77"])

    def some(self, *fields):
        """Each of the fields with its chance and the value that its maker gives."""
        return [[name, make() if callable(make) else self.r.choice(make)] for p, name, make in fields if self.chance(p)]

    # What the records of a kind hold, whichever way they come in.

    def fields(self, kind):
        r = self.r
        if kind == "client":
            fields = self.some((0.3, "Team", ["noord", "zuid", ""]), (0.3, "Begeleider", ["anna", "bert", ""]),
                               (0.1, "Naam", ["Jan", "Piet", "", " "]), (0.1, "Roepnaam", ["Piet", "Oma"]), (0.1, "Hulpvraag", ["Help", ""]),
                               (0.2, "Geboren", lambda: self.slip(["1990-02-03"], ["1880-01-01", self.day(0, 30), self.day(-900, 0), "1990-02-30"], 0.3)),
                               (0.1, "Aangemeld", [self.day(-900, 0), self.day(0, 30), ""]),
                               (0.1, "BSN", lambda: self.slip(["111222333"], ["123456789"])), (0.2, "Gemeente", ["Ede"]),
                               (0.1, "Verwachte_weken", lambda: self.slip(["4", "30"], ["x"])))
            for _ in range(r.choice([0, 0, 1, 2, 3])):
                fields.append(["Vraag", self.domain()])
            return fields or [["Team", "oost"]]
        if kind == "intake":
            return [["Besluit", self.slip(["geplaatst", "geplaatst", "wachtlijst"], ["afgewezen", "ingetrokken", "geplaats"], 0.2)]] + \
                self.some((0.3, "Reden", self.text))
        if kind == "akkoord":
            return [["Waarop", self.slip(ON, ["plann"])], ["Akkoord", r.choice(["ja", "ja", "ja", "nee"])], ["Wie", r.choice(WHO)]] + \
                self.some((0.3, "Met", ["huisarts", "school", "school", "School", " school"]), (0.1, "Tot", self.ahead), (0.3, "Afspraak", TEXTS),
                          (0.2, "Afspraak", TEXTS), (0.1, "Vervalt", TEXTS), (0.1, "Waarvoor", self.text))
        if kind == "leefgebied":
            return [["Leefgebied", self.domain()]] + self.some(
                (0.7, "Score", lambda: self.slip("12345", "67")), (0.1, "Schaal", lambda: self.slip(SCALES, ["tien"])),
                (0.1, "Nvt", self.text), (0.3, "Zorg", TEXTS + [""]), (0.3, "Wens", self.text))
        if kind == "kracht":
            return [["Leefgebied", self.domain()], ["Soort", r.choice(STRENGTHS)], ["Tekst", self.text()]]
        if kind == "netwerk":
            return [["Naam", r.choice(["Oma", "Buur", "Vriend", "oma"])]] + self.some(
                (0.9, "Relatie", lambda: self.slip(["familie"], [""])), (0.4, "Geeft", self.text), (0.4, "Krijgt", self.text))
        if kind == "doel":
            return [["Tekst", self.text()], ["Leefgebied", self.domain()]] + self.some(
                (0.6, "Streefdatum", self.ahead), (0.1 * (len(self.goals) > 0), "Onder", self.goal),
                (0.2, "Termijn", lambda: self.slip(["kort", "lang"], ["half"])), (0.2, "Prioriteit", lambda: self.slip("12", "0")), (0.2, "Kracht", TEXTS), (0.2, "Kracht", TEXTS))
        if kind == "werkpunt":
            return [["Tekst", self.text()], ["Doel", self.goal()], ["Wie", r.choice(WHO)]] + self.some(
                (0.6, "Streefdatum", self.ahead), (0.2, "Inzet", self.text))
        if kind == "stand":
            about = [["Doel", self.goal()]] if self.chance(0.6) or not self.actions else [["Werkpunt", self.action()]]
            return [["Stand", self.slip(["open", "bezig", "behaald", "deels", "gestopt"], ["klaar"])]] + about + self.some(
                (0.3, "Score", lambda: self.slip(["-2", "-1", "0", "1", "2"], "3")), (0.2, "Toelichting", self.text))
        if kind == "evaluatie":
            return [["Besluit", r.choice(["voortzetten", "bijstellen", "uitstroom"])], ["Soort", r.choice(["tussentijds", "eind"])]] + \
                self.some((0.6, "Volgende", self.ahead), (0.3, "Tevredenheid", lambda: self.slip("7", ["11"])), (0.2, "Aanwezig", ["Oma", "client"]),
                          (0.2, "Aanwezig", ["Oma", "client"]))
        if kind == "notitie":
            return [["Tekst", self.text()]] + self.some((0.3 * (len(self.goals) > 0), "Doel", self.goal), (0.3 * (len(self.goals) > 0), "Doel", self.goal))
        if kind == "indicatie":
            return [["Product", r.choice(["begeleiding", "verblijf"])], ["Van", self.day(-100, 20)]] + \
                self.some((0.5, "Tot", self.ahead), (0.3, "Toewijzing", ["A1", "B2"]), (0.2, "Omvang", self.text))
        if kind == "uitstroom":
            return [["Reden", r.choice(REASONS)]] + self.some((0.4, "Nazorg", self.ahead), (0.3, "Tevredenheid", lambda: self.slip("8", ["11"])),
                                                             (0.3, "Bestemming", self.text))
        return [["Fase", r.choice(PHASES)]] + self.some((0.4, "Reden", self.text), (0.2, "Streefdatum", self.ahead))

    # Calls

    def bytes(self):
        try:
            with open(self.path, "rb") as file:
                return file.read()
        except FileNotFoundError:
            return b""

    def call(self, *argv, must=True, registers=False):
        """Runs a call on the dossier. `must`: exit 0 says that something was recorded."""
        argv = list(argv) + ["--today=" + self.today.isoformat()]
        way = "register" if registers else self.r.choice(["file", "file", "file", "stdin", "in place", "client"])
        in_place = way in ("register", "in place")
        argv += {"register": [], "stdin": [], "file": [self.path], "in place": ["-i", self.path], "client": ["-c", self.client, self.path]}[way]
        before = self.bytes()
        done = subprocess.run(argv, input=before if way == "stdin" else b"", stdout=subprocess.PIPE, stderr=subprocess.PIPE, close_fds=False, check=False)
        after = self.bytes() if in_place else done.stdout
        said = done.stderr.decode()
        self.calls.append((argv, done.returncode, said))
        self.said += said.splitlines()
        if done.returncode == 2 and not in_place:
            after = before
        if done.returncode not in (0, 1, 2):
            self.wrong.append("exit %d" % done.returncode)
        elif done.returncode != 0 and after != before:
            self.wrong.append("a refused call changed the dossier")
        elif done.returncode == 0 and not (after.startswith(before) and (len(after) > len(before) or not must)):
            self.wrong.append("exit 0 and nothing appended" if after == before else "not appended to")
        if done.returncode != 0 and not re.search(r": (error|fout): |Try \"|nothing was|rejected", said):
            self.wrong.append("refused without a reason")
        if after != before:
            if not in_place:
                with open(self.path, "wb") as file:
                    file.write(after)
            self.follow(argv, before, after, said)
            self.learn(after.decode())
        return done.returncode == 0

    def follow(self, argv, before, after, said):
        """What became of the trajectories is what the call was for. The second program knows of nothing taken back."""
        if b"Record: intrekking\n" in after:
            return
        then, now = trajectories(before) if before else [], trajectories(after)
        if len(now) > max(len(then), 1) and "--reopen" not in argv and "a new trajectory, " not in said:
            self.wrong.append("a trajectory began: %s" % argv)
        for (begin, end), (anew, ends) in zip(then[1:], now[1:]):
            if begin != anew:
                self.wrong.append("a trajectory begins elsewhere: %s" % argv)
        for (begin, end), (anew, ends) in zip(then, now):
            if end is not None and end != ends and not (anew != begin and ends == anew):
                self.wrong.append("a trajectory ends elsewhere: %s" % argv)
            if end is None and ends is not None and not any(re.match("--(close|decide|fill|update)", a) for a in argv):
                self.wrong.append("a trajectory ended: %s" % argv)

    def options(self, fields):
        return ["--%s=%s" % (name.lower(), value) for name, value in fields]

    def dated(self):
        return ["--date=" + self.op()] if self.chance(0.4) else []

    def verb(self, program, option, kind, value):
        """A verb of which one field is the value."""
        fields = self.fields(kind)
        at = [name for name, _ in fields].index(value)
        value = fields.pop(at)[1]
        return self.call(program, option + "=" + value, *self.options(fields), *self.dated())

    # What may happen

    def decide(self):
        self.verb("fasen-intake", "--decide", "intake", "Besluit")

    def agree(self):
        fields = self.fields("akkoord")
        on, yes = fields.pop(0)[1], fields.pop(0)[1]
        program = self.r.choice(["fasen-intake", "fasen-plan"])
        self.call(program, ("--agree=" if yes == "ja" else "--refuse=") + on, *self.options(fields), *self.dated())

    def indicate(self):
        self.call("fasen-intake", "--indication", *self.options(self.fields("indicatie")), *self.dated())

    def amend(self):
        self.call("fasen-intake", "--amend", *self.options(self.fields("client")), *self.dated())

    def look(self):
        self.verb("fasen-domains", "--domain", "leefgebied", "Leefgebied")

    def scores(self):
        domains = self.r.sample(DOMAINS, self.r.randint(1, min(4, len(DOMAINS))))
        self.call("fasen-domains", "--scores=" + ",".join("%s=%s" % (d, self.r.choice("12345" + "6" * self.chance(0.1))) for d in domains),
                  *self.dated())

    def strength(self):
        self.verb("fasen-domains", "--strength", "kracht", "Tekst")

    def friend(self):
        self.verb("fasen-domains", "--network", "netwerk", "Naam")

    def plan_goal(self):
        self.verb("fasen-plan", "--goal", "doel", "Tekst")

    def plan_action(self):
        self.verb("fasen-plan", "--action", "werkpunt", "Tekst")

    def again(self):
        """What was recorded is recorded once more."""
        argv = [a for a in self.calls[-1][0] if a not in ("-i", self.path) and not a.startswith("--today")]
        if "-d" not in argv and argv[0] != "fasen-check":
            self.call(*argv, must=False)

    def status(self):
        self.verb("fasen-plan", "--status", "stand", "Stand")

    def amend_plan(self):
        kind = self.r.choice(["doel", "werkpunt"] if self.actions else ["doel"])
        fields = [f for f in self.fields(kind) if self.chance(0.4)] or [["Streefdatum", self.ahead()]]
        if self.chance(0.1):
            fields[0][1] = ""
        self.call("fasen-plan", "--amend=" + (self.goal() if kind == "doel" else self.action()), *self.options(fields), *self.dated())

    def evaluate(self):
        self.verb("fasen-plan", "--evaluate", "evaluatie", "Besluit")

    def note(self):
        self.verb("fasen-plan", "--note", "notitie", "Tekst")

    def move(self):
        """Often onward with conditions set aside, so that histories come to evaluations and what follows from them."""
        fields = self.fields("fase")
        words = self.options([f for f in fields[1:] if f[0] != "Reden"])
        if self.chance(0.6):
            words += ["--override", "--reden=" + self.text()]
        elif self.chance(0.5):
            words += self.options([f for f in fields[1:] if f[0] == "Reden"])
        if self.chance(0.25):
            words.append("--to=" + fields[0][1])
        if self.chance(0.3):
            self.evaluate()
        self.call("fasen-advance", *words, *self.dated())

    def leave(self):
        if self.closed != self.chance(0.1):
            self.call("fasen-advance", "--reopen", *self.dated())
        else:
            self.verb("fasen-advance", "--close", "uitstroom", "Reden")

    def take_back(self):
        """The last record, or any that the timeline shows."""
        which = "--last"
        if self.chance(0.7):
            shown = subprocess.run(["fasen-show", "-v", "tijdlijn", "-T", "tsv", "--handles", "--today=2199-12-31", self.path],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, close_fds=False, check=False).stdout.decode()
            which = self.r.choice([row.split("\t")[-1] for row in shown.splitlines()[1:]] or ["0123456789ab"])
        self.call("fasen-retract", which, "--reden=" + self.text(), *self.dated())

    def fill(self):
        """Some records on one form, written by hand; or one that the command prints, with some of its fields filled in anew."""
        program, kinds = self.r.choice([
            ("fasen-intake", ["client", "intake", "akkoord"]), ("fasen-domains", ["leefgebied", "kracht", "netwerk"]),
            ("fasen-plan", ["doel", "werkpunt", "stand", "akkoord", "evaluatie", "notitie", "leefgebied"]),
            ("fasen-plan", ["doel", "werkpunt", "stand"]), ("fasen-advance", ["uitstroom"])])
        form = ""
        if program != "fasen-advance" and self.chance(0.3):
            form = subprocess.run([program, "--form", "--today=" + self.today.isoformat(), self.path], stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, close_fds=False, check=False).stdout.decode()
            kind = ""
            lines = form.split("\n")
            for i, line in enumerate(lines):
                name = line.split(":")[0]
                if name == "Record":
                    kind = line[len("Record: "):]
                elif line[:1].isalpha() and self.chance(0.06) and name not in ("Client", "Records"):
                    for field in [f for f in self.fields(kind) + [["Op", self.op()]] if f[0] == name]:
                        lines[i] = written(*field).rstrip("\n") if not field[1].endswith("\\") else line
            form = "\n".join(lines)
        else:
            for kind in [self.r.choice(kinds) for _ in range(self.r.choice([1, 1, 2, 3, 6]))]:
                fields = self.fields(kind)
                if kind in ("doel", "werkpunt") and self.chance(0.4):
                    fields.insert(0, ["Doel" if kind == "doel" else "Werkpunt", self.goal() if kind == "doel" else self.action()])
                if kind == "werkpunt" and self.chance(0.2):
                    fields = [f for f in fields if f[0] != "Doel"]
                if kind == "stand" and fields[1][0] == "Werkpunt" and self.chance(0.5):
                    fields.insert(1, ["Doel", self.goal()])
                if self.chance(0.3):
                    fields.append(["Op", self.op()])
                if self.chance(0.05):
                    fields.append([self.r.choice(["Kleur", "Streefdatm", "Tekts"]), "x"])
                form += "Record: %s\nClient: %s\n" % (kind, self.client) + "".join(written(*f) for f in fields) + "\n"
        path = os.path.join(self.folder, "form")
        with open(path, "w", encoding="utf-8") as file:
            file.write(form)
        self.call(program, "--fill=" + path, must=False)

    def update(self):
        """A row of an export, with records of some kinds."""
        columns, cells, words = ["Client"], [self.client], []
        for kind in self.r.sample(["client", "intake", "fase", "leefgebied", "doel", "werkpunt", "stand", "akkoord", "evaluatie",
                                   "notitie", "uitstroom", "kracht", "indicatie"], self.r.choice([1, 1, 2, 4])):
            fields = self.fields(kind) + ([["Op", self.op()]] if kind != "client" and self.chance(0.5) else [])
            for n, (name, value) in enumerate(fields):
                columns.append("%s%d" % (kind, n))
                cells.append(quoted(value))
                words.append("--map=%s%d=%s%s" % (kind, n, "" if kind == "client" else kind + ".", name))
        path = os.path.join(self.folder, "rows.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(";".join(columns) + "\n" + ";".join(cells) + "\n")
        self.call("fasen-intake", "--csv", "--update", "-d", self.folder, *words, path, must=False, registers=True)

    def register(self):
        fields = [["Naam", "Jan"], ["Hulpvraag", "Help"]] + [f for f in self.fields("client") if f[0] not in ("Naam", "Hulpvraag")]
        if self.chance(0.05):
            fields.pop(0)
        way = self.r.choice(["options", "form", "csv"])
        if way == "options":
            return self.call("fasen-intake", "-d", self.folder, "--id=" + self.client, *self.options(fields), registers=True)
        path = os.path.join(self.folder, "new")
        with open(path, "w", encoding="utf-8", newline="") as file:
            if way == "form":
                file.write("Record: client\n" + "".join(written(*f) for f in fields))
            else:
                file.write(";".join(["Client"] + ["k%d" % i for i in range(len(fields))]) + "\n" + ";".join([self.client] + [quoted(f[1]) for f in fields]))
        if way == "form":
            return self.call("fasen-intake", "-d", self.folder, "--id=" + self.client, "--fill=" + path, registers=True)
        return self.call("fasen-intake", "-d", self.folder, "--csv", *["--map=k%d=%s" % (i, f[0]) for i, f in enumerate(fields)], path,
                         registers=True)

    def two(self):
        """Two people each work on a copy for some days; the copies are joined, mostly with what both come from."""
        base, path, first = self.bytes(), self.path, self.today
        copies, latest = [], self.today
        for name in ["base", "A", "B"]:
            folder = os.path.join(self.folder, name)
            os.makedirs(folder, exist_ok=True)
            self.path, self.today = os.path.join(folder, self.client + ".rec"), first
            copies.append(self.path)
            with open(self.path, "wb") as file:
                file.write(base)
            self.learn(base.decode())
            for _ in range(self.r.choice([1, 2, 4]) if name != "base" else 0):
                self.step(alone=True)
                self.today += datetime.timedelta(days=self.r.choice([0, 0, 0, 1, 3]))
            latest = max(latest, self.today)
        self.path, self.today = path, latest
        with_base = ["--base=" + copies[0]] if self.chance(0.7) else []
        argv = ["fasen-check", "--join", "--today=" + self.today.isoformat(), *with_base, *copies[1:]]
        done = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, close_fds=False, check=False)
        said = done.stderr.decode()
        self.calls.append((argv, done.returncode, said))
        self.said += said.splitlines()
        joined = done.stdout
        ours, theirs = [open(c, "rb").read() for c in copies[1:]]
        if done.returncode not in (0, 1) or (done.returncode == 1) != (joined == b""):
            self.wrong.append("a join exits with %d" % done.returncode)
        if done.returncode == 0:
            n = [len(list(dossiers(x, "x"))[0].records) for x in (base, ours, theirs, joined)]
            if not max(n[1:3]) <= n[3] <= n[1] + n[2] - n[0]:
                self.wrong.append("joined of %s records: %d" % (n[:3], n[3]))
            if said == "" and b"Record: intrekking\n" not in joined and trajectories(joined) not in (trajectories(ours), trajectories(theirs)):
                self.wrong.append("a join makes other trajectories without a word")
        else:
            joined = self.r.choice([ours, theirs])
        with open(self.path, "wb") as file:
            file.write(joined)
        self.learn(joined.decode())

    def learn(self, text):
        """What there is to refer to."""
        self.closed = text.rfind("Record: uitstroom\n") > text.rfind("Record: fase\n")
        self.goals = sorted(set(re.findall("^Record: doel\n(?:.+\n)*?Doel: (.*)\n", text, re.M)))
        self.actions = sorted(set(re.findall("^Record: werkpunt\n(?:.+\n)*?Werkpunt: (.*)\n", text, re.M)))

    def step(self, alone=False):
        ways = ([self.decide] * 2 + [self.agree] * 4 + [self.amend] * 2 + [self.look] * 3 + [self.scores] * 2 + [self.strength] * 2
                + [self.friend] + [self.indicate] + [self.plan_goal] * 3 + [self.plan_action] * 2 + [self.status] * 3 + [self.amend_plan] * 2
                + [self.evaluate] * 2 + [self.note] + [self.move] * 18 + [self.leave] + [self.fill] * 5 + [self.update] * (0 if alone else 4)
                + [self.two] * (0 if alone else 2) + [self.take_back] * 2)
        self.again() if self.chance(0.04) and not alone else self.r.choice(ways)()

    def live(self):
        while not self.register():
            if self.wrong:
                return
        for _ in range(self.r.choice([4, 8, 12, 20, 30])):
            self.step()
            if not self.goals and self.chance(0.2):
                self.plan_goal()
            if self.closed and self.chance(0.3):
                self.leave()
            self.today += datetime.timedelta(days=self.r.choice([0, 0, 1, 3, 10, 40]))
        self.check()

    def check(self):
        """What fasen-check finds, the calls said."""
        found = subprocess.run(["fasen-check", "-T", "tsv", "--today=" + self.today.isoformat(), self.path], stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, close_fds=False, check=False)
        for row in found.stdout.decode().splitlines()[1:]:
            _, line, _, severity, code, field, finding = row.split("\t")
            HOW_MANY[code] += 1
            if severity == "error":
                self.wrong.append("%s: error: %s: %s" % (line, field, finding))
            elif not any(bare(s).endswith(bare(": " + finding)) for s in self.said):
                self.wrong.append("%s: not said: %s: %s" % (line, field, finding))


HOW_MANY = collections.Counter()


def main():
    seed, count, first = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0
    calls = collections.Counter()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, first + count):
            history = History(seed, number, folder)
            history.live()
            calls.update(status for _, status, _ in history.calls)
            if history.wrong:
                bad += 1
                print("# history %s %d: %s" % (seed, number, "; ".join(history.wrong[:5])))
                for argv, status, said in history.calls if bad < 3 else []:
                    print("#  ", status, argv, said.replace("\n", "\n#    "))
    print("%s - %d histories by the commands alone are clean under fasen-check, but for what the calls warned of" % ("not ok 1" if bad else "ok 1", count))
    enough = calls[0] > calls[1] > 0 and len(HOW_MANY) > 5
    print("%s - %d calls did something, %d were refused, %d were wrong; warnings of %d kinds" % (
        "ok 2" if enough else "not ok 2", calls[0], calls[1], calls[2], len(HOW_MANY)))
    print("#", dict(HOW_MANY))
    print("1..2")
    sys.exit(1 if bad or not enough else 0)


if __name__ == "__main__":
    main()
