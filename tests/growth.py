# SPDX-License-Identifier: ISC
"""Time and memory of every view as one thing in a dossier grows.

growth.py BUILD LARGEST STEP	LARGEST of each thing (100000) in each STEPth view, of the next thing another one, beside a quarter
				of it where that takes more than a second: for each the slowest call, its processor seconds,
				the most memory of all, how many calls there were and how many were wrong: ended by a signal,
				or took more than twice as long for each as a quarter did
growth.py BUILD stream LARGEST	the same of so many dossiers one behind the other, through a pipe (1000000), and of a tenth of them (of
				a trace, ten times as long as what it reads, of a tenth of both), a row for each call; wrong too
				where memory is more than 16 MB, 64 in a report and in fasen-check, which keeps where each client
				stands; in a report with a row for each client 256 bytes a row more
growth.py BUILD count		instructions (valgrind) of calls that were quadratic once, for so many and for twice as many;
				exit 1 where the second takes more than 2.4 times what the first does
"""
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile

HEAD = "Record: client\nClient: a\nOp: 2024-01-05\nNaam: N\nAangemeld: 2024-01-05\nHulpvraag: H\nVraag: wonen\n"
DAY = "--today=2026-11-01"


def day(i):
    return "20%02d-%02d-%02d" % (24 + i // 336 % 2, i // 28 % 12 + 1, i % 28 + 1)


def record(kind, *fields):
    return "Record: %s\nClient: a\n%s\n\n" % (kind, "\n".join(fields))


def records(make):
    return lambda n: HEAD + "\n" + "".join(make(i) for i in range(n))


def head(line):
    return lambda n: HEAD + "".join(line % i + "\n" for i in range(n)) + "\n"


def note(text):
    return lambda n: HEAD + "\n" + record("notitie", "Op: 2024-02-01", "Tekst: " + text(n))


def goal(i, *more):
    return record("doel", "Op: 2024-02-01", "Doel: d%d" % (i + 1), "Leefgebied: wonen", "Tekst: Doel %d" % i, *more)


def action(i, of, *more):
    return record("werkpunt", "Op: 2024-02-01", "Werkpunt: d%d.%d" % (of, i), "Doel: d%d" % of, "Tekst: Stap %d" % i, "Wie: client", *more)


def attained(i):
    return goal(i) + action(1, i + 1, "Inzet: ervaring") + record("stand", "Op: " + day(i), "Doel: d%d" % (i + 1), "Stand: behaald",
                                                                  "Score: 1")


def moves(i):
    return record("evaluatie", "Op: " + day(i // 2), "Soort: tussentijds", "Besluit: voortzetten") + record(
        "fase", "Op: " + day(i // 2), "Fase: " + ["uitvoering", "evaluatie"][i % 2])


def trajectory(i):
    return record("fase", "Op: " + day(i // 150), "Fase: aanmelding") if i % 2 == 0 else \
        record("uitstroom", "Op: " + day(i // 150), "Reden: verhuisd")


def whole(i):
    """A trajectory with what is counted of one."""
    at = "Op: " + day(i // 150)
    return (record("fase", at, "Fase: aanmelding") + record("client", at, "Team: t%d" % (i % 7)) + record("intake", at, "Besluit: geplaatst") +
            record("leefgebied", at, "Leefgebied: wonen", "Score: %d" % (i % 5 + 1)) + goal(i) +
            record("stand", at, "Doel: d%d" % (i + 1), "Stand: behaald") + record("evaluatie", at, "Soort: eind", "Besluit: uitstroom") +
            record("uitstroom", at, "Reden: volgens-plan"))


def agreed(*fields):
    return records(lambda i: record("akkoord", "Op: " + day(i), *[f % i if "%" in f else f for f in fields], "Akkoord: ja"))


THINGS = {
    "notes": records(lambda i: record("notitie", "Op: " + day(i), "Tekst: T%d" % i)),
    "notes, the last first": records(lambda i: record("notitie", "Op: " + day(10 ** 6 - i), "Tekst: T%d" % i)),
    "goals": records(goal),
    "goals, each under another": records(lambda i: goal(i, *["Onder: d%d" % i] * (i > 0))),
    "goals under one": records(lambda i: goal(i, *["Onder: d1"] * (i > 0))),
    "goals with action and stand": lambda n: records(attained)(n) + record("uitstroom", "Op: 2026-10-01", "Reden: volgens-plan"),
    "amendments of a goal": records(lambda i: goal(0, "Streefdatum: 2027-01-01")),
    "amendments of the client": records(lambda i: record("client", "Op: " + day(i), "Team: t%d" % (i % 7))),
    "actions": records(lambda i: goal(0) if i == 0 else action(i, 1)),
    "stands": records(lambda i: goal(0) if i == 0 else record("stand", "Op: " + day(i), "Doel: d1", "Stand: bezig")),
    "scores": records(lambda i: record("leefgebied", "Op: " + day(i), "Leefgebied: wonen", "Score: %d" % (i % 5 + 1),
                                       "Schaal: zelfredzaamheid")),
    "scores off the scale": records(lambda i: record("leefgebied", "Op: " + day(i // 150), "Leefgebied: wonen", "Score: 99",
                                                     "Schaal: s%d" % (i % 150))),
    "strengths": records(lambda i: record("kracht", "Op: 2024-02-01", "Leefgebied: wonen", "Soort: kennis", "Tekst: K%d" % i)),
    "strengths that end": records(lambda i: record("kracht", "Op: " + day(i // 2), "Leefgebied: wonen", "Soort: kennis",
                                                   "Tekst: K%d" % (i // 2), *["Tot: 2026-01-01"] * (i % 2))),
    "people": records(lambda i: record("netwerk", "Op: 2024-02-01", "Naam: Mens %d" % i, "Relatie: buur")),
    "agreements": agreed("Wie: client", "Waarop: plan"),
    "agreements of others": agreed("Wie: Mens %d", "Waarop: plan", "Afspraak: A%d"),
    "agreements to share": agreed("Wie: client", "Waarop: delen", "Met: M%d"),
    "what is agreed": lambda n: HEAD + "\n" + record("akkoord", "Op: 2024-02-01", "Wie: client", "Waarop: plan", "Akkoord: ja",
                                                     *["Afspraak: A%d" % i for i in range(n)]),
    "phases": records(lambda i: record("fase", "Op: " + day(i // 150), "Fase: " + ["uitvoering", "evaluatie"][i % 2])),
    "phases and evaluations": records(moves),
    "trajectories": records(trajectory),
    "trajectories with all": lambda n: records(whole)(n // 8),
    "evaluations": records(lambda i: record("evaluatie", "Op: " + day(i), "Soort: tussentijds", "Besluit: voortzetten",
                                            "Tevredenheid: 7")),
    "indications": records(lambda i: record("indicatie", "Op: " + day(i), "Product: P%d" % i, "Van: 2024-01-01",
                                            "Toewijzing: T%d" % i)),
    "retractions": records(lambda i: record("intrekking", "Op: " + day(i), "Wat: %012x" % i, "Soort: notitie", "Reden: x")),
    "own fields": head("Veld_%d: x"),
    "own fields of records": records(lambda i: record("notitie", "Op: " + day(i), "Tekst: T", "Veld_%d: x" % i)),
    "kinds of another": records(lambda i: record("soort%d" % i, "Op: " + day(i), "Iets: x")),
    "domains asked about": head("Vraag: d%d"),
    "contacts": head("Contact: 06 %d"),
    "ids taken over": head("Vervangt: x-%d"),
    "lines of a value": note(lambda n: "a" + "\n+ regel" * n),
    "words of a value": note(lambda n: "woord " * n),
    "letters of a word": note(lambda n: "é" * n),
    "joined lines": note(lambda n: "a\\\n" * n),
    "combining marks": note(lambda n: "e" + "\u0301" * n),
    "letters of a name": lambda n: HEAD.replace("Naam: N", "Naam: " + "n" * n) + "\n",
    "comments": lambda n: HEAD + "\n" + "# een opmerking\n" * n + record("notitie", "Op: 2024-02-01", "Tekst: x"),
    "comments between records": lambda n: HEAD + "\n" + "".join("# %d\n" % i + record("notitie", "Op: " + day(i), "Tekst: T%d" % i)
                                                                for i in range(n)),
    "blank lines": lambda n: HEAD + "\n" * n + record("notitie", "Op: 2024-02-01", "Tekst: x"),
    "wrong lines": lambda n: HEAD + "\n" + "zonder veld\n" * n + "\n",
    "wrong codes": records(lambda i: record("fase", "Op: " + day(i), "Fase: fout%d" % i)),
    "goals with texts for ids": records(lambda i: record("doel", "Op: 2024-02-01", "Doel: Doel %d" % i, "Leefgebied: wonen", "Tekst: T") +
                                        record("stand", "Op: " + day(i), "Doel: d%d" % (i + 7), "Stand: bezig")),
    "references to nothing": records(lambda i: record("stand", "Op: " + day(i), "Doel: d%d" % (i + 7), "Stand: bezig")),
}
CALLS = """fasen-plan
fasen-plan --note=x
fasen-plan --goal=x --leefgebied=wonen
fasen-plan -T text
fasen-plan -T html
fasen-plan -T ms
fasen-plan -T tsv --handles
fasen-plan -T ics
fasen-plan --form
fasen-domains -T text
fasen-domains -T json
fasen-domains -T svg
fasen-domains --person
fasen-domains --person -T html
fasen-advance
fasen-advance --check
fasen-retract --last --reden=x
fasen-select --count fase=uitvoering score.wonen<3 doelen.open>=1 toestemming.M1=ja
fasen-check
fasen-check --join @
fasen-show
fasen-show -T html
fasen-show -T tsv --handles
fasen-show -v lijst
fasen-show -v dossier
fasen-show -v dossier -T html
fasen-show -v reiskaart -T svg
fasen-show -v reiskaart -T text
fasen-show -v netwerk -T svg
fasen-show -v toestemming
fasen-report -T tsv
fasen-report -T html
fasen-report --group=team --period=2025 --period=2026-Q1 -T tsv
fasen-report -v clienten -v signalen -T csv
fasen-report --partial
fasen-report -T trace""".split("\n")
STREAM = """fasen-plan
fasen-plan --note=x
fasen-advance --check -T tsv
fasen-domains -T tsv
fasen-select --count fase=uitvoering score.wonen<3
fasen-check
fasen-show -v lijst -T tsv
fasen-show -v tijdlijn
fasen-plan -T ics
fasen-report -T tsv
fasen-report --group=team --period=2025 --period=2026-Q1 -T tsv
fasen-report --partial
fasen-report -v clienten -T csv
fasen-report -T trace""".split("\n")
ONCE = [("goals", "fasen-show -v reiskaart -T svg"), ("goals", "fasen-plan --form"), ("goals, each under another", "fasen-check"),
        ("goals with action and stand", "fasen-report -T tsv"), ("actions", "fasen-show -v dossier"), ("phases and evaluations",
         "fasen-show -v reiskaart -T svg"), ("trajectories", "fasen-report --partial"), ("trajectories", "fasen-show -v reiskaart -T text"),
        ("trajectories with all", "fasen-report -T tsv"), ("trajectories with all", "fasen-show -v reiskaart -T svg"),
        ("people", "fasen-show -v dossier"), ("agreements of others", "fasen-plan -T text"), ("agreements to share", "fasen-check"),
        ("own fields", "fasen-show"), ("kinds of another", "fasen-show -v dossier"), ("domains asked about", "fasen-report -T tsv"),
        ("lines of a value", "fasen-show"), ("comments between records", "fasen-check --join @"), ("notes, the last first", "fasen-show"),
        ("goals with texts for ids", "fasen-check")]
COUNTED = 2000


def words(line, path):
    return [word.replace("@", path) for word in line.split()] + [DAY, path]


def measured(command, given=None):
    """Processor seconds, KB at most, wait status; given is standard input."""
    pid = os.fork()
    if pid == 0:
        with open(os.devnull, "r+b") as nothing:
            for fd in range(3):
                os.dup2(nothing.fileno() if fd or given is None else given, fd)
        os.execv(f"{build}/bin/{command[0]}", command)
    _, status, usage = os.wait4(pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss, status


def counted(command):
    said = subprocess.run(["valgrind", "--tool=exp-bbv", "--instr-count-only=yes", "--bb-out-file=/dev/null",
                           f"{build}/bin/{command[0]}", *command[1:]], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    return int(re.search(rb"Total instructions: (\d+)", said.stderr).group(1))


def count(folder):
    bad = 0
    for thing, line in ONCE:
        found = []
        for n in (0, COUNTED, 2 * COUNTED):
            with open(folder + "/a.rec", "w", encoding="utf-8") as f:
                f.write(THINGS[thing](n))
            found.append(counted(words(line, folder + "/a.rec")))
        times = (found[2] - found[0]) / (found[1] - found[0])
        bad += times > 2.4
        print("%s\t%s\t%d\t%.2f" % (thing, line, found[2], times), flush=True)
    print("%d calls, %d wrong" % (len(ONCE), bad))
    return bad


def grown(work):
    """All calls on a dossier with so many of the thing: its row, and how many were wrong."""
    name, largest, folder, lines = work
    paths, rows, wrong, most = [f"{folder}/{os.getpid()}-{n}" for n in (largest // 4, largest)], [], 0, 0
    for path in paths:
        with open(path, "w", encoding="utf-8") as f:
            f.write(THINGS[name](int(path.rsplit("-", 1)[1])))
    for line in lines:
        large = measured(words(line, paths[1]))
        small = measured(words(line, paths[0])) if large[0] > 1 else None
        bad = os.WIFSIGNALED(large[2]) or small is not None and large[0] > 8 * small[0]
        if bad:
            print(f"{name}: {line}: {large[0]:.2f} s", file=sys.stderr)
        wrong += bad
        rows.append((large[0], line))
        most = max(most, large[1])
    return "%s\t%s\t%.2f s\t%d MB\t%d\t%d" % (name, max(rows)[1], max(rows)[0], most >> 10, len(lines), wrong), wrong


def grow(folder, largest, step):
    bad = 0
    with multiprocessing.Pool(int(os.environ.get("JOBS", os.cpu_count()))) as pool:
        for row, wrong in pool.imap(grown, [(name, largest, folder, CALLS[i % step::step]) for i, name in enumerate(THINGS)]):
            print(row, flush=True)
            bad += wrong
    return bad


def pour(to, n):
    """Writes so many dossiers of a client, a phase and a score each."""
    with open(to, "w", encoding="utf-8") as f:
        for i in range(n):
            f.write(("Record: client\nClient: c-%d\nNaam: Naam %d\nAangemeld: %s\nHulpvraag: H\nVraag: wonen\nTeam: t%d\n\n" %
                     (i, i, day(i), i % 7)) +
                    "Record: fase\nClient: c-%d\nOp: %s\nFase: uitvoering\n\n" % (i, day(i)) +
                    "Record: leefgebied\nClient: c-%d\nOp: %s\nLeefgebied: wonen\nScore: 3\n\n" % (i, day(i)))


def streamed(line, n):
    """What the call takes for so many dossiers."""
    out, to = os.pipe()
    source = os.fork()
    if source == 0:
        os.close(out)
        pour(to, n)
        os._exit(0)
    os.close(to)
    found = measured([*line.split(), DAY], out)
    os.close(out)
    if os.waitpid(source, 0)[1] != 0:
        sys.exit(f"{line}: not all was read")
    return found


def stream(largest):
    bad = 0
    for line in STREAM:
        n = largest // 10 if line.endswith("trace") else largest
        small, large = streamed(line, n // 10), streamed(line, n)
        most = 65536 if line.startswith(("fasen-report", "fasen-check")) else 16384
        wrong = (os.waitstatus_to_exitcode(large[2]) not in (0, 1) or large[0] > 20 * small[0] + 1
                 or large[1] > most + n // 4 * ("clienten" in line))
        print("%s\t%.2f s\t%.2f s\t%d MB\t%d MB\t1\t%d" % (line, small[0], large[0], small[1] >> 10, large[1] >> 10, wrong), flush=True)
        bad += wrong
    return bad


if __name__ == "__main__":
    build = os.path.abspath(sys.argv[1])
    os.environ.update(LC_ALL="C.UTF-8", FASEN_BY="x")
    with tempfile.TemporaryDirectory() as place:
        sys.exit(min(1, count(place) if sys.argv[2] == "count" else stream(int(sys.argv[3])) if sys.argv[2] == "stream"
                     else grow(place, int(sys.argv[2]), int(sys.argv[3]))))
