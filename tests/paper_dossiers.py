#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Writes invented dossiers in DIR for what papers must bear: scripts, many goals, many years, hardly anything."""

import datetime
import os
import sys

DAY = datetime.timedelta(1)
PHASES = [("aanmelding", 9), ("intake", 30), ("opstart", 12), ("analyse", 40), ("planning", 21)]

# id, name, called, the goals and the question, a strength
PEOPLE = [
    ("nl-1", "Joëlle van 't Hoff", "Jo", ["Ik regel één ding per week zélf"], "Ik kan goed luisteren"),
    ("ar-1", "فاطمة الزهراء", "فاطمة", ["أريد بيتا صغيرا مع ابنتي", "أريد أن أتعلم القراءة"], "أطبخ لأربعين شخصا"),
    ("zh-1", "王小明", "小明", ["我想一个人住在自己的家里", "我每个星期给妈妈打电话"], "我会修自行车"),
    ("ru-1", "Светлана Щукина", "Света", ["Я хочу жить одна и спать спокойно"], "Я умею шить"),
    ("vi-1", "Nguyễn Thị Phượng", "Phượng", ["Tôi muốn sống một mình ở nhà riêng"], "Tôi nấu ăn ngon"),
    ("he-1", "שרה לוי", "שרה", ["אני רוצה לגור לבד", "אני רוצה לעבוד בגן"], "אני מקשיבה טוב"),
    ("nl-12", "Hendrik Twaalfhoven", "Henk",
     [f"Ik doe stap {i} op mijn eigen manier, met hulp van wie ik zelf kies" for i in range(1, 13)],
     "Ik maak af wat ik begin"),
]
FIVE = [
    ("Ik woon op mezelf in een huis waar ik de deur achter me dicht kan doen",
     ["Inschrijven bij de woningcorporatie", "Elke week op twee huizen reageren"]),
    ("Ik ben van mijn schulden af en houd elke maand iets over",
     ["Alle brieven openen, elke maandag samen met Ines"]),
    ("Ik werk drie dagen in de week in een keuken", ["Een dag meelopen bij De Pollepel", "Mijn cv afmaken"]),
    ("Ik zie mijn dochter elk weekend, zonder ruzie met haar moeder", ["Bellen op woensdag"]),
    ("Ik slaap door en sta op zonder dat iemand me wekt", ["Voor elven naar bed", "Naar de huisarts voor de pillen"]),
]
DOMAINS = ["wonen", "werk", "financien", "relaties", "zingeving", "lichamelijk", "psychisch"]


class Dossier:
    def __init__(self, directory, name):
        self.file = open(os.path.join(directory, name + ".rec"), "w", encoding="utf-8")
        os.chmod(self.file.fileno(), 0o600)
        self.name = name

    def add(self, kind, *fields):
        self.file.write(f"Record: {kind}\nClient: {self.name}\n")
        for field, value in fields:
            self.file.write(f"{field}: {value}\n")
        self.file.write("\n")

    def client(self, name, called, question, since):
        self.add("client", ("Naam", name), ("Roepnaam", called), ("Aangemeld", since), ("Hulpvraag", question),
                 ("Vraag", "wonen"), ("Vraag", "werk"), ("Begeleider", "ines"))

    def phases(self, day):
        for phase, days in PHASES:
            self.add("fase", ("Op", day), ("Fase", phase))
            day += days * DAY
        return day

    def goal(self, n, text, day):
        self.add("doel", ("Op", day), ("Doel", f"d{n}"), ("Leefgebied", DOMAINS[n % 7]), ("Tekst", text),
                 ("Termijn", "kort"), ("Streefdatum", day + 200 * DAY))
        self.add("werkpunt", ("Op", day), ("Werkpunt", f"d{n}.1"), ("Doel", f"d{n}"), ("Tekst", text),
                 ("Wie", "client"), ("Streefdatum", day + 60 * DAY))


def describe(d, day, strength):
    for i, domain in enumerate(DOMAINS):
        d.add("leefgebied", ("Leefgebied", domain), ("Op", day), ("Score", 1 + i % 5), ("Situatie", strength),
              ("Wens", strength))
    d.add("kracht", ("Leefgebied", "wonen"), ("Soort", "vaardigheid"), ("Tekst", strength), ("Op", day))
    d.add("netwerk", ("Naam", strength), ("Relatie", "oma"), ("Op", day), ("Geeft", "thee"), ("Krijgt", "tijd"))


def people(directory):
    for name, full, called, goals, strength in PEOPLE:
        d = Dossier(directory, name)
        d.client(full, called, goals[0], datetime.date(2026, 1, 5))
        day = d.phases(datetime.date(2026, 1, 5))
        describe(d, day - 50 * DAY, strength)
        for n, text in enumerate(goals, 1):
            d.goal(n, text, day - 10 * DAY)
        d.add("akkoord", ("Op", day), ("Wie", "client"), ("Waarop", "plan"), ("Akkoord", "ja"), ("Afspraak", goals[0]))
        d.add("fase", ("Op", day), ("Fase", "uitvoering"))


def five(directory):
    """Five goals with what a plan can say of each, and one of them alone."""
    for name, full, goals in ("vijf-1", "Marlies de Graaf", FIVE), ("een-1", "Marja de Wit", FIVE[:1]):
        d = Dossier(directory, name)
        d.client(full, full.split()[0], "Ik wil zelf bepalen hoe mijn dag eruitziet, zonder dat iedereen "
                 "zich ermee bemoeit.", datetime.date(2026, 1, 5))
        day = d.phases(datetime.date(2026, 1, 5))
        strength = "Ik kan goed luisteren naar anderen"
        describe(d, day - 50 * DAY, strength)
        for n, (text, steps) in enumerate(goals, 1):
            d.add("doel", ("Op", day), ("Doel", f"d{n}"), ("Leefgebied", DOMAINS[n]), ("Tekst", text),
                  ("Termijn", "kort"), ("Streefdatum", day + 200 * DAY), ("Kracht", strength))
            for m, step in enumerate(steps, 1):
                d.add("werkpunt", ("Op", day), ("Werkpunt", f"d{n}.{m}"), ("Doel", f"d{n}"), ("Tekst", step),
                      ("Wie", "client"), ("Streefdatum", day + 60 * DAY), ("Inzet", "Denkt mee over de brieven"))
        d.add("akkoord", ("Op", day), ("Wie", "client"), ("Waarop", "plan"), ("Akkoord", "ja"),
              ("Afspraak", "We spreken elkaar elke dinsdag om tien uur"), ("Afspraak", "Wie niet kan komen, belt"))
        d.add("fase", ("Op", day), ("Fase", "uitvoering"))
        d.add("evaluatie", ("Op", day + 80 * DAY), ("Soort", "tussentijds"), ("Besluit", "voortzetten"),
              ("Volgende", day + 200 * DAY), ("Tevredenheid", 7), ("Toelichting", "Het gaat goed, maar langzaam."))
        # Measured again: one domain went up, one is as it was.
        d.add("leefgebied", ("Leefgebied", "wonen"), ("Op", day + 90 * DAY), ("Score", 3))
        d.add("leefgebied", ("Leefgebied", "werk"), ("Op", day + 90 * DAY), ("Score", 2))


def long(directory):
    """Fifteen years in three trajectories, each round with a goal."""
    d = Dossier(directory, "lang-1")
    day = datetime.date(2011, 11, 7)
    d.client("Hendrika van der Vijftienjaar", "Rika", "Ik wil dat het een keer blijft zoals het is.", day)
    goals = 0
    for trajectory, rounds in enumerate((8, 10, 26)):
        day = d.phases(day)
        for k in range(rounds):
            goals += 1
            d.goal(goals, f"Ik doe stap {goals} op mijn eigen manier, met hulp van wie ik kies", day)
            d.add("fase", ("Op", day), ("Fase", "uitvoering"))
            day += 86 * DAY
            d.add("stand", ("Op", day), ("Doel", f"d{goals}"), ("Stand", "behaald"))
            d.add("fase", ("Op", day), ("Fase", "evaluatie"))
            day += 6 * DAY
            d.add("evaluatie", ("Op", day), ("Soort", "tussentijds"), ("Besluit", "voortzetten"))
            if day > datetime.date(2026, 9, 1):
                break
        d.add("fase", ("Op", day), ("Fase", "uitstroom" if trajectory < 2 else "uitvoering"))
        if trajectory < 2:
            day += 20 * DAY
            d.add("uitstroom", ("Op", day), ("Reden", "volgens-plan"))
            day += 300 * DAY


def bare(directory):
    """Registered only; and closed."""
    d = Dossier(directory, "kaal-1")
    d.client("Bo Kaal", "Bo", "Ik zoek een kamer", "2026-10-26")
    d.add("fase", ("Op", "2026-10-26"), ("Fase", "aanmelding"))
    d = Dossier(directory, "dicht-1")
    d.client("Ada Dicht", "Ada", "Ik wil verder", "2026-01-05")
    day = d.phases(datetime.date(2026, 1, 5))
    d.goal(1, "Een eigen deur", day)
    d.add("stand", ("Op", day + 30 * DAY), ("Doel", "d1"), ("Stand", "behaald"))
    d.add("uitstroom", ("Op", day + 60 * DAY), ("Reden", "volgens-plan"), ("Tevredenheid", 8))


if __name__ == "__main__":
    os.makedirs(sys.argv[1], exist_ok=True)
    os.chmod(sys.argv[1], 0o700)
    people(sys.argv[1])
    five(sys.argv[1])
    long(sys.argv[1])
    bare(sys.argv[1])
