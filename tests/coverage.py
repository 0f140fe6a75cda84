# SPDX-License-Identifier: ISC
"""Which lines of the source the tests ran, by gcov.

coverage.py BUILD	of what was built with --coverage in BUILD: a row for each wing of common/, for cmd/, and for what writes
			files, with how many lines there are and how many were run; what was not stands in BUILD/uncovered,
			as it does with why in tests/uncovered. Exit 1 where a target is missed
"""
import collections
import glob
import json
import os
import re
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# A name, what belongs to it, and of how many in a hundred.
TARGETS = [("common", "common/", 95), ("cmd", "cmd/", 90), ("save", "common/file/save", 100)]


def lines_run(build):
    """Of each source file its lines, and how often each was run by anybody."""
    runs = collections.defaultdict(dict)
    notes = [os.path.abspath(path) for path in glob.glob(build + "/c*/**/*.gcno", recursive=True)]
    for first in range(0, len(notes), 50):
        out = subprocess.run(["gcov", "--json-format", "--stdout", *notes[first:first + 50]], stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, cwd=TOP, check=True).stdout
        for text in out.splitlines():
            for file in json.loads(text)["files"]:
                name = os.path.relpath(os.path.join(TOP, file["file"]), TOP)
                if name.startswith(("common/", "cmd/")):
                    for line in file["lines"]:
                        at = runs[name]
                        at[line["line_number"]] = max(at.get(line["line_number"], 0), line["count"])
    return runs


def share(name, files, least=None):
    there = sum(map(len, files))
    run = sum(n > 0 for lines in files for n in lines.values())
    print("%-16s %6d %6d %6.1f %%%s" % (name, there, run, 100 * run / there, "" if least is None else "   at least %d" % least))
    return least is None or 100 * run >= least * there


def main():
    build = sys.argv[1]
    runs = lines_run(build)
    good = True
    print("%-16s %6s %6s" % ("", "lines", "run"))
    for wing in sorted({re.match(r"common/\w+|cmd", name).group() for name in runs}):
        share(wing, [lines for name, lines in runs.items() if name.startswith(wing + "/")])
    for name, begin, least in TARGETS:
        good &= share(name, [lines for path, lines in runs.items() if path.startswith(begin)], least)
    with open(build + "/uncovered", "w", encoding="utf-8") as f:
        for name in sorted(runs):
            with open(os.path.join(TOP, name), encoding="utf-8") as source:
                text = source.read().split("\n")
            for number in sorted(n for n, count in runs[name].items() if count == 0):
                f.write("%s:%d: %s\n" % (name, number, text[number - 1].strip()))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
