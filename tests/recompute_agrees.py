# SPDX-License-Identifier: ISC
"""Holds fasen-report against its second program, tests/recompute, for random histories.

usage: recompute_agrees.py BUILD SEED COUNT MODEL [PER_RUN]

Byte for byte the tables of every view, and line for line the trace, for several reference dates, periods and groups.
Says of what differs which call and which dossier; the exit status is then 1.
"""
import argparse
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "recompute")]

import histories                        # noqa: E402
from model import Model                 # noqa: E402
from run import VIEWS, Run, printed     # noqa: E402
from tables import escaped              # noqa: E402
from trace import lines                 # noqa: E402

ALL = VIEWS + ["signalen", "clienten"]
CALLS = [
    "--today=2026-11-01",
    "--today=2026-11-01 --group=Nummer",
    "--today=2026-11-01 --period=2026 --group=Nummer",
    "--today=2026-11-01 --period=2026-Q3 --period=2025 --period=2026-09 --period=2026-W14",
    "--today=2026-11-01 --period=2026-W14 --group=Nummer",
    "--today=2026-11-01 --period=2026-Q2 --known=2026-06-30 --group=team,begeleider",
    "--today=2026-11-01 --from=2025-05-05 --to=2026-05-20 --group=Vraag,doelgroep",
    "--today=2026-11-01 --period=2026 --group=DOELGROEP,Gesloten",
    "--today=2026-06-30 --period=2026-Q2 --group=fase",
    "--today=2025-07-01 --period=last-quarter --period=last-month --group=begeleider",
    "--today=2024-12-31 --to=2026-01-01 --group=Nummer --known=2025-03-01",
    "--today=2027-01-31 --period=2027 --period=2023 --names",
    "--today=2045-02-28 --from=2040-02-29",
    "--today=2026-05-01 --ahead=14",
    "--today=2026-11-01 -v overzicht",
    "--today=2026-12-31 --period=2026-H1 --period=this-year --group=team -v overzicht",
    "--today=2027-02-01 --min-cell=5",
    "--today=2027-02-01 --min-cell=5 --period=2026 --group=team",
    "--today=2027-02-01 --min-cell=10 --period=2026-Q2 --period=2026-Q3 --period=2026-01 --period=2025 --group=Vraag",
    "--today=2027-02-01 --min-cell=5 --from=2025-05-05 --to=2026-05-20 --group=Doelgroep --known=2026-06-30",
]


SEEN = {}       # the values of each group of a call
TRACED = [0]    # lines of the trace


def options(call):
    """The call as the second program takes it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--period", action="append", default=[])
    parser.add_argument("--names", action="store_true")
    parser.add_argument("--min-cell", default="")
    parser.add_argument("--ahead", default="")
    parser.add_argument("-v", action="append", default=[], dest="views")
    for name in ("from", "to", "known", "today", "group"):
        parser.add_argument("--" + name, default="", dest=name + "_")
    return parser.parse_args(call.split())


def theirs(build, model, call, form, views, text):
    with tempfile.TemporaryDirectory() as where:
        name = os.path.join(where, "stream.rec")
        with open(name, "wb") as f:
            f.write(text)
        words = [build + "/bin/fasen-report", "-m", model, "-T", form] + call.split() + [name]
        words += [w for view in views for w in ("-v", view)]
        return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.replace(name.encode(), b"F")


def ours(model, call, views, text):
    run = Run(model, options(call))
    run.read(text, "F")
    return run, printed(run, views)


def differs(build, path, model, call, text):
    """What differs for a stream, as text; "" for nothing."""
    published, one = "--min-cell" in call, options(call).views
    views = one or (VIEWS if published else ALL)
    run, mine = ours(model, call, views, text)
    SEEN.setdefault(call, [set() for _ in run.divided])
    for group in run.groups():
        for values, value in zip(SEEN[call], group):
            values.add(value)
    other = theirs(build, path, call, "tsv", [] if one else views, text)
    if mine != other:
        return "\n".join(unlike(other.decode().split("\n"), mine.decode().split("\n")))
    if published or "Nummer" in call or "--names" in call or "--ahead" in call:
        return ""
    mine = sorted("\t".join(map(escaped, line)) for line in lines(run, one or VIEWS))
    other = sorted(theirs(build, path, call, "trace", [] if one else VIEWS, text).decode().split("\n")[1:-1])
    TRACED[0] += len(mine)
    return "" if mine == other else "\n".join(["in the trace:"] + unlike(other, mine))


def unlike(theirs, mine):
    left, right = set(theirs) - set(mine), set(mine) - set(theirs)
    found = ["fasen-report: " + x for x in theirs if x in left][:3] + ["recomputed:   " + x for x in mine if x in right][:3]
    return found or ["the same lines in another order"]


def main():
    build, seed, count, path = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    per = int(sys.argv[5]) if len(sys.argv) > 5 else 250
    with open(path, encoding="utf-8") as f:
        model = Model(f.read())
    wrong = 0
    for start in range(0, count, per):
        each = [histories.dossier(seed, n, model).encode() for n in range(start, min(start + per, count))]
        for call in CALLS:
            found = differs(build, path, model, call, b"".join(each))
            if not found:
                continue
            wrong += 1
            print("%s -m %s" % (call, path))
            print(found)
            for n, text in enumerate(each):
                one = differs(build, path, model, call, text)
                if one:
                    print("history %d alone:\n%s" % (start + n, one))
                    break
    print("%d histories, %d calls, %d differ" % (count, len(CALLS), wrong))
    for call, values in SEEN.items():
        if any(len(found - {"-"}) < 2 for found in values):
            wrong += 1
            print("%s: a name divides nothing" % call)
    if not TRACED[0]:
        wrong += 1
        print("nothing was traced")
    sys.exit(1 if wrong else 0)


main()
