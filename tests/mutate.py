# SPDX-License-Identifier: ISC
"""Makes bad and odd dossiers of good ones, the same for the same seed.

mutate.py FILE SEED [RATE]	prints the file with, of a thousand lines, RATE (20) changed
"""
import random
import re
import sys

DATE = re.compile(rb"20\d\d-\d\d-\d\d")
ODD = [b"2026-02-30", b"morgen", b"-1", b"d9", b"d1", b"1", b"x", b"ja", b"nee", b"\xc3\xa9t\xc3\xa9", b" beide  "]


def changed(r, line, other):
    """The lines that come of one; `other` is any other line of the text."""
    name, colon, value = line.partition(b":")
    end = b"\r" if line.endswith(b"\r") else b""
    return r.choice([
        lambda: [],                                         # dropped
        lambda: [line, line],                               # twice
        lambda: [other],                                    # another's place
        lambda: [other, line],
        lambda: [name + colon + end],                       # cleared
        lambda: [name + colon + b" " + r.choice(ODD) + end],
        lambda: [name + b": " + other.partition(b":")[2].strip() + end],
        lambda: [other.partition(b":")[0] + colon + value],
        lambda: [DATE.sub(b"20%02d-%02d-%02d" % (r.randint(22, 27), r.randint(1, 12), r.randint(1, 31)), line)],
        lambda: [line + r.choice([b"\\", b"\\\\", b"\r", b" ", b"\t"])],
        lambda: [r.choice([b"+ ", b"+", b"# ", b"%", b"Eigen: ", b"Record: ", b":"]) + line],
        lambda: [line[:r.randrange(len(line) + 1)]],
        lambda: [line, b"+ " + other],
        lambda: [b"", line],
        lambda: [line + r.choice([b"\xff", b"\0", b"\xc3", b"\xf0\x9f\x98\x80"])],
    ])()


def mutated(text, seed, rate=20):
    """The bytes of a text with some of its lines changed."""
    r = random.Random(seed)
    lines = text.split(b"\n")
    out = []
    for line in lines:
        out += changed(r, line, r.choice(lines)) if r.random() * 1000 < rate else [line]
    made = b"\n".join(out)
    if r.random() < 0.1:
        made = made.replace(b"\n", b"\r\n")
    return b"\xef\xbb\xbf" + made if r.random() < 0.1 else made


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as f:
        sys.stdout.buffer.write(mutated(f.read(), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 20))
