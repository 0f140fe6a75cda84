# SPDX-License-Identifier: ISC
"""Rejects of corrupted exports: fed back as they are nothing of them comes in, corrected all of it does.

rejects_agree.py EXPORTS [SEED]

Prints what went wrong, then how many rows were rejected. Works in the current directory.
"""
import os
import random
import shutil
import subprocess
import sys

HEAD = b"Extern;Naam;Geboren;Aangemeld;Hulpvraag;Vraag"
ROWS = 12


def good(i):
    return [b"e%d" % i, b"Naam %d" % i, b"1990-02-%02d" % (1 + i % 28), b"2026-01-05",
            [b"Help", b'"Twee; delen"', b'"Twee\r\nregels"'][i % 3], b"wonen, werk"]


def corrupt(cells, pick):
    """One way in which a row of an export is no good."""
    way = pick.randrange(11)
    at = pick.randrange(1, 5)
    if way == 0:
        cells[at] = b'"' + cells[at].replace(b'"', b"").replace(b"\r\n", b" ")
    elif way == 1:
        cells[4] = b'"Help"!'
    elif way == 2:
        cells[pick.choice((2, 3))] = pick.choice((b"2026-02-31", b"31-12-2025", b"90-01-01", b"gisteren"))
    elif way == 3:
        cells[5] = pick.choice((b"wonnen", b"een zin over wonen", b"1"))
    elif way == 4:
        cells[1] = b"Ren\xe9"
    elif way == 5:
        cells[at] = cells[at].replace(b"e", b"\0")[:40] if b"e" in cells[at] and at != 4 else b"\0"
    elif way == 6:
        cells += [b"x", b"y"]
    elif way == 7:
        cells[pick.choice((1, 4))] = b""
    elif way == 8:
        cells[3] = b"2027-01-05"
    elif way == 9:
        cells.insert(1, b"een cel te veel")
    else:
        cells[2] = b"2026-06-01"
    return cells


def intake(directory, *arguments):
    done = subprocess.run(["fasen-intake", "--csv", "--today=2026-11-01", "-d", directory, *arguments],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout.decode().split(), done.stderr.decode(errors="replace")


def externs(directory):
    found = []
    for name in os.listdir(directory):
        if name.endswith(".rec"):
            with open(os.path.join(directory, name), "rb") as f:
                found += [line[8:].strip() for line in f if line.startswith(b"Extern: ")]
    return sorted(found)


def main():
    exports, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2026
    pick, rejected = random.Random(seed), 0
    for number in range(exports):
        shutil.rmtree("r", ignore_errors=True)
        os.mkdir("r")
        bad = set(pick.sample(range(ROWS), pick.randrange(1, 6)))
        with open("in.csv", "wb") as f:
            f.write(HEAD + b"\r\n")
            for i in range(ROWS):
                f.write(b";".join(corrupt(good(i), pick) if i in bad else good(i)) + b"\r\n")
        status, paths, said = intake("r", "--rejects=r.csv", "in.csv")
        inside = externs("r")
        want = sorted(b"e%d" % i for i in range(ROWS) if i not in bad)
        if status != 1 or inside != want or len(paths) != len(want):
            print("export %d: exit %d, %d paths, in: %s" % (number, status, len(paths), inside))
        status, paths, said = intake("r", "--rejects=r2.csv", "r.csv")
        if status != 1 or paths or externs("r") != inside:
            print("export %d: rejects fed back: exit %d, %d registered" % (number, status, len(paths)))
        rejected += len(bad)
        with open("r.csv", "rb") as f:
            head = f.readline()
        with open("r.csv", "wb") as f:
            f.write(head)
            for i in sorted(bad):
                f.write(b";".join(good(i)) + b";%d;\r\n" % i)
        status, paths, said = intake("r", "--rejects=r3.csv", "r.csv")
        if status != 0 or len(paths) != len(bad) or len(externs("r")) != ROWS or len(set(externs("r"))) != ROWS:
            print("export %d: corrected: exit %d, %d registered\n%s" % (number, status, len(paths), said))
    print("%d exports, rows rejected: %s" % (exports, "some" if rejected else "none"))


main()
