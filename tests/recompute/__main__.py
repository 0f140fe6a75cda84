# SPDX-License-Identifier: ISC
"""Recomputes the figures of fasen-report, from the manual pages alone: the second of two programs that must agree.

usage: recompute [-v VIEW]... [--period=P]... [--from=DAY] [--to=DAY] [--known=DAY] [--group=F,...]
                 [--names | --min-cell=N] -m MODEL --today=DAY FILE...

Prints the tables as fasen-report -T tsv does.
"""
import argparse
import os
import sys

sys.dont_write_bytecode = True

from model import Model                 # noqa: E402
from run import Run, printed            # noqa: E402


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-v", dest="views", action="append", default=[])
    parser.add_argument("--period", action="append", default=[])
    for name in ("from", "to", "known", "today", "group", "ahead"):
        parser.add_argument("--" + name, default="", dest=name if name == "ahead" else name + "_")
    parser.add_argument("--names", action="store_true")
    parser.add_argument("--min-cell", default="")
    parser.add_argument("-m", dest="model", required=True)
    parser.add_argument("paths", nargs="+")
    asked = parser.parse_args()
    with open(asked.model, encoding="utf-8") as f:
        run = Run(Model(f.read()), asked)
    for path in asked.paths:
        inside = sorted(n for n in os.listdir(path) if n.endswith(".rec")) if os.path.isdir(path) else None
        for name in [path] if inside is None else [os.path.join(path, n) for n in inside]:
            with open(name, "rb") as f:
                run.read(f.read(), name)
    sys.stdout.buffer.write(printed(run, asked.views))


main()
