# SPDX-License-Identifier: ISC
"""Speed and memory as ratios against other tools, measured in one run.

bench.py BUILD [DOSSIERS [ROUNDS [LONG]]]

Makes random histories and CSV rows in a temporary directory (TMPDIR). The commands of a table take turns, ROUNDS times
(5), all with warm files; a ratio is that of the median processor seconds (user and system, all processes of the command
together), which other work on the machine hardly touches. Prints what the machine is, ratios, memory of the largest
process, the seconds that went by, and instructions a byte, which are the same on any day. LONG (ten times
DOSSIERS) is the length at which a stream is held against one of a hundredth.
"""
import csv
import glob
import itertools
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

build = os.path.abspath(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 100000
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
long = int(sys.argv[4]) if len(sys.argv) > 4 else 10 * count
top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
os.environ.update(LC_ALL="C.UTF-8", FASEN_BY="bench", PATH=build + "/bin:" + build + "/tests:" + os.environ["PATH"])
for name in ("FASEN_MODEL", "LANGUAGE"):
    os.environ.pop(name, None)
TODAY = "--today=2026-11-01"
MONTHS = " ".join("--period=2026-%02d" % m for m in range(1, 11))


class Job:
    def __init__(self, name, command, must=None, share=1.0):
        self.name, self.command, self.must, self.share = name, command, must, share
        self.seconds, self.elapsed, self.memory = [], [], 0

    def run(self):
        said = subprocess.run(["usage", self.command], stdout=subprocess.PIPE, text=True, check=True).stdout.split()
        if said[0] not in ("0", "1"):
            sys.exit("bench: failed: " + self.command)
        self.seconds.append(float(said[1]) / self.share)
        self.memory = max(self.memory, int(said[2]) / 1024)
        self.elapsed.append(float(said[3]) / self.share)

    @property
    def median(self):
        return statistics.median(self.seconds)


def table(title, jobs, floor=0, times=None):
    """Runs the jobs by turns and prints each against the one that is the floor; one that is not installed is left out."""
    there = [j for j in jobs if j.command.split()[0] == "for" or shutil.which(j.command.split()[0])]
    for name in [j.name for j in jobs if j not in there]:
        print("(not installed: %s)" % name)
    for _ in range((times or rounds) + 1):       # the first warms the files and does not count
        for job in there:
            job.run()
    for job in there:
        del job.seconds[0], job.elapsed[0]
    print("\n%s\n%-58s %9s %9s %8s %8s  %s" % (title, "", "processor", "elapsed", "MB", "ratio", "must"))
    for job in there:
        ratio = job.median / there[floor].median if there[floor].median else float("nan")
        print("%-58s %9.3f %9.3f %8.1f %8.2f  %s" % (job.name, job.median, statistics.median(job.elapsed), job.memory,
                                                     ratio, job.must or ""))
    return there


def instructions(command, source):
    """Instructions a byte of a command over a small input, its start taken off."""
    counts = []
    for stdin in ("/dev/null", source):
        with open(stdin, "rb") as f:
            said = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"] + command.split(),
                                  stdin=f, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True).stderr
        counts.append(int(re.search(r"Collected : (\d+)", said).group(1)))
    return (counts[1] - counts[0]) / os.path.getsize(source)


def dossiers(number, wanted, clean=False, taken_back=False):
    """So many dossiers, id and text: samples and random histories by turns, each under an id of its own;
    samples only when clean; without a record that is taken back, or histories with one only."""
    texts = []
    for name in sorted(glob.glob(top + "/samples/dossiers/*.rec")):
        text = open(name, encoding="utf-8").read()
        texts.append((re.search(r"^Client: (.*)$", text, re.M).group(1), text.rstrip("\n") + "\n\n"))
    known = len(texts)
    made = subprocess.run("%s %s/tests/histories.py 2026 3000 %s/samples/model.rec | fasen-select 'traject>=1' 2>/dev/null"
                          % (sys.executable, top, top), shell=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout
    for old, records in itertools.groupby(re.split(r"(?m)^(?=Record: )", made)[1:], lambda r: r.split("\n", 2)[1][8:]):
        text = "".join(records)
        if "%rec:" not in text and ("Record: intrekking\n" in text) == taken_back:     # two of one name are more than recsel takes
            texts.append((old, text))
    samples, random_ones = texts[:known], texts[:known] if clean else texts[known:]
    samples = random_ones if taken_back else samples
    pick = random.Random(number)
    for i in range(wanted):
        old, text = pick.choice(samples if i % 2 else random_ones)
        yield "b%07d" % i, text.replace("Client: " + old + "\n", "Client: b%07d\n" % i)


def main():
    place = tempfile.mkdtemp(prefix="fasen-bench-")
    try:
        measure(place)
    finally:
        shutil.rmtree(place)


def measure_length(place):
    """Twice as many dossiers take twice as long: a stream of LONG by one of a hundredth."""
    for name, length in ("short", long // 100), ("long", long):
        with open("%s/%s.rec" % (place, name), "w", encoding="utf-8", newline="") as f:
            for _, text in dossiers(4, length, clean=True):
                f.write(text)
    share = os.path.getsize(place + "/short.rec") / os.path.getsize(place + "/long.rec")
    for name, command in [("filter, nothing to add", "fasen-plan " + TODAY), ("fasen-check", "fasen-check " + TODAY),
                          ("fasen-report, one period", "fasen-report --period=2026 -T tsv " + TODAY)]:
        table("%s: of %d dossiers, and of %d" % (name, long // 100, long), [
            Job("a hundred times the short one", "%s <%s/short.rec >/dev/null 2>&1" % (command, place), None, share),
            Job("the long one", "%s <%s/long.rec >/dev/null 2>&1" % (command, place), "1.1"),
        ], times=min(rounds, 3))
    os.remove(place + "/long.rec")


def measure(place):
    model = next((l.split(":", 1)[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), "?")
    stream, part = place + "/stream.rec", place + "/part.rec"
    halves = [place + "/a.rec", place + "/b.rec"]
    with open(stream, "w", encoding="utf-8", newline="") as f, open(halves[0], "w", encoding="utf-8", newline="") as a, \
            open(halves[1], "w", encoding="utf-8", newline="") as b:
        for i, (_, text) in enumerate(dossiers(1, count)):
            f.write(text)
            (a if i < count // 2 else b).write(text)
    size = os.path.getsize(stream)
    with open(stream, "rb") as f, open(part, "wb") as g:
        g.write(f.read(size // 20).rsplit(b"\n\n", 1)[0] + b"\n\n")
    with open(place + "/clean.rec", "w", encoding="utf-8", newline="") as f:
        for _, text in dossiers(3, count // 5, clean=True):
            f.write(text)
    clean = os.path.getsize(place + "/clean.rec") / size
    share = os.path.getsize(part) / size
    with open(place + "/taken.rec", "w", encoding="utf-8", newline="") as f:
        for _, text in dossiers(5, count // 10, taken_back=True):
            f.write(text)
    taken = os.path.getsize(place + "/taken.rec") / size
    print("%s, %d processors; %d dossiers, %.0f MB; medians of %d rounds, processor seconds"
          % (model, os.cpu_count(), count, size / 1e6, rounds))

    terms = "fase=uitvoering team=noord 'doelen.open>=1'"
    figure = r"""mawk -F': ' '$1 == "Record" { k = $2 } $1 == "Op" { o = $2 }
        k == "uitstroom" && $1 == "Reden" && o >= "2026-01-01" && o <= "2026-12-31" { n[$2]++ }
        END { for (r in n) print r, n[r] }' %s""" % stream
    stream_table = table("A stream", [
        Job("the floor: tests/scan splits lines, looks names up", "scan <%s >/dev/null" % stream),
        Job("wc -l", "wc -l <%s >/dev/null" % stream),
        Job("cat | cat", "cat %s | cat >/dev/null" % stream),
        Job("mawk, one figure of the report", figure + " >/dev/null"),
        Job("Miller, its records counted (a twentieth)", "mlr --ixtab --ips ': ' --ojson count <%s >/dev/null" % part, None, share),
        Job("recsel -c (a twentieth)", "recsel -c <%s >/dev/null" % part, None, share),
        Job("filter, nothing to add", "fasen-plan %s <%s >/dev/null 2>&1" % (TODAY, stream), "2.5"),
        Job("the same, a record of each dossier taken back (a part)",
            "fasen-plan %s <%s/taken.rec >/dev/null 2>&1" % (TODAY, place), None, taken),
        Job("filter that appends to every dossier", "fasen-plan %s --note=x <%s >/dev/null 2>&1" % (TODAY, stream), "3.5"),
        Job("fasen-select, three terms", "fasen-select %s %s <%s >/dev/null" % (TODAY, terms, stream), "3"),
        Job("fasen-report, all views, one period, tsv",
            "fasen-report %s --period=2026 -T tsv <%s >/dev/null" % (TODAY, stream), "3"),
        Job("the same, ten months side by side", "fasen-report %s %s -T tsv <%s >/dev/null" % (TODAY, MONTHS, stream), "4"),
        Job("fasen-check, clean input (a part)", "fasen-check %s <%s/clean.rec >/dev/null 2>&1" % (TODAY, place), "6", clean),
    ])
    seconds = {job.name: job.median for job in stream_table}
    if "mawk, one figure of the report" in seconds:
        print("%-58s %36.2f  %s" % ("the report of one period by mawk's one figure",
                                    seconds["fasen-report, all views, one period, tsv"] /
                                    seconds["mawk, one figure of the report"], "0.5"))

    folder, files = place + "/d", min(count, 30000)
    os.mkdir(folder)
    for name, text in dossiers(2, files):
        with open("%s/%s.rec" % (folder, name), "w", encoding="utf-8", newline="") as f:
            f.write(text)
    files = len(os.listdir(folder))
    table("A directory of %d files" % files, [
        Job("find -print0 | xargs -0 cat", "find %s -name '*.rec' -print0 | xargs -0 cat >/dev/null" % folder),
        Job("fasen-report --period=2026 -T tsv", "fasen-report %s --period=2026 -T tsv %s >/dev/null" % (TODAY, folder), "2"),
        Job("fasen-show -v lijst", "fasen-show %s -v lijst -T tsv %s >/dev/null" % (TODAY, folder), "2.5"),
        Job("fasen-advance --check", "fasen-advance %s --check -T tsv %s >/dev/null" % (TODAY, folder), "2.5"),
    ])

    one = sorted(glob.glob(folder + "/*.rec"), key=os.path.getsize)[100]
    many = "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do %s; done"
    small = table("One small dossier, twenty times", [
        Job("true", many % "/bin/true"),
        Job("fasen-show -v lijst", many % ("fasen-show %s -v lijst %s >/dev/null" % (TODAY, one)), "true + 14 ms"),
        Job("fasen-plan --note -n", many % ("fasen-plan %s --note=x -n %s >/dev/null" % (TODAY, one)), "true + 14 ms"),
        Job("fasen-report", many % ("fasen-report %s --period=2026 %s >/dev/null" % (TODAY, one)), "true + 30 ms"),
    ], times=3 * rounds)
    print("%-58s %s ms" % ("a call, over true", ", ".join("%.2f" % ((job.median - small[0].median) * 50)
                                                           for job in small[1:])))

    parts = " & ".join("fasen-report %s --period=2026 --partial %s >%s.part" % (TODAY, h, h) for h in halves)
    measure_length(place)
    table("Two parts at once and merged: seconds that go by, and what it costs more", [
        Job("one run", "fasen-report %s --period=2026 -T tsv <%s >/dev/null" % (TODAY, stream)),
        Job("two at once, then --merge", "%s & wait; fasen-report --merge %s.part %s.part >/dev/null" % (parts, *halves)),
    ])

    rows, sheet = min(10 * count, 1000000), place + "/rows.csv"
    with open(sheet, "w", newline="", encoding="utf-8") as f:
        w = csv.writer(f)
        w.writerow(["Extern", "Naam", "Geboren", "Hulpvraag", "Vraag", "Team", "Aangemeld"])
        for i in range(rows):
            w.writerow(["x%d" % i, "Naam %d van Voorbeeld" % i, "19%02d-%02d-%02d" % (40 + i % 60, 1 + i % 12, 1 + i % 28),
                        "Een vraag, nummer %d" % i, ["wonen", "werk"][i % 2], ["noord", "zuid"][i % 2], "2026-01-%02d" % (1 + i % 28)])
    reader = "import csv, sys\nfor row in csv.reader(sys.stdin):\n    pass\n"
    with open(place + "/reader.py", "w") as f:
        f.write(reader)
    done = table("%d rows of CSV" % rows, [
        Job("a bare libcsv loop", "csv_loop <%s >/dev/null" % sheet),
        Job("Python's csv, read only", "%s %s/reader.py <%s" % (sys.executable, place, sheet)),
        Job("fasen-intake --csv to a stream", "fasen-intake --csv %s <%s >/dev/null 2>&1" % (TODAY, sheet)),
    ])
    print("%58s %9.0f rows a second" % ("", rows / done[-1].median))

    # Into a directory the time that goes by counts, for most of it is waiting for the disk.
    some, made = place + "/some.csv", place + "/made"
    os.mkdir(made)
    with open(sheet, "rb") as f, open(some, "wb") as g:
        g.writelines(itertools.islice(f, 2001))
    table("2000 rows of CSV into a directory", [
        Job("a bare loop that writes, syncs and renames each", "files_loop `mktemp -d -p %s` 2000" % made),
        Job("fasen-intake --csv -d", "fasen-intake --csv %s -d `mktemp -d -p %s` %s >/dev/null 2>&1"
            % (TODAY, made, some), "elapsed: 1/4"),
    ], times=3)

    cells = place + "/cells.tsv"
    os.system("fasen-report %s -v clienten -T tsv %s >%s" % (TODAY, folder, cells))
    table("A workbook of %d clients" % files, [
        Job("a bare libxlsxwriter loop of as many cells", "xlsx_loop %s/bare.xlsx <%s" % (place, cells)),
        Job("fasen-report -v clienten -o x.xlsx", "fasen-report %s -v clienten -o %s/x.xlsx %s" % (TODAY, place, folder)),
    ])

    if shutil.which("valgrind"):
        small = place + "/small.rec"
        with open(stream, "rb") as f, open(small, "wb") as g:
            g.write(f.read(2000000).rsplit(b"\n\n", 1)[0] + b"\n\n")
        print("\nInstructions a byte")
        for name, command in [("the floor", "scan"), ("filter, nothing to add", "fasen-plan " + TODAY),
                              ("fasen-select, one term", "fasen-select team=noord"),
                              ("fasen-report, one period", "fasen-report %s --period=2026 -T tsv" % TODAY),
                              ("fasen-check", "fasen-check " + TODAY)]:
            words = command.split()
            words[0] = shutil.which(words[0])
            print("%-58s %9.1f" % (name, instructions(" ".join(words), small)))
        for name, command in [("a bare libcsv loop", "csv_loop"),
                              ("fasen-intake --csv", "fasen-intake --csv " + TODAY)]:
            words = command.split()
            words[0] = shutil.which(words[0])
            print("%-58s %9.1f" % (name + ", a row of CSV", instructions(" ".join(words), some) *
                                   os.path.getsize(some) / 2000))


main()
