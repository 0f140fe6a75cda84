# SPDX-License-Identifier: ISC
"""Memory that runs out at every request of every command: a message, exit 2, nothing changed.

memory.py BUILD STEP [CALL]	of the calls that hold the text CALL (all), each STEPth request and a tenth of them
				more each time; at 1 all of the first 3000

Each request is refused alone, and with all after it. fasen-pdf is left out: its libraries end the program themselves. Prints
how many were tried and what went wrong; exit 1 if anything did.
"""
import multiprocessing
import os
import sys
import tempfile

sys.dont_write_bytecode = True
from calls import Place, calls      # noqa: E402
from faults import verdict      # noqa: E402


def tried(work):
    build, clean, step, call, offset = work
    place = Place(build, clean)
    clean = place.run(call)
    tries, wrong = 0, []
    with tempfile.TemporaryDirectory() as folder:
        seen = folder + "/seen"
        for name in ("SCARCE_AT", "SCARCE_FROM"):
            at = 1 + offset % step
            while True:
                got = place.run(call, more={"LD_PRELOAD": os.path.abspath(build) + "/tests/scarce.so", name: str(at),
                                            "SCARCE_SEEN": seen})
                if not os.path.exists(seen):
                    break
                os.unlink(seen)
                tries += 1
                bad = verdict(clean, got, place.before)
                if not bad and any(path.endswith(".fasen") for path in got[3]):
                    bad = "a file is left beside"
                if bad:
                    wrong.append(f"{call}: {name}={at}: {bad}")
                at += step if step == 1 and at < 3000 else max(step, at // 10)
    return tries, wrong


def main():
    build, step = sys.argv[1], int(sys.argv[2])
    chosen = [c for c in calls(sys.argv[3] if len(sys.argv) > 3 else "") if c.words[0] != "fasen-pdf"]
    tries, wrong, clean = 0, 0, Place(build)
    work = [(build, clean.clean, step, c, i) for i, c in enumerate(chosen)]
    with multiprocessing.Pool(int(os.environ.get("JOBS", os.cpu_count()))) as pool:
        for n, bad in pool.imap(tried, work):
            tries, wrong = tries + n, wrong + len(bad)
            for line in bad:
                print(line, file=sys.stderr)
    print(f"memory\t{tries}\t{wrong}")
    return 1 if wrong or not tries else 0


if __name__ == "__main__":
    sys.exit(main())
