# SPDX-License-Identifier: ISC
"""A word that is private, through every way in which a call can go wrong: no message says it, nor does any output without names.

leaks.py BUILD SEED ROUNDS	each round: every dossier, form, map and row with some lines changed, cut, swapped
				and doubled, and all calls of tests/calls.py on them

The word stands in every private field, beside a citizen service number and a telephone number, and by the changes in
every other field too. Public texts (Team, Gemeente ...) are kept free of it. Prints how many calls there were and what was
said; exit 1 if anything was.
"""
import multiprocessing
import os
import random
import re
import sys

sys.dont_write_bytecode = True
from calls import TOP, Place, calls, files      # noqa: E402
from mutate import mutated      # noqa: E402

CANARY = re.compile(rb"kanarie zit|zit thuis|kanarie [a-z]|123456782|0612345678", re.I)
# Whose standard output and files hold nothing private.
CLOSED = re.compile(r"^fasen-(report(?!.*--names)|select.*(-l|--count|--attributes)|check(?!.*--(join|unite))|advance --(check|ask)|"
                    r"plan -T ics(?!.*with-text)|intake --csv --preview)|--help|--version|^fasen$")


def public():
    with open(TOP + "/common/method/schema.def", encoding="utf-8") as f:
        fields = re.findall(r"FIELD\(\w+, \w+, (\w+), TEXT, ([^,]*),", f.read())
    closed = {name for name, flags in fields if "PRIV" in flags}
    return "|".join(sorted({name for name, _ in fields} - closed | {"Door", "Nr", "Extern", "Verwijzer"})).encode()


def changed(data, seed, names):
    data = data.replace(b"Kanarie\n", b"Kanarie zit thuis\n").replace(b";Kanarie;", b";Kanarie zit thuis;")
    data = mutated(data, seed, 60)
    if random.Random(f"{seed}/id").random() < .3:       # a sentence for an id, wherever that is meant
        data = re.sub(rb"(?m)^((?:Doel|Werkpunt): )(d1|d1\.1)$", rb"\1Kanarie zit thuis", data)
    # Only whole texts: a single word may be a wrong code, which is shown.
    data = re.sub(rb"(?im)\bkanarie ?$", b"Kanarie zit thuis", data)
    return re.sub(rb"(?im)^(%s):.*(kanarie|zit thuis|123456782|0612345678).*$" % names, rb"\1: x", data)


def tried(work):
    build, clean, seed, first, last = work
    place, names, tries, said = Place(build, clean), public(), 0, []
    for number in range(first, last):
        for path, data in files(place.clean).items():
            if path.endswith((".rec", ".form", ".csv", ".map")) and path not in ("own.rec", "logo.rec"):
                with open(place.clean + "/" + path, "wb") as f:
                    f.write(changed(place.before[path], f"{seed}/{number}/{path}", names))
        original, place.before = place.before, files(place.clean)
        for call in calls():
            if "pdf" in call.line or "-T xlsx" in call.line:
                continue
            status, out, err, made = place.run(call)
            tries += 1
            found = CANARY.search(err)
            if not found and CLOSED.search(call.line):
                found = CANARY.search(out) or next(filter(None, (CANARY.search(data or b"") for path, data in made.items()
                                                                 if path.startswith("out."))), None)
            if found or status not in (0, 1, 2):
                said.append(f"{call}: seed {seed}/{number}: exit {status}" + (f": {found.string[max(0, found.start() - 80):][:160]!r}"
                                                                            if found else ""))
        place.before = original
        for path, data in original.items():
            if data != b"directory":
                with open(place.clean + "/" + path, "wb") as f:
                    f.write(data)
    return tries, said


def main():
    build, seed, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    jobs = int(os.environ.get("JOBS", os.cpu_count()))
    tries = wrong = 0
    work = [(build, None, seed, rounds * i // jobs, rounds * (i + 1) // jobs) for i in range(jobs)]
    with multiprocessing.Pool(jobs) as pool:
        for n, said in pool.imap(tried, work):
            tries, wrong = tries + n, wrong + len(said)
            for line in said:
                print(line, file=sys.stderr)
    print(f"leaks\t{tries}\t{wrong}")
    return 1 if wrong or not tries else 0


if __name__ == "__main__":
    sys.exit(main())
