# SPDX-License-Identifier: ISC
"""Disks that are really full: of blocks, of files, and where TMPDIR is, for every command that writes.

disks.py BUILD [CALL]	as root, for tmpfs is mounted; of the calls that hold the text CALL (all)

With little room left a call does what it does with enough, or says so and exits with 2; each file is the old or the new one,
nothing is left beside. Prints a row for each kind of disk and what went wrong; exit 1 if anything did.
"""
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from calls import Place, calls      # noqa: E402
from faults import LEFT, verdict    # noqa: E402

ROOM = [0, 1, 2, 3, 5, 9, 17, 30]


def mount(at, options):
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", at], check=True)


def fill(at, left):
    """Takes all blocks but so many."""
    with open(at + "/filler", "wb") as f:
        while True:
            free = os.statvfs(at).f_bavail
            if free <= left:
                break
            f.write(b"x" * 4096 * (free - left))
            f.flush()


def take_files(at, left):
    """Takes all names but so many."""
    os.mkdir(at + "/filler")
    i = 0
    while os.statvfs(at).f_favail > left:
        with open(f"{at}/filler/{i}", "wb"):
            i += 1


def tried(place, call, clean, at, options, take, left, temporary):
    mount(at, options)
    try:
        if temporary:
            take(at, left)
            got = place.run(call, more={"TMPDIR": at})
        else:
            place.reset()
            subprocess.run(["cp", "-a", place.clean, at + "/at"], check=True)
            take(at, left)
            kept, place.at = place.at, at + "/at"
            got = place.run(call, fresh=True)
            place.at = kept
    finally:
        subprocess.run(["umount", at], check=True)
    bad = verdict(clean, got, place.before)
    return bad or ("a file is left beside" if any(LEFT.search(path) for path in got[3]) else "")


def main():
    place, wrong, none = Place(sys.argv[1]), 0, True
    kinds = [("blocks", "size=2m", fill, False), ("files", "nr_inodes=200", take_files, False),
             ("TMPDIR, blocks", "size=2m", fill, True), ("TMPDIR, files", "nr_inodes=200", take_files, True)]
    with tempfile.TemporaryDirectory() as at:
        for name, options, take, temporary in kinds:
            tries = bad = 0
            for call in calls(sys.argv[2] if len(sys.argv) > 2 else ""):
                if "pdf" in call.line or (temporary and "xlsx" not in call.line and "trace" not in call.line):
                    continue
                clean = place.run(call)
                if not temporary and not clean[3]:
                    continue
                for left in ROOM if take is fill else ROOM[:5]:
                    found = tried(place, call, clean, at, options, take, left, temporary)
                    tries += 1
                    if found:
                        bad += 1
                        print(f"{call}: {name}, {left} left: {found}", file=sys.stderr)
            none = none and tries == 0
            wrong += bad
            print(f"{name}\t{tries}\t{bad}", flush=True)
    return 1 if wrong or none else 0


if __name__ == "__main__":
    sys.exit(main())
