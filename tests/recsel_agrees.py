# SPDX-License-Identifier: ISC
"""Holds what the library reads and writes against GNU recutils, value by value.

recsel_agrees.py BUILD samples FILE...	every field of the files
recsel_agrees.py BUILD written N	N records that we write from random values
"""
import json, random, subprocess, sys, tempfile

build, what = sys.argv[1], sys.argv[2]


def ours(data):
    out = subprocess.run([build + "/tests/fields"], input=data, stdout=subprocess.PIPE, check=True).stdout
    return json.loads(out.decode("utf-8", "replace"))


def recutils(data):
    """The records as lists of [name, value], from what recsel prints; None when it refuses them."""
    with tempfile.NamedTemporaryFile(suffix=".rec") as f:
        f.write(data)
        f.flush()
        run = subprocess.run(["recsel", f.name], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode != 0 or run.stderr:
        return None
    records = [[]]
    for line in run.stdout.decode("utf-8", "surrogateescape").split("\n")[:-1]:
        if line == "":
            records.append([])
        elif line.startswith("+ "):
            records[-1][-1][1] += "\n" + line[2:]
        else:
            name, _, value = line.partition(":")
            records[-1].append([name, value[1:]])
    return [r for r in records if r]


def compare(data, typed=()):
    rows = recutils(data)
    dossiers = ours(data)
    assert sum(d["bytes"] for d in dossiers) == len(data), "bytes were lost"
    if rows is None:
        return None
    records = [r for d in dossiers for r in d["records"]]
    assert len(rows) == len(records), "%d records by recutils, %d by us in %r" % (len(rows), len(records), data[:300])
    n = 0
    for theirs, record in zip(rows, records):
        assert len(theirs) == len(record), (theirs, record)
        for (name, value), (our_name, our_value) in zip(theirs, record):
            if name in typed and value.strip(" \t\n") == our_value:
                value = value.strip(" \t\n")
            assert name == our_name and value == our_value, "%s: recutils %r, we %r in %r" % (name, value, our_value, data[:300])
            n += 1
    return n


TYPED = ["Record", "Client", "Op", "Vastgelegd"]
PIECES = ["", " ", "  ", "\t", "a", "b c", "#", "# x", "+", "+ y", ":", "A: b", "%", "%rec: q", "\\", "\\\\",
          "é", "ł", "العربية", "🙂", "x\\", " lead", "trail ", "Record: client", "''", '"', "a,b", "\u2028"]


def random_value(r):
    lines = ["".join(r.choice(PIECES) for _ in range(r.randrange(4))) for _ in range(1 + r.randrange(4))]
    return "\n".join(lines)


def written(n):
    r = random.Random(1)
    records = [[["F%d" % i, random_value(r)] for i in range(1 + r.randrange(5))] for _ in range(n)]
    data = subprocess.run([build + "/tests/written"], input=json.dumps(records).encode(), stdout=subprocess.PIPE,
                          check=True).stdout
    assert compare(data, TYPED) is not None, "recutils refuses what we write"
    back = [rec for d in ours(data) for rec in d["records"]]
    for record, read in zip(records, back):
        assert [["Record", "proef"], ["Client", "a"]] + record == read, (record, read)


if what == "samples":
    for name in sys.argv[3:]:
        typed = TYPED + ["Aangemeld", "Geboren", "Vraag", "Besluit", "Fase", "Leefgebied", "Score", "Schaal"]
        assert compare(open(name, "rb").read(), typed), name
else:
    written(int(sys.argv[3]))
