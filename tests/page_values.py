# SPDX-License-Identifier: ISC
"""Holds the tables of a report page against the tsv: page_values.py PAGE TSV. Words may be shown by a label, numbers by a comma."""
import sys
import xml.etree.ElementTree as tree

H = "{http://www.w3.org/1999/xhtml}"
page = tree.parse(sys.argv[1])
shown = []
for table in page.iter(H + "table"):
    rows = [["".join(c.itertext()) for c in row] for row in table.iter(H + "tr")]
    shown.append(rows)
wanted = []
for block in open(sys.argv[2], encoding="utf-8", newline="").read().split("\n\n"):
    rows = [line.split("\t")[:-1] for line in block.strip("\n").split("\n")]     # documents have "lopend" behind the period
    if len(rows) > 1:
        wanted.append(rows)
if len(shown) != len(wanted):
    sys.exit("%d tables in the page, %d in the tsv" % (len(shown), len(wanted)))


def plain(value):
    return value.replace(",", ".").replace("\u00a0", " ").strip()


def number(value):
    try:
        float(value)
        return True
    except ValueError:
        return False


figures = 0
for seen, want in zip(shown, wanted):
    if len(seen) != len(want):
        sys.exit("%s: %d rows in the page, %d in the tsv" % (want[1][0], len(seen), len(want)))
    for s, w in zip(seen[1:], want[1:]):
        # Columns that are the same in all rows stand above the table: the others come last.
        for a, b in zip(reversed([plain(v) for v in s]), reversed(w)):
            if number(b):
                figures += 1
                if a != b:
                    sys.exit("%s: %r in the page, %r in the tsv" % (w[0], a, b))
if not figures:
    sys.exit("no figures were compared")
print(figures, "figures")
