# SPDX-License-Identifier: ISC
"""What is the same bytes, as it must be: of two builds, and of one.

same_bytes.py BUILD SEED HISTORIES CORPORA STRINGS [OTHER_BUILD]

A filter asked for nothing gives what it read, of random bytes (STRINGS) and of mutated dossiers
(CORPORA); periods side by side are each as alone, of random histories. With another build twelve
reports of the histories, and what commands say of the samples, the histories and the mutated
dossiers, are those of that build. Prints what differs; exit 1.
"""
import glob
import os
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from mutate import mutated      # noqa: E402

here = os.path.dirname(os.path.abspath(__file__))
build, seed = os.path.abspath(sys.argv[1]), sys.argv[2]
histories, corpora, strings = map(int, sys.argv[3:6])
other = os.path.abspath(sys.argv[6]) if len(sys.argv) > 6 else None
os.environ.update(LC_ALL="C.UTF-8", TZ="UTC0", FASEN_BY="test")
TODAY = "--today=2026-11-01"
MONTHS = ["--period=2026-%02d" % m for m in range(1, 12)]
REPORTS = [
    [], ["--period=2026"], ["--period=2025", "--period=2026-Q1"], MONTHS,
    ["--period=2026-W14", "--period=2026-Q2"], ["--from=2025-06-01", "--to=2026-02-01"],
    ["--known=2026-03-01"], ["--group=team", "--period=2026"],
    ["--group=begeleider,fase", "--period=2026-Q3"], ["--min-cell=5", "--period=2025"],
    ["-v", "clienten"], ["-v", "signalen"]]
OTHERS = [["fasen-check"], ["fasen-plan"], ["fasen-plan", "--note=x"], ["fasen-advance"],
          ["fasen-advance", "--check"], ["fasen-select", "team=noord", "doelen.open>=1"],
          ["fasen-show", "-v", "lijst", "-T", "tsv"]]
PARTS = [b"Record: client\n", b"Client: a\n", b"Record:", b"Op: 2026-01-01\n", b"\n", b"+ ", b"#",
         b"%rec: x\n", b"\r\n", b"\\\n", b"\0", b"\xef\xbb\xbf", b"\xff", b": ", b"Naam: x", b" ",
         b"\t", b"d1", b"Record: doel\nClient: a\n"]
differ = 0


def run(words, text, of):
    p = subprocess.run([of + "/bin/" + words[0], TODAY] + words[1:], input=text,
                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return p.returncode, p.stdout, p.stderr


def say(what, *more):
    global differ
    differ += 1
    if differ <= 20:
        print(what, *more)


def compare(name, text, calls):
    """The calls say the same with both builds."""
    for words in calls if other else []:
        a, b = run(words, text, build), run(words, text, other)
        if a != b:
            say("another build differs:", name, " ".join(words))


def passes(name, text):
    status, out, _ = run(["fasen-plan"], text, build)
    if out != text or status not in (0, 1, 2):
        say("not passed through: %s, exit %d, %r" % (name, status, text[:200]))


def random_bytes(r, samples):
    """Anything: bytes, pieces of rec, or a sample cut and stirred."""
    kind = r.randrange(3)
    if kind == 0:
        return r.randbytes(r.randrange(200))
    if kind == 1:
        return b"".join(r.choice(PARTS) for _ in range(r.randrange(30)))
    text = bytearray(r.choice(samples)[:r.randrange(1500)])
    for _ in range(r.randrange(4)):
        if text:
            text[r.randrange(len(text))] = r.randrange(256)
    return bytes(text)


def rows(text, periods, name):
    """The rows of that period."""
    lines = run(["fasen-report", "-T", "tsv"] + periods, text, build)[1].split(b"\n")
    return sorted(line for line in lines if line and line.split(b"\t")[1] == name)


def side_by_side(text):
    """Each period of a report is as in a report of it alone."""
    for month in MONTHS:
        name = month.split("=")[1].encode()
        both, alone = rows(text, MONTHS, name), rows(text, [month], name)
        if both != alone or not both:
            say("side by side another than alone:", month)


def main():
    r = random.Random(seed)
    samples = []
    for name in sorted(glob.glob(here + "/../samples/dossiers/*.rec")):
        with open(name, "rb") as f:
            samples.append(f.read())
    for i in range(strings):
        passes("bytes %d" % i, random_bytes(r, samples))
    for i, text in enumerate(samples):
        compare("sample %d" % i, text, OTHERS)
    for i in range(corpora):
        text = mutated(b"".join(r.sample(samples, 8)), "%s.%d" % (seed, i), r.choice([2, 20, 100]))
        passes("corpus %d" % i, text)
        compare("corpus %d" % i, text, OTHERS + [["fasen-report", "--period=2026", "-T", "tsv"],
                                                 ["fasen-report", "--partial"]])
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([sys.executable, here + "/histories.py", seed, str(histories),
                        here + "/../samples/model.rec", "500", place], check=True)
        for name in sorted(glob.glob(place + "/*")):
            with open(name, "rb") as f:
                text = f.read()
            side_by_side(text)
            compare(os.path.basename(name), text, OTHERS)
            for call in REPORTS:
                calls = [["fasen-report", "-T", "tsv"] + call]
                if "-v" not in call and "--min-cell=5" not in call:
                    calls.append(["fasen-report", "--partial"] + call)
                compare(os.path.basename(name), text, calls)
    sys.exit(1 if differ else 0)


main()
