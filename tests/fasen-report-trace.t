#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-report -T trace: every figure is followed to the dossiers behind it.
. "$(dirname "$0")/lib.sh"
needs python3

dossiers=$TOP/samples/dossiers
report="fasen-report --today=2026-11-01"

cat >follow.py <<'END'
import sys
from decimal import Decimal, ROUND_HALF_UP
from math import ceil

KEYS = {"cijfer", "maand", "fase", "wachttijd", "begeleider", "leefgebied", "schaal", "reden", "landelijk", "uitgangspunt",
        "team", "gegeven", "besluit", "wachtend", "bestemming", "wisseling", "oordeel", "product", "kenmerk"}
NEVER = {"verschil", "norm", "view", "periode", "verwacht"}
PERCENT = {"boven_norm", "omhoog", "gelijk", "omlaag", "met_doel", "met_behaald", "realisatie", "uitval_aandeel",
           "doelen_klaar", "aandeel", "deels_aandeel", "met_score_aandeel", "nul_of_hoger", "overeenstemming_aandeel",
           "op_tijd_aandeel", "respons", "zeven", "met_kracht", "met_inzet", "geen_nieuwe_start"}
MEAN = {"eerste", "laatste", "tevredenheid", "gemiddelde"}
SUMMARY = {"uitval": PERCENT, "realisatie": PERCENT, "tevredenheid": MEAN, "doorlooptijd": {"mediaan"},
           "plaatsing": {"mediaan"}}

groups = sys.argv[3:]
lines = {}
for line in list(open(sys.argv[2]))[1:]:
    words = line.rstrip("\n").split("\t")
    view, row, column, client, file, period = words[:6]
    lines.setdefault((view, period, tuple(words[6:-1]), row, column), []).append((int(words[-1]), client, file))

# What a median of Kaplan and Meier is of, is in no one column.
lines = {key: values for key, values in lines.items() if "verwacht" not in key[3:]}

def rounded(n, of, digits):
    return str((Decimal(n) / Decimal(of)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)) if of else ""

def said(row, column, values):
    if row["view"] == "samenvatting":
        kind = SUMMARY.get(row["cijfer"])
        column = "n" if kind is None else next(iter(kind))
    n = len(values)
    if column in PERCENT:
        return rounded(100 * sum(values), n, 1)
    if column in MEAN:
        return rounded(sum(values), n, 2)
    if column in ("mediaan", "open_mediaan", "p90", "maximum"):
        if column == "p90" and n < 10:
            return ""
        rank = {"mediaan": ceil(n / 2), "open_mediaan": ceil(n / 2), "p90": ceil(9 * n / 10), "maximum": n}[column]
        return str(sorted(values)[rank - 1]) if n else ""
    return str(sum(values))

head, checked, wrong = None, 0, 0
for line in open(sys.argv[1]):
    words = line.rstrip("\n").split("\t")
    if words == [""]:
        head = None
        continue
    if head is None:
        head = words
        continue
    row = dict(zip(head, words))
    keys = [c for c in head if (c in KEYS or row["view"] == "kenmerken" and c == "waarde") and c not in groups]
    for column in head:
        named = column in KEYS or row["view"] == "kenmerken" and column == "waarde"
        if named or column in NEVER or \
           column in groups or row[column] in ("ja", "nee") or row.get("cijfer") == "verwacht" or \
           (row["view"] == "uitstroom.reden" and column in ("uitval", "neutraal")) or (column == "vorige" and row[column] == ""):
            continue
        key = (row["view"], row["periode"], tuple(row[g] for g in groups), "/".join(row[k] for k in keys), column)
        found = lines.pop(key, [])
        checked += 1
        got = said(row, column, [v for v, _, _ in found])
        if column in ("boven_norm", "open_boven_norm") and row.get("norm") == "" or \
           column == "zonder_doelen" and row["leefgebied"] != "totaal" or \
           column == "te_lang" and row["wachtend"] != "wachtlijst":
            got = ""
        if got != row[column]:
            wrong += 1
            print("differs:", key, "is", row[column], "trace gives", got)
for key in lines:
    wrong += 1
    print("of no figure:", key)
print("%d figures, %d wrong" % (checked, wrong))
END
follow() {
	$report -T tsv "$@" >tsv && $report -T trace "$@" >trace
}
for asked in "" "--period=2026-Q3" "--period=2026 --period=2026-09 --known=2026-10-01" "--period=2025"; do
	follow $asked "$dossiers"
	like "$(python3 follow.py tsv trace)" "^[0-9]{3,} figures, 0 wrong$" "all figures: $asked"
done
follow --group=team "$dossiers"
like "$(python3 follow.py tsv trace team)" "^[0-9]{4} figures, 0 wrong$" "all figures: by team"
follow --group=begeleider,gemeente --period=2026 "$dossiers"
like "$(python3 follow.py tsv trace begeleider gemeente)" "^[0-9]{4,} figures, 0 wrong$" "all figures: by worker and municipality"
follow -m "$TOP/samples/models/zrm-dertien.rec" "$dossiers"
like "$(python3 follow.py tsv trace)" "^[0-9]{3,} figures, 0 wrong$" "all figures: thirteen domains"

$report -T trace "$dossiers" >trace
sed -i '0,/^doelen.*behaald/{/^doelen.*behaald/d}' trace
unlike "$(python3 follow.py tsv trace)" " 0 wrong$" "a line less would be seen"

runs 0 "who dropped out" $report -v uitstroom -T trace "$dossiers"
is "$(awk -F'\t' '$1 == "uitstroom" && $3 == "uitval" { print $4, $5 }' out)" "$(grep -l '^Reden: eenzijdig' "$dossiers"/*.rec | while read -r f; do echo "$(basename "$f" .rec) $f"; done)" "are named with their files"
is "$(head -n 1 out)" "$(printf 'view\trow\tcolumn\tid\tfile\tperiode\twaarde')" "under these headings"
runs 2 "no place for what is kept beside" env TMPDIR=/nonexistent $report -v uitstroom -T trace "$dossiers"
is "$(cat err)" "fasen-report: error: a temporary file: No such file or directory" "it says so"
if strace -o strace.out true 2>/dev/null; then
	mkdir named
	runs 2 "what is kept beside has no name" env TMPDIR="$PWD/named" strace -o strace.out -e trace=unlink -e inject=unlink:error=EIO:when=1 \
		fasen-report -v uitstroom -T trace "$dossiers"
	is "$(cat named/*)" "" "where it would keep one nothing is written to it"
fi
mkdir small
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=8k none small 2>/dev/null; then
	runs 2 "no room for it" env TMPDIR="$PWD/small" $report -T trace "$dossiers"
	umount small
	like "$(cat err)" 'a temporary file: No space left on device' "it says so"
else
	skip "no room for it" "no small disk can be had here"
fi
done_testing
