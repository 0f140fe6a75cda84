# SPDX-License-Identifier: ISC
"""Compares what fasen-intake takes from each file of csv-dialects/ with what Python's csv reader reads in it.

csv_dialects.py DIRECTORY: a TAP line a file. Values are compared cell by cell; blanks around cells only
where the dialect pads them.
"""
import csv
import io
import os
import subprocess
import sys

FIELDS = ["Extern", "Naam", "Hulpvraag", "Vrij"]
csv.field_size_limit(1 << 24)


def expected(path, encoding, delimiter, how):
    text = open(path, encoding=encoding, newline="").read()
    if "skip1" in how:
        text = text.split("\n", 1)[1]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace="skipinitialspace" in how)
    rows = [row for row in reader if any(cell.strip() for cell in row)]
    header = [name.strip() for name in rows[0]]
    assert header[:4] == FIELDS, header
    clients = []
    for row in rows[1:]:
        cells = [cell.strip(" \t") if "trim" in how else cell for cell in row[:4]]
        clients.append([cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells])
    return clients


def taken(path, delimiter, how):
    call = ["fasen-intake", "--csv", "--map=Vrij=Vrij", "--today=2026-11-01"]
    if "given" in how:
        call.append("--delimiter=" + ("tab" if delimiter == "\t" else delimiter))
    call += ["--" + word for word in how if word.startswith("encoding=")]
    done = subprocess.run(call + [path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise ValueError(done.stderr.decode())
    clients, value = [], None
    for line in done.stdout.decode().split("\n"):
        if line.startswith("+"):
            value[-1] += "\n" + line[2:]
        elif line == "Record: client":
            clients.append({})
        elif line and clients:
            name, _, rest = line.partition(":")
            value = clients[-1].setdefault(name, [])
            value.append(rest[1:])
    return [["\n".join(c.get(f, [""])) for f in FIELDS] for c in clients]


def main():
    directory = sys.argv[1]
    table = open(os.path.join(directory, "dialects.tsv"), encoding="utf-8").read().splitlines()
    lines = [line.split("\t") for line in table if not line.startswith("#")]
    failed = 0
    for number, (name, encoding, delimiter, how) in enumerate(lines, 1):
        path = os.path.join(directory, name + ".csv")
        delimiter = "\t" if delimiter == "tab" else delimiter
        how = how.split()
        try:
            want, got = expected(path, encoding, delimiter, how), taken(path, delimiter, how)
            good, seen = want == got, f"want {want!r:.2000}\ngot  {got!r:.2000}"
        except (ValueError, AssertionError) as error:
            good, seen = False, str(error)
        failed += not good
        print(f"{'' if good else 'not '}ok {number} - {name}: the values that another reader reads")
        if not good:
            print("\n".join("# " + line for line in seen.split("\n")))
    print(f"1..{len(lines)}")
    return failed != 0


sys.exit(main())
