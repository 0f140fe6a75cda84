# SPDX-License-Identifier: ISC
"""Seeds and words for fuzzing the doors (tests/doors.c).

seeds.py words			a dictionary for libFuzzer and AFL++ of the words of a dossier, a model and a map
seeds.py make FOLDER	for each command with doors a folder of inputs, small ones, for each of its doors, and for
			each way of tests/fuzz.c
"""
import os
import re
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MARKS = ["Record: ", "Client: ", "\n\n", "\n+ ", "\\\n", "\r\n", "\n====\n", " -> ", "%rec: x\n", "\ufeff", "\u202e", "2026-02-29",
         " >= 2", " per doel", " per leefgebied", " sinds fase", " en Wie = client|netwerk", "-9223372036854775808", "2147483648"]


def read(name, mode="rb"):
    with open(os.path.join(TOP, name), mode) as f:
        return f.read()


def words():
    found = set()
    for name in ("schema", "model"):
        text = read(f"common/method/{name}.def").decode()
        found.update(re.findall(r"\b(?:CODE|FIELD|COMMON|KIND|ROW|VALUE)\w*\((?:\w+, )*([\w-]+),", text))
        found.update(re.findall(r"CODE\(\w+, \w+, ([\w-]+)\)", text))
        found.update(word + ": " for word in re.findall(r"\b[A-Z][a-z]+(?:_[a-z]+)*\b", text))
    found.update(re.findall(r'^\w+\((\w+),', read("common/method/attributes.def").decode(), re.M))
    for word in sorted(found) + MARKS:
        print('"%s"' % "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else "\\x%02x" % b for b in word.encode()))


def inputs(line):
    """What is put through a door first."""
    small = ["2026-0042", "2026-0027", "2024-0033", "2026-0018"]
    dossiers = [read(f"samples/dossiers/{name}.rec") for name in small]
    if "@w" in line:
        return [b"2026-01-05", b"+14", b"2026-W14", b"wonen=2,werk=3", b"doelen.open>=1", b"score.wonen<3", b"fase=planning"]
    if "-m @1" in line:
        return [read("samples/model.rec"), read("samples/models/op-maat.rec")]
    if "--csv" in line:
        csv = b"\n".join(read("samples/export-aanmeldingen.csv").split(b"\n")[:4]) + b"\n"
        plain = b"Extern;Naam;Hulpvraag;Vraag;Geboren\n1;Een;Wat;wonen;2001-02-03\n2;Twee;\"a\nb\";werk;\n"
        if "@2" in line:
            return [csv + b"\n====\n" + read("samples/export-aanmeldingen.map"), plain + b"\n====\n=Team: noord\nVraag=Vraag\n"]
        return [csv, plain]
    if "--fill" in line:
        return [b"Record: notitie\nClient: 2024-0033\nOp: 2026-10-30\nTekst: x\n\n", b"Record: client\nNaam: X\nHulpvraag: Y\n\n",
                b"Record: leefgebied\nClient: 2025-0006\nLeefgebied: wonen\nScore: 3\n\n"]
    if "--merge" in line:
        part = os.popen(f"{TOP}/build/bin/fasen-report --partial --period=2026 --today=2026-11-01 "
                        f"{TOP}/samples/dossiers/2026-0027.rec").read().encode()
        return [part, part + b"\n====\n" + part]
    if "@2" in line:
        note = b"Record: notitie\nClient: 2024-0033\nOp: 2025-05-0%d\nTekst: x\n\n"
        a, b = dossiers[2] + note % 1, dossiers[2] + note % 2
        return [b"\n====\n".join([a, b, dossiers[2]]), b"\n====\n".join([dossiers[0], dossiers[1]])]
    return dossiers


def ways():
    """What is put through the readers of tests/fuzz.c first."""
    model = read("samples/model.rec")
    return {
        "dossiers": [read(f"samples/dossiers/{name}.rec") for name in ("2026-0042", "2024-0033")],
        "models": [model],
        "terms": [b"doelen.open>=1", b"score.wonen<3", b"fase=planning", b"toestemming.M=ja", b"evaluatie.volgende<today+14"],
        "conditions": re.findall(rb"(?m)^Eist: (.*)", model),
        "dates": [b"2026-01-05", b"+14", b"2026-W14", b"today-3", b"1/5/2026 12:00:00 AM", b"2026-Q3", b"last-month"],
        "maps": [read("samples/export-aanmeldingen.map"), b"=Team: noord\nVraag=Vraag split ,\n  a -> wonen\n  * -> werk\n"],
        "texts": ["Zo\u00eb \u05d0\u05d1 \u202e \U0001f600".encode(), b"123456782", b"a\\b\n.c"],
        "encodings": [b"Zo\xeb", "Zo\u00eb".encode()],
    }


def make(folder):
    for name, given in ways().items():
        os.makedirs(f"{folder}/{name}", exist_ok=True)
        for i, data in enumerate(given):
            with open(f"{folder}/{name}/{i}", "wb") as f:
                f.write(data)
    count = {}
    for line in read("tests/doors").decode().split("\n"):
        name = line.split(" ")[0]
        if not name.startswith("fasen-"):
            continue
        door = count[name] = count.get(name, -1) + 1
        os.makedirs(f"{folder}/{name}", exist_ok=True)
        for i, data in enumerate(inputs(line)):
            with open(f"{folder}/{name}/seed-{door:02}-{i}", "wb") as f:
                f.write(bytes([door]) + data)


if __name__ == "__main__":
    words() if sys.argv[1] == "words" else make(sys.argv[2])
