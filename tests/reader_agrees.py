# SPDX-License-Identifier: ISC
"""Holds what the library reads against the reader of tests/recompute, on dossiers made bad and odd.

reader_agrees.py BUILD SEED COUNT FILE...	COUNT texts, each of one of the files; prints the first difference
"""
import json
import os
import subprocess
import sys

sys.dont_write_bytecode = True
here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [here, os.path.join(here, "recompute")]

import rec                  # noqa: E402
from mutate import mutated  # noqa: E402

build, seed, count, files = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]


def theirs(data):
    """(id, malformed, records) of each dossier, by the second program; of a malformed one no records."""
    for d in rec.dossiers(data, "-"):
        records = [(r.kind, sorted((n, v) for n, vs in r.values.items() for v in vs)) for r in d.records]
        yield d.client, not d.whole, records if d.whole else None


def ours(data):
    made = subprocess.run([build + "/tests/fields"], input=data, stdout=subprocess.PIPE, check=True).stdout
    for d in json.loads(made):
        if d["id"] is None:
            continue
        records = [(r[0][1], sorted(map(tuple, r[2:]))) for r in d["records"]] if not d["malformed"] else None
        yield d["id"], d["malformed"], records


dossiers = malformed = 0
for i in range(count):
    with open(files[i % len(files)], "rb") as f:
        text = mutated(f.read(), "%s/%d" % (seed, i), [2, 20, 100][i % 3])
    passed = subprocess.run([build + "/bin/fasen-plan"], input=text, stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, check=False).stdout
    if passed != text and not (passed[:len(text)] == text and passed[len(text):].strip(b"\r\n") == b""):
        sys.exit("text %d comes out of a filter otherwise" % i)
    a, b = list(ours(text)), list(theirs(text))
    for x, y in zip(a + [None], b + [None]):
        if x != y:
            for r, q in zip(x[2] or [], y[2] or []) if x and y else []:
                if r != q:
                    x, y = r, q
                    break
            sys.exit("text %d: we read %r, the second program %r" % (i, x, y))
    dossiers += len(a)
    malformed += sum(x[1] for x in a)
print("%d dossiers, %d malformed" % (dossiers, malformed))
sys.exit(0 if 0 < malformed < dossiers else "nothing to compare")
