# SPDX-License-Identifier: ISC
"""Standard output that takes nothing, or is not there, for every command and format.

outputs.py BUILD [CALL]	of the calls that hold the text CALL (all)

What a call writes on standard output goes to a full device, to nobody who reads, or nowhere: it says so and exits with
2, but for a pipe that nobody reads, which ends it in silence. With standard error closed too, or standard input, no file
gets what was meant for them. And with reads and writes of a hundred bytes at most all is the same. Prints a row for each way and what went wrong; exit 1 if anything did.
"""
import collections
import os
import signal
import sys

sys.dont_write_bytecode = True
from calls import CANARY, Place, calls      # noqa: E402


def unread():
    read, write = os.pipe()
    os.close(read)
    return write


def ignored():
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)


def died_quietly(status, err):
    """With no word, but what an import says that was writing dossiers: which rows are not done."""
    return (status == -signal.SIGPIPE or status == 2) and (not err or b"stopped here" in err and b"registered" in err)


def said(status, err):
    return status == 2 and err.endswith(b"\n")


# The way, what is done with the descriptors, and how it should end when there is output.
WAYS = [
    ("full", {"stdout": lambda: os.open("/dev/full", os.O_WRONLY)}, said),
    ("closed", {"preexec_fn": lambda: os.close(1)}, said),
    ("nobody reads", {"stdout": unread, "restore_signals": True}, died_quietly),
    ("nobody reads, SIGPIPE ignored", {"stdout": unread, "restore_signals": False, "preexec_fn": ignored}, died_quietly),
    ("both closed", {"preexec_fn": lambda: (os.close(1), os.close(2))}, lambda status, err: status == 2),
    ("all closed", {"preexec_fn": lambda: os.closerange(0, 3)}, lambda status, err: status == 2),
]


def verdict(clean, got, before, well):
    status, _, err, changed = got
    err = b"" if clean[2].startswith(err) else err
    for path, data in changed.items():
        if data not in (before.get(path), clean[3].get(path)):
            return "changed: " + path
    if CANARY.search(got[2]):
        return "private text said"
    if not clean[1]:        # nothing to write: as before
        return "" if status in (clean[0], 2) else f"exit {status}"
    return "" if well(status, err) else f"exit {status}, {len(err)} bytes said"


def shortly(place, call, clean):
    """Reads and writes of a few bytes at a time give the same; None where they cannot be made so."""
    got = place.run(call, [place.build + "/tests/short", "100"])
    if got[0] == 125 or call.words[0] == "fasen-pdf":       # its loader reads too much
        return None
    # The C library may not find a character set then, which is said.
    return "" if got == clean or (got[0] == 2 and got[2]) else "otherwise by short reads and writes"


def main():
    place = Place(sys.argv[1])
    tries, wrong = collections.Counter(), collections.Counter()
    for call in calls(sys.argv[2] if len(sys.argv) > 2 else ""):
        clean = place.run(call)
        for name, how, well in WAYS:
            how = dict(how)
            if callable(how.get("stdout")):
                how["stdout"] = how["stdout"]()
            got = place.run(call, **how)
            if "stdout" in how:
                os.close(how["stdout"])
            bad = verdict(clean, got, place.before, well)
            tries[name] += 1
            if bad:
                wrong[name] += 1
                print(f"{call}: {name}: {bad}", file=sys.stderr)
        bad = shortly(place, call, clean)
        tries["short"] += bad is not None
        if bad:
            wrong["short"] += 1
            print(f"{call}: {bad}", file=sys.stderr)
    for name in [*[way[0] for way in WAYS], "short"]:
        print(f"{name}\t{tries[name]}\t{wrong[name]}")
    return 1 if wrong or not tries else 0


if __name__ == "__main__":
    sys.exit(main())
