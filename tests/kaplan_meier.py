# SPDX-License-Identifier: ISC
"""Holds the expected lead time of fasen-report against another way to reckon it, for random sets of stays.

usage: kaplan_meier.py BUILD SEED SETS MODEL

Each set is a stream of dossiers with stays in one phase, many of equal length, some begun before the period (delayed
entry), some ended by a decision not to go on (censored), some open. The other way: the survival curve is made by
redistribution to the right (Efron 1967): each stay that is lost gives its weight to those that are seen longer, and a
stay that is seen late gives its weight only from then on. Of stays that are all seen from their begin the weights
make the curve of Kaplan and Meier; with delayed entry it is made day by day, of the stays themselves, in fractions.
"""
import datetime
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

FIRST, LAST = datetime.date(2026, 1, 1), datetime.date(2026, 3, 31)
PHASE = "aanmelding"


def stays_of(r):
    """(begin, end, how) of a set; end None is open, how is uit or niet."""
    made = []
    late = r.random() < 0.6
    for _ in range(r.choice([3, 6, 8, 12, 20, 40])):
        begin = FIRST + datetime.timedelta(days=r.randint(-90 if late else 0, 85))
        days = r.choice([0, 1, 5, 10, 10, 10, 20, 20, 30, r.randint(0, 120)])
        end = begin + datetime.timedelta(days=days)
        how = r.choice(["uit", "uit", "uit", "niet", "open"])
        made.append((begin, None if how == "open" else end, how))
    return made


def written(stays):
    text = []
    for i, (begin, end, how) in enumerate(stays):
        head = "Client: c%d" % i
        text.append("Record: client\n%s\nNaam: N\nAangemeld: %s\nHulpvraag: h\n" % (head, begin))
        text.append("Record: fase\n%s\nOp: %s\nFase: %s\n" % (head, begin, PHASE))
        if how == "uit":
            text.append("Record: uitstroom\n%s\nOp: %s\nReden: volgens-plan\n" % (head, end))
        elif how == "niet":
            text.append("Record: intake\n%s\nOp: %s\nBesluit: afgewezen\n" % (head, end))
    return "".join(t + "\n" for t in text)


def seen(stays):
    """(since, until, ended) in days of those that the period sees."""
    found = []
    for begin, end, how in stays:
        if begin > LAST or end is not None and end < FIRST:
            continue
        since = max(0, (FIRST - begin).days)
        until = (min(end or LAST, LAST) - begin).days
        found.append((since, until, how == "uit" and end <= LAST))
    return found


def by_weights(found):
    """The curve where all are seen from their begin: mass on each day on which one ended."""
    weights = [Fraction(1, len(found))] * len(found)
    order = sorted(range(len(found)), key=lambda i: (found[i][1], not found[i][2]))
    left, mass = Fraction(1), {}
    for place, i in enumerate(order):
        _, until, ended = found[i]
        if ended:
            mass[until] = mass.get(until, 0) + weights[i]
            continue
        longer = [j for j in order[place + 1:]]
        for j in longer:
            weights[j] += weights[i] / len(longer)
    for day in sorted(mass):
        left -= mass[day]
        yield day, left


def by_days(found):
    left = Fraction(1)
    for day in range(max(until for _, until, _ in found) + 1):
        there = [s for s in found if s[0] <= day <= s[1]]
        gone = [s for s in there if s[2] and s[1] == day]
        if gone:
            left = left * (len(there) - len(gone)) / len(there)
            yield day, left


def expected(found):
    if not found:
        return ""
    curve = by_weights(found) if all(since == 0 for since, _, _ in found) else by_days(found)
    for day, left in curve:
        if sum(since <= day <= until for since, until, _ in found) < 5:
            return ""
        if left <= Fraction(1, 2):
            return str(day)
    return ""


def main():
    build, seed, sets, model = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    wrong = told = late = ties = 0
    for n in range(sets):
        stays = stays_of(random.Random("%s/%d" % (seed, n)))
        found = seen(stays)
        with tempfile.NamedTemporaryFile(suffix=".rec") as f:
            f.write(written(stays).encode())
            f.flush()
            out = subprocess.run([build + "/bin/fasen-report", "-m", model, "-T", "tsv", "-v", "doorlooptijd",
                                  "--period=2026-Q1", "--today=2026-06-30", f.name], stdout=subprocess.PIPE).stdout.decode()
        rows = [line.split("\t") for line in out.split("\n")]
        head = next(r for r in rows if r[:1] == ["view"])
        row = dict(zip(head, next(r for r in rows if r[:3] == ["doorlooptijd", "2026-Q1", PHASE])))
        want = expected(found)
        told += want != ""
        late += any(since > 0 for since, _, _ in found)
        ends = [until for _, until, ended in found if ended]
        ties += len(set(ends)) < len(ends)
        if row["verwacht"] != want or row["n"] != str(len(ends)):
            wrong += 1
            print("set %d: fasen-report %s of %s, here %s of %d" % (n, row["verwacht"], row["n"], want, len(ends)))
    print("%d sets, %d with a median, %d with delayed entry, %d with ties, %d wrong" % (sets, told, late, ties, wrong))
    sys.exit(1 if wrong or min(told, late, ties) == 0 else 0)


main()
