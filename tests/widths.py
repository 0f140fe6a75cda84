# SPDX-License-Identifier: ISC
"""What is shown as text fits any terminal: each view in each width from 30 to 132. No line is wider,
but for one that is a single word; no word is broken that fits a line: each word is one of the same
view where nothing is wrapped. (widths.py DIRECTORY CLIENT; prints what is otherwise.)"""
import os
import subprocess
import sys
import unicodedata

DIRECTORY, CLIENT = sys.argv[1:]
TODAY = "--today=2026-11-01"
SHOWN = ["lijst", "tijdlijn", "toestemming", "agenda", "netwerk", "dossier"]
REPORTED = ["samenvatting", "doorstroom", "wachten", "doorlooptijd", "caseload", "leefgebieden", "doelen", "uitstroom",
    "uitgangspunten", "evaluaties", "krachten", "indicaties", "kenmerken", "kwaliteit", "signalen", "clienten", "overzicht"]
VIEWS = [["fasen-show", TODAY, "-v", v] for v in SHOWN]
VIEWS += [["fasen-show", TODAY, "-v", "agenda", "--by-worker"], ["fasen-show", TODAY, "-v", "toestemming", "--handles"]]
VIEWS += [["fasen-advance", TODAY, "--check"], ["fasen-advance", TODAY, "--ask", "-c", CLIENT],
    ["fasen-domains", TODAY, "-T", "text"], ["fasen-domains", TODAY, "--person"], ["fasen-domains", TODAY, "-T", "text", "--handles"],
    ["fasen-plan", TODAY, "-T", "text"]]
VIEWS += [["fasen-report", TODAY, "--period=2026-Q3", "-v", v] for v in REPORTED]
VIEWS += [["fasen-report", TODAY, "--period=2026", "--group=team", "--names", "-v", v] for v in ["clienten", "signalen"]]
VIEWS += [["fasen-report", TODAY, "--period=2026-Q2", "--period=2026-Q3", "--group=team", "-v", "doelen"]]
WIDTHS = list(range(30, 62)) + list(range(62, 133, 7))
UNWRAPPED = 100000


def columns(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def shown(view, width):
    got = subprocess.run(view + [DIRECTORY], env={**os.environ, "COLUMNS": str(width)}, capture_output=True, text=True)
    assert got.returncode < 2 and got.stdout, (view, width, got)
    return got.stdout


def words(text):
    """Without the signs at their ends, and without bars and lines."""
    stripped = {w.strip(":,.()?;") for w in text.split()}
    return {w for w in stripped if not set(w) <= set("█▌▁▂▃▄▅▆▇-=_…·—")}


for view in VIEWS:
    all_words = words(shown(view, UNWRAPPED))
    for width in WIDTHS:
        text = shown(view, width)
        for line in text.splitlines():
            if columns(line) > width and " " in line.strip():
                print(" ".join(view), width, "too wide:", line)
        note = text.rsplit("Niet getoond", 1)[1] if "Niet getoond" in text else ""
        whole = {w for w in all_words if columns(w) <= width - 4}
        for word in words(text) - all_words - words("Niet getoond" + note) - {"x", "Acht", "kwartalen"}:
            if not any(word in w for w in all_words - whole):
                print(" ".join(view), width, "a word is broken:", word)
