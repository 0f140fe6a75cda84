# SPDX-License-Identifier: ISC
"""A kill and each signal that ends a program, at every system call of every command that writes a file.

kills.py BUILD STEP [CALL]	of the calls that hold the text CALL (all), each STEPth kill or signal

Each file is the whole old or the whole new one then; after a signal nothing is left beside it. The same call once more ends as it
does without a kill, what it makes is what one such call makes or two, and nothing is left beside. A writer that opens the
file itself, cp, must fail that. Prints a row for each signal and what went wrong; exit 1 if anything did, or cp did not.
"""
import collections
import multiprocessing
import os
import sys
import tempfile

sys.dont_write_bytecode = True
from calls import CANARY, HANGS, Call, Place, calls      # noqa: E402
from faults import FAULTS, LEFT, TELLING, some, trace_of, whole      # noqa: E402

SIGNALS = "KILL", "TERM", "INT", "HUP"
CONTROL = "cp two.rec a.rec"


def odd(path, data, allowed):
    return not (data in allowed or path in TELLING and whole(path, data))


def verdict(got, again, before, once, twice, signal):
    """Empty when all is well: what is wrong, in a word or two."""
    _, _, err, changed = got
    if HANGS in (got[0], again[0]):
        return "does not end"
    if CANARY.search(err + again[2]):
        return "private text said"
    for path, data in changed.items():
        if LEFT.search(path):
            if signal != "KILL":
                return "left beside: " + path
        elif odd(path, data, (before.get(path), once[3].get(path))):
            return "half done: " + path
    if again[0] not in (once[0], twice[0]):
        return "then exit %d" % again[0]
    for path in {*again[3], *once[3]}:
        data = again[3].get(path, before.get(path))
        if LEFT.search(path):
            return "left beside by the next: " + path
        if odd(path, data, (once[3].get(path), twice[3].get(path, before.get(path)))):
            return "not completed: " + path
    return ""


def tried(work):
    """All chosen kills of one call: rows of (signal, system call, number, verdict)."""
    build, clean, step, call, offset = work
    place, found, number = Place(build, clean), [], offset
    with tempfile.TemporaryDirectory() as folder:
        trace = folder + "/trace"
        once, own = trace_of(place, call, trace)
        if not once[3]:
            return str(call), []
        twice = place.run(call, fresh=True)
        for name in sorted(set(own) & set(FAULTS)):
            for n in some(own[name]):
                for signal in SIGNALS:
                    number += 1
                    if number % step:
                        continue
                    got = place.run(call, ["strace", "-o", trace, "-e", f"trace={name}", "-e", f"inject={name}:signal={signal}:when={n}"])
                    again = place.run(call, fresh=True)
                    found.append((signal, name, n, verdict(got, again, place.before, once, twice, signal)))
    return str(call), found


def main():
    build, step = sys.argv[1], int(sys.argv[2])
    clean, control = Place(build), Call(CONTROL)
    control.words = control.line.split()
    work = [(build, clean.clean, step, call, i * 7) for i, call in enumerate(calls(sys.argv[3] if len(sys.argv) > 3 else ""))
            if "-T pdf" not in call.line]
    tries, wrong = collections.Counter(), collections.Counter()
    with multiprocessing.Pool(int(os.environ.get("JOBS", os.cpu_count()))) as pool:
        for line, found in pool.imap(tried, work):
            for signal, name, n, bad in found:
                tries[signal] += 1
                if bad:
                    wrong[signal] += 1
                    print(f"{line}: SIG{signal} at {name} {n}: {bad}", file=sys.stderr)
    for signal in SIGNALS:
        print(f"{signal}\t{tries[signal]}\t{wrong[signal]}")
    torn = sum(bad.startswith("half done") for *_, bad in tried((build, clean.clean, 1, control, 0))[1])
    if not torn:
        print("cp is not torn: nothing is tried", file=sys.stderr)
    print(f"all\t{sum(tries.values())}\t{sum(wrong.values())}")
    return 1 if wrong or not tries or not torn else 0


if __name__ == "__main__":
    sys.exit(main())
