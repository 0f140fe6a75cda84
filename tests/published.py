# SPDX-License-Identifier: ISC
"""How much of a year's figures --min-cell leaves to print, for organisations of several sizes.

usage: published.py BUILD SEED MODEL [DOSSIERS...]

Of invented dossiers, all aggregate views of one year: the figures that the published report prints, as a percentage of
those that the plain report has (what is empty or 0, a norm, the table of months and what all groups together have do not count).
"""
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "recompute")]

import histories                        # noqa: E402
from model import Model                 # noqa: E402


def figures(build, model, name, words):
    """How many figures there are in the report."""
    text = subprocess.run([build + "/bin/fasen-report", "-m", model, "-T", "tsv", "--today=2027-02-01", "--period=2026"] + words +
                          [name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout.decode()
    n, head = 0, None
    for line in text.split("\n"):
        row = line.split("\t")
        if row == [""] or head is None:
            head = None if row == [""] else row
        elif row[0] != "doorstroom.maand" and not (head[2] == "team" and row[2] == "totaal"):
            n += sum(word.replace(".", "").replace("-", "").strip("0").isdigit() for column, word in zip(head[2:], row[2:])
                     if column not in ("norm", "landelijk"))
    return n


def main():
    build, seed, path = sys.argv[1:4]
    with open(path, encoding="utf-8") as f:
        model = Model(f.read())
    calls = [(least, group) for group in ([], ["--group=team"]) for least in (5, 10)]
    print("dossiers     N=5    N=10    N=5, team    N=10, team")
    for n in [int(word) for word in sys.argv[4:]] or [60, 300, 2000]:
        with tempfile.TemporaryDirectory() as where:
            name = os.path.join(where, "stream.rec")
            with open(name, "w", encoding="utf-8", newline="") as f:
                f.write("".join(histories.dossier(seed, i, model) for i in range(n)))
            left = [100 * figures(build, path, name, ["--min-cell=%d" % least] + group) // figures(build, path, name, group)
                    for least, group in calls]
            print("%8d%7d%%%7d%%%12d%%%13d%%" % (n, *left))


main()
