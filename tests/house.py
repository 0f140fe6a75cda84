#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Measures the house: house.py [FIGURE...] says each figure of this tree, --at=REV those of that commit.

files, modules (NAME.c and NAME.h are one), lines, floors (a module stands above what it includes), circles
(modules that include each other, in whatever long a chain), wide (lines of more than 100 columns, a tab to
each eighth), literals (strings in a .c file that are the name of a kind, field or code of a dossier or
model, or of a measure or column of the report: schema.def, model.def, measures.def, columns.def; but not
where the string is declared as a word of its own: DECLARED). With -v it names them.
"""
import io
import os
import re
import subprocess
import sys
import tarfile

COLUMNS = 100
# A word that happens to be the same: an option and what its value is called, a command, a view, a table of a list and
# the headings of its columns, the code of a finding, a label.
DECLARED = re.compile(
    r'\{ "[^"]+", (?:required|optional|no)_argument(?:, \w+, "[^"]+")?'
    r'|\{ "[^"]+", N_\('
    r'|\bviews\[\w*\] = \{[^}]*\}'
    r'|\b(?:table_begin|view_table)\([^";]+, "[^"]+"'
    r'|\{ "[^"]+", [^{}]*\bTABLE_(?:WORD|CODE|NUMBER|DATE), \d+ \}'
    r'|PROBLEM_(?:ERROR|WARNING), "[^"]+"'
    r'|\bwrong\(problems, "[^"]+"'
    r'|->code, "[^"]+"'
    r'|\blabel\(\w+, "[^"]+"\)')
TOKEN = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def tree(rev):
    """Path to text of the C files of a commit, or of what stands here."""
    top = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir)
    if rev is None:
        names = [os.path.relpath(os.path.join(d, n), top) for below in ("cmd", "common", "tests")
                 for d, _, here in os.walk(os.path.join(top, below)) for n in here]
        return {n: open(os.path.join(top, n), encoding="utf-8").read()
                for n in names if n.endswith((".c", ".h", ".def"))}
    archive = subprocess.check_output(["git", "-C", top, "archive", rev])
    with tarfile.open(fileobj=io.BytesIO(archive)) as t:
        return {m.name: t.extractfile(m).read().decode() for m in t.getmembers()
                if m.isfile() and m.name.endswith((".c", ".h", ".def"))}


def module(path):
    return path if path.endswith(".def") else os.path.splitext(path)[0]


def includes(files):
    """Module to the modules it includes."""
    headers = {}
    for path in files:
        headers.setdefault(os.path.basename(path), []).append(path)
    to = {module(p): set() for p in files}
    for path, text in files.items():
        for name in re.findall(r'^\s*#\s*include "([^"]+)"', text, re.M):
            found = headers.get(os.path.basename(name), [])
            near = [f for f in found if os.path.dirname(f) == os.path.dirname(path)]
            for f in (near or found)[:1]:
                if module(f) != module(path):
                    to[module(path)].add(module(f))
    return to


def rooms(to):
    """The modules in the order of what they include; those of a circle together (Tarjan)."""
    number, low, stack, on, out = {}, {}, [], set(), []

    def visit(m):
        number[m] = low[m] = len(number)
        stack.append(m)
        on.add(m)
        for n in sorted(to[m]):
            if n not in number:
                visit(n)
            if n in on:
                low[m] = min(low[m], low[n])
        if low[m] == number[m]:
            room = []
            while not room or room[-1] != m:
                room.append(stack.pop())
                on.discard(room[-1])
            out.append(sorted(room))

    sys.setrecursionlimit(10000)
    for m in sorted(to):
        if m not in number:
            visit(m)
    return out


def floors(to):
    floor = {}
    for room in rooms(to):
        below = [floor[n] for m in room for n in to[m] if n not in room]
        for m in room:
            floor[m] = 1 + max(below, default=0)
    return max(floor.values())


def names_of(files):
    names = set()
    for path, text in files.items():
        base = os.path.basename(path)
        if base in ("schema.def", "model.def"):
            text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
            names.update(re.findall(r"\bCODE\(\w+, \w+, ([\w-]+)\)", text))
            names.update(re.findall(r"^(?:COMMON|KIND|NAME)\(\w+, (\w+)", text, re.M))
            if base == "schema.def":
                names.update(re.findall(r"^FIELD\(\w+, \w+, (\w+)", text, re.M))
        elif base in ("measures.def", "columns.def"):
            names.update(re.findall(r'^(?:MEASURE|COLUMN|TABLE)\(\w+, "([^"]+)"', text, re.M))
    return names


def literals(files, names):
    for path, text in sorted(files.items()):
        if not path.endswith(".c") or os.path.basename(path).startswith("label"):
            continue
        own = {place for d in DECLARED.finditer(text) for place in range(d.start(), d.end())}
        for m in TOKEN.finditer(text):
            if m.group()[0] == '"' and m.group()[1:-1] in names and m.start() not in own:
                yield f"{path}:{text.count(chr(10), 0, m.start()) + 1}: {m.group()}"


def wide(files):
    for path, text in sorted(files.items()):
        if path.endswith((".c", ".h")):
            for n, line in enumerate(text.split("\n"), 1):
                if len(line.expandtabs(8)) > COLUMNS:
                    yield f"{path}:{n}: {len(line.expandtabs(8))} columns"


def main(arguments):
    rev = next((a[5:] for a in arguments if a.startswith("--at=")), None)
    asked = [a for a in arguments if not a.startswith("-")]
    every = tree(rev)
    house = {p: t for p, t in every.items() if not p.startswith("tests/")}
    names = names_of(tree(None) if rev else every)
    to = includes(house)
    figures = {
        "files": lambda: len(house),
        "modules": lambda: len(to),
        "lines": lambda: sum(t.count("\n") for t in house.values()),
        "floors": lambda: floors(to),
        "circles": lambda: [" ".join(r) for r in rooms(to) if len(r) > 1],
        "wide": lambda: list(wide(every)),
        "literals": lambda: list(literals(house, names)),
    }
    for name in asked or figures:
        figure = figures[name]()
        print(name, len(figure) if isinstance(figure, list) else figure)
        if "-v" in arguments and isinstance(figure, list):
            print("\n".join(figure), end="\n" if figure else "")


main(sys.argv[1:])
