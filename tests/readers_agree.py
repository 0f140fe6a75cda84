# SPDX-License-Identifier: ISC
"""Four readers of one text: the library's, GNU recutils', tests/recompute's, and a naive one that is here.

readers_agree.py BUILD N [SEED]	N random texts, legal or not: all read the same records, or all refuse; and the library and
				tests/recompute find the same dossiers malformed. Prints how many, and how many were refused

Of recutils recsel reads what is legal, many at once; what is not its library, in one process where BUILD/tests/librec is
there, else recsel, each in one of its own.
"""
import json
import multiprocessing
import os
import random
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "recompute"))

import rec  # noqa: E402

build, count, seed = sys.argv[1], int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "1"
BATCH = 500
GOOD = ["A: x", "B:\ty", "C: x\\", "C: x\\\\", "A1_b: c", "", "# c", "Tekst: t", "Op: 2026-02-01", "Client: a"]
LINES = 3 * GOOD + ["Client: a", "Client: b", "Record: notitie", "Record: client", "Aangemeld: 2026-01-01", "Op: 2026-02-30", "A: x", "A:x", "A:",
         "A: ", "B:\ty", "C: x\\", "C: x\\\\", "+ more", "+", "+more", "+  two", "+ z\\", "", "", "", " ", "\t", "# c", " # c",
         " A: x", "nonsense", "1A: x", "A b: x", "é: x", "D: é", "x\\", "A1_b: c", "Tekst: t", "Record: doel", "Doel: d1"]
TRIMMED = ("Record", "Client", "Op", "Vastgelegd", "Aangemeld", "Doel")


def naive(text):
    """The records as lists of [name, value], by the few rules there are; None when one is not kept."""
    records, record, comment, lines = [], [], False, text.split("\n")
    while lines:
        line = lines.pop(0)
        bare = line.lstrip(" \t")
        if not record and bare[:1] not in ("%", "+"):
            line = bare
        if line.strip(" \t") == "":
            records += [record] if record else []
            record, comment = [], False
        elif line[0] == "#":
            comment = True
        elif line[0] == "+" or re.match("[A-Za-z%][A-Za-z0-9_]*:", line):
            last = line
            while last.endswith("\\"):
                last = lines.pop(0)
                line = line[:-1] + last
            if line[0] != "+":
                name, _, value = line.partition(":")
                record.append([name, value[value[:1] in (" ", "\t"):] if value else ""])
            elif record and not comment:
                record[-1][1] += "\n" + line[1 + (line[1:2] == " "):]
            else:
                return None
            comment = False
        else:
            return None
    return records


def recompute(text):
    blocks = list(rec.blocks(text))
    return None if any(name is None for b in blocks for name, _ in b) else blocks


def recutils(text):
    with open(scratch, "w", encoding="utf-8") as f:
        f.write(text)
    run = subprocess.run(["recsel", scratch], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if run.returncode != 0 or run.stderr:
        return None
    records = [[]]
    for line in run.stdout.decode().split("\n")[:-1]:
        if line == "":
            records.append([])
        elif line.startswith("+ "):
            records[-1][-1][1] += "\n" + line[2:]
        else:
            name, _, value = line.partition(":")
            records[-1].append([name, value[1:]])
    return [r for r in records if r]


def librec(texts):
    """What the library of recutils reads of each; None where it refuses, or is not there."""
    out = subprocess.run([build + "/tests/librec"], input="".join(t + "\0" for t in texts).encode(), stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def library(text):
    out = subprocess.run([build + "/tests/fields"], input=text.encode(), stdout=subprocess.PIPE, check=True).stdout
    return json.loads(out)


def plain(records):
    """Without blanks around what the library trims at its place (reader_agrees.py sees to that)."""
    return [[[n, v.strip(" \t\n") if n in TRIMMED else v] for n, v in r] for r in records]


def differ(what, *given):
    raise ValueError("%s: %s" % (what, "\n".join(map(repr, given))))


def made(r, i):
    """A text that begins with a client of its own, so that many stand in one stream; without a Record behind the
    first field, which to recutils is a field like any other, and to us the end of a record."""
    while True:
        lines = [r.choice(LINES) for _ in range(r.randrange(10))]
        text = "Record: client\nClient: i%d\nAangemeld: 2026-01-01\n%s\n\n\n\n" % (i, "\n".join(lines))
        if not any(n == "Record" for fields in naive(text) or [] for n, _ in fields[1:]):
            return text


def batch(span):
    first, n = span
    r = random.Random(f"{seed}/{first}")
    texts = [made(r, first + i) for i in range(n)]
    records = [naive(t) for t in texts]
    one_process = os.path.exists(build + "/tests/librec")
    for text, want, theirs in zip(texts, records, librec(texts) if one_process else records):
        if recompute(text) != want:
            differ("tests/recompute reads otherwise", text, recompute(text), want)
        if theirs != want or want is None and not one_process and recutils(text) is not None:
            differ("recutils reads otherwise", text, theirs, want)
    good = [t for t, want in zip(texts, records) if want is not None]
    all_good = [x for want in records if want is not None for x in want]
    theirs = recutils("".join(good))
    if theirs != all_good:
        for text in good:
            if recutils(text) != naive(text):
                differ("recutils reads otherwise", text, recutils(text), naive(text))
        differ("recutils reads otherwise together", "".join(good))
    stream = "".join(texts)
    ours, whole = library(stream), {}
    for d in ours:
        if d["id"] is not None and d["id"].startswith("i"):
            at = texts[int(d["id"][1:]) - first]
            want, got, syntax = naive(at), [], True
            whole[d["id"]] = d["malformed"]
        got += d["records"]
        syntax = syntax and d["syntax"]
        d["last"] = (at, want, list(got), syntax)
    ends = [d["last"] for d, nxt in zip(ours, ours[1:] + [None])
            if nxt is None or nxt["id"] is not None and nxt["id"].startswith("i")]
    if len(ends) != n:
        differ("the library finds %d of %d" % (len(ends), n), stream)
    for at, want, got, syntax in ends:
        if syntax != (want is not None) or syntax and plain(got) != plain(want):
            differ("the library reads otherwise", at, got if syntax else None, want)
    for d in rec.dossiers(stream.encode(), "-"):
        if d.client in whole and d.whole == whole[d.client]:
            differ("tests/recompute and the library differ on what is malformed", texts[int(d.client[1:]) - first])
    return records.count(None), sum(whole.values())


def begin(folder):
    global scratch      # pylint: disable=global-statement
    scratch = f"{folder}/{os.getpid()}.rec"


refused = malformed = 0
with tempfile.TemporaryDirectory() as place, multiprocessing.Pool(int(os.environ.get("JOBS", os.cpu_count())), begin, [place]) as pool:
    for some in pool.imap_unordered(batch, [(first, min(BATCH, count - first)) for first in range(0, count, BATCH)]):
        refused, malformed = refused + some[0], malformed + some[1]
print("%d texts, %d refused, %d malformed" % (count, refused, malformed))
sys.exit(0 if 0 < refused < malformed < count else "nothing to compare")
