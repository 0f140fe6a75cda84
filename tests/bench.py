"""Shows how long the main jobs take, as ratios against other tools in the same run, and how much memory.

bench.py BUILD [DOSSIERS]	makes its own dossiers and CSV in a temporary directory; prints a table
"""
import csv, glob, os, re, resource, shutil, subprocess, sys, tempfile, time

build = os.path.abspath(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 100000
samples = sorted(glob.glob("samples/dossiers/*.rec"))
os.environ.update(LC_ALL="C.UTF-8", FASEN_BY="bench", PATH=build + "/bin:" + os.environ["PATH"])


def run(command, **more):
    """Seconds and peak memory (MB) of a shell command; the peak is that of its largest process."""
    start = time.time()
    pid = os.spawnvp(os.P_NOWAIT, "sh", ["sh", "-c", command])
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit("failed: " + command)
    return time.time() - start, usage.ru_maxrss / 1024


def show(what, mine, other, name):
    print("%-46s %7.1f s %6.0f MB   %6.2f x %s" % (what, mine[0], mine[1], mine[0] / other[0], name))


with tempfile.TemporaryDirectory() as place:
    stream = place + "/stream.rec"
    print("making a stream of %d dossiers" % count)
    texts = []
    for name in samples:
        text = open(name, encoding="utf-8").read()
        if len(text) < 12000:
            texts.append((re.search(r"^Client: (.*)$", text, re.M).group(1), text.rstrip("\n") + "\n\n"))
    with open(stream, "w", encoding="utf-8") as out:
        for i in range(count):
            old, text = texts[i % len(texts)]
            out.write(text.replace("Client: " + old + "\n", "Client: b%07d\n" % i))
    print("%d MB" % (os.path.getsize(stream) >> 20))
    cat = run("cat %s | cat >/dev/null" % stream)
    recsel = run("cat %s | recsel -c >/dev/null" % stream)
    wc = run("cat %s | wc -w >/dev/null" % stream)
    show("recsel -c (counts the records)", recsel, wc, "wc -w")
    for what, command in [
        ("fasen-plan (nothing asked: cat)", "fasen-plan"),
        ("fasen-check", "fasen-check --today=2026-11-01"),
        ("fasen-select --count fase=uitvoering", "fasen-select --count fase=uitvoering"),
        ("fasen-advance --check -T tsv", "fasen-advance --check -T tsv --today=2026-11-01"),
        ("fasen-report --period=2026 -T tsv", "fasen-report --period=2026 -T tsv --today=2026-11-01"),
        ("fasen-report, 10 months side by side", "fasen-report -T tsv --today=2026-11-01 "
         + " ".join("--period=2026-%02d" % m for m in range(1, 11)))]:
        show(what, run("cat %s | %s >/dev/null 2>&1" % (stream, command)), recsel, "recsel -c")

    rows = min(count, 100000)
    table = place + "/rows.csv"
    with open(table, "w", newline="", encoding="utf-8") as f:
        w = csv.writer(f)
        w.writerow(["Extern", "Naam", "Geboren", "Hulpvraag", "Vraag", "Team", "Aangemeld"])
        for i in range(rows):
            w.writerow(["x%d" % i, "Naam %d van Voorbeeld" % i, "19%02d-%02d-%02d" % (40 + i % 60, 1 + i % 12, 1 + i % 28),
                        "Een vraag, nummer %d" % i, ["wonen", "werk"][i % 2], ["noord", "zuid"][i % 2], "2026-01-%02d" % (1 + i % 28)])
    reader = place + "/reader.py"
    with open(reader, "w") as f:
        f.write("import csv, sys\nn = 0\nfor row in csv.DictReader(sys.stdin):\n    n += 1\n"
                "    print('Record: client\\n' + ''.join('%s: %s\\n' % f for f in row.items()))\n")
    python = run("python3 %s <%s >/dev/null" % (reader, table))
    mine = run("fasen-intake --csv <%s >/dev/null 2>&1" % table)
    show("fasen-intake --csv, %d rows" % rows, mine, python, "python csv, rows to records")
    print("%46s %7.0f rows a second" % ("", rows / mine[0]))
    os.mkdir(place + "/d")
    few = min(rows, 20000)
    os.system("head -%d %s >%s/few.csv" % (few + 1, table, place))
    mine = run("fasen-intake --csv -d %s/d %s/few.csv >/dev/null 2>&1" % (place, place))
    show("fasen-intake --csv -d DIR, %d files" % few, mine, python, "python csv, %d rows" % rows)
    print("%46s %7.0f rows a second, each a synced file" % ("", few / mine[0]))
    mine = run("fasen-intake --csv --update -d %s/d %s/few.csv >/dev/null 2>&1" % (place, place))
    print("%46s %7.0f rows a second when all are known" % ("", few / mine[0]))
