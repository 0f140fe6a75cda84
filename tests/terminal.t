#!/bin/sh
# SPDX-License-Identifier: ISC
# A terminal as standard output: nothing in a dossier, a model, a table or a name acts on it, and it is said; a file or a
# pipe gets the bytes as they are.
. "$(dirname "$0")/lib.sh"
needs python3
export NO_COLOR=1  # of ours, which acts

on_terminal() {
	python3 "$TOP/tests/on_terminal.py" "$@"
}
# What a terminal, or the eye, would follow: ESC, BEL, BS, a lone CR, DEL, C1, marks of direction, separators of lines,
# signs of no width or shape, tags, variations of nothing, what is no character; and after them what is to stay: accents, Arabic with a joiner in it, signs of several parts.
python3 - <<'END'
acts = "\x1b[31m \x1b]0;titel\x07 \x08 a\rb \x7f \u0085 \u009b2J \u061c \u200e\u200f \u202e \u2066\u2069 \u2028\u2029 a\u200bb a\u200db \u2060 \U000e0041"
unseen = [0xad, 0x34f, 0x600, 0x605, 0x6dd, 0x70f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180e, 0x2800, 0x3164, 0xfdd0, 0xfe00,
    0xfe0f, 0xfeff, 0xffa0, 0xfffe, 0x1d173, 0x1d17a, 0x1ffff, 0xe0100, 0xe01ef]
acts += "".join(" a" + chr(c) for c in unseen)
stays = "Zoë 日本 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f\u200d\U0001f525 1\ufe0f\u20e3 \u845b\U000e0100"
text = acts + " " + stays
with open("x.rec", "w", newline="") as f:
    def put(kind, *fields):
        f.write(f"Record: {kind}\nClient: x\n" + "".join(f"{n}: {v}\n" for n, v in fields) + "\n")
    put("client", ("Naam", text), ("Aangemeld", "2026-01-05"), ("Hulpvraag", text), ("Vraag", "wonen"), ("Vraag", "werk"),
        ("Team", text), ("Begeleider", text), ("Eigen", text))
    put("fase", ("Op", "2026-01-05"), ("Fase", "aanmelding"))
    put("leefgebied", ("Op", "2026-01-06"), ("Leefgebied", "wonen"), ("Score", "2"), ("Wens", text), ("Situatie", text))
    put("kracht", ("Op", "2026-01-06"), ("Leefgebied", "wonen"), ("Soort", "talent"), ("Tekst", text))
    put("netwerk", ("Op", "2026-01-06"), ("Naam", text), ("Relatie", text))
    put("doel", ("Op", "2026-01-07"), ("Doel", "d1"), ("Leefgebied", "wonen"), ("Tekst", text), ("Streefdatum", "2026-12-01"))
    put("werkpunt", ("Op", "2026-01-07"), ("Werkpunt", "d1.1"), ("Doel", "d1"), ("Tekst", text), ("Wie", text))
    put("akkoord", ("Op", "2026-01-08"), ("Wie", "client"), ("Waarop", "plan"), ("Akkoord", "ja"), ("Afspraak", text))
    put("evaluatie", ("Op", "2026-01-09"), ("Soort", "tussentijds"), ("Besluit", "voortzetten"), ("Toelichting", text))
    put("notitie", ("Op", "2026-01-10"), ("Tekst", text), ("Eigen", text))
with open("stays", "w") as f:
    f.write(stays)
with open("rows.csv", "w", newline="") as f:
    f.write(f'Naam;Aangemeld;Hulpvraag;Vraag\r\n"{text}";2026-01-05;"{text}";wonen,werk\r\n')
with open("note.rec", "w") as f:
    f.write(f"Record: notitie\nClient: x\nTekst: {text}\n\n")
END
# The characters in a file that act, but for line ends and tabs.
acting() {
	python3 - "$1" <<'END'
import re, sys
got = open(sys.argv[1], "rb").read().decode()
got = got.replace("\r\n", "\n")
acting = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f\xad\u034f" \
    "\u0600-\u0605\u06dd\u070f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\ufdd0-\ufdef\uffa0\ufffe\uffff\U0001d173-\U0001d17a" \
    "\U0001fffe\U0001ffff]|[ -~][\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef](?!\u20e3)"
print(" ".join(sorted({hex(ord(c[-1])) for c in re.findall(acting, got)})))
END
}
ok "a dossier as it stands has what acts" test -n "$(acting x.rec)"
mkdir d && cp x.rec d && mv d/x.rec "d/$(printf 'x\033[31m').rec" && mkdir n
today=--today=2026-11-01
fasen-report $today --partial --group=team x.rec >p
sed 's/^Naam: Wonen.*/&\x1b[31m/; s/^Vraag: .*/&\x1b[31m/; s/^Doel: .*/&\x1b[31m/' "$TOP/samples/model.rec" >model.rec

# said CALL: on a terminal nothing acts, and it is said once; through a pipe it comes as it is, and nothing is said of it
said() {
	on_terminal "$@" >shown 2>err
	is "$(acting shown)" "" "on a terminal nothing of it acts: $*"
	ok "it is shown" grep -q '�' shown
	is "$(grep -c 'stands for a character that would act' err)" 1 "which is said once"
}
# plain CALL: the same, of a filter: a pipe gets the bytes as they are
plain() {
	said "$@"
	"$@" >piped 2>err
	ok "a pipe gets it as it is" test "$(acting piped)" = "$(acting x.rec)"
	unlike "$(cat err)" 'stands for a character' "and nothing is said"
	ok "what is no threat stays" grep -qFf stays shown
}
plain fasen-select $today x.rec
cmp -s x.rec piped
is $? 0 "fasen-select through a pipe is byte for byte"
plain fasen-plan x.rec
plain fasen-domains x.rec
plain fasen-intake x.rec
plain fasen-plan $today --note=Koffie x.rec
plain fasen-plan $today -n --fill=note.rec x.rec
plain fasen-advance $today x.rec
plain fasen-intake $today --csv rows.csv
plain fasen-check --join x.rec x.rec
said fasen-select -l d
said fasen-plan $today --form=doel x.rec
for format in text html tsv csv; do
	said fasen-plan $today -T $format x.rec
	said fasen-show $today -v tijdlijn -T $format x.rec
done
said fasen-plan $today -T ics --with-text x.rec
said fasen-domains $today --person x.rec
said fasen-domains $today -T csv x.rec
said fasen-domains -m model.rec --ask
said fasen-show $today -v dossier x.rec
said fasen-show $today -v lijst x.rec
said fasen-advance $today -m model.rec --ask x.rec
for format in text tsv csv html trace; do
	said fasen-report $today -v caseload --group=team -T $format x.rec
done
said fasen-report $today --partial --group=team x.rec
said fasen-report --merge -T tsv p

# json is ASCII escapes where a character would act, and exact
on_terminal fasen-plan $today -T json x.rec >shown 2>err
is "$(acting shown)" "" "json on a terminal"
is "$(cat err)" "" "loses nothing, and there is nothing to say"
fasen-plan $today -T json x.rec >piped
same shown piped "and is the same through a pipe"
is "$(python3 -c '
import json
rows = json.load(open("piped"))["tables"][0]["rows"]
print([v for r in rows for v in r.values() if isinstance(v, str) and "titel" in v][0])')" "$(sed -n '/^Record: doel/,/^$/s/^Tekst: //p' x.rec)" "it is read back exactly"

# What is harmless is shown as it is, and nothing is said
printf 'Record: client\nClient: y\nNaam: Zoë\tمی‌خواهم\nAangemeld: 2026-01-05\nHulpvraag: 日本\n\n' >y.rec
on_terminal fasen-select $today y.rec >shown 2>err
same shown y.rec "what is harmless is shown as it is"
is "$(cat err)" "" "without a word"
sed 's/$/\r/' y.rec >crlf.rec
on_terminal fasen-select $today crlf.rec >shown 2>err
same shown crlf.rec "line ends of another system too"
printf 'Record: client\nClient: y\nNaam: \303\nAangemeld: 2026-01-05\n\n' >bad.rec
on_terminal fasen-plan $today bad.rec >shown 2>err
is "$(grep -c '�' shown) $(grep -c 'stands for' err)" "1 1" "what is no UTF-8 is shown so, and said"
for call in "fasen-plan --help" "fasen-select --attributes" "fasen-intake --template" "fasen-show --version"; do
	on_terminal $call >shown 2>err
	is $? 0 "$call on a terminal"
	ok "shows something" test -s shown -a ! -s err
done

# Messages and what is shown come in their order
cat y.rec x.rec >two.rec && sed -i 's/^Client: x/Client: y2/' two.rec
on_terminal sh -c 'exec fasen-plan "$@" 2>&1' sh $today --doel=d9 --note=x two.rec >both
like "$(sed -n 1p both)" '^fasen-plan: .*d9' "a refusal stands before its dossier"
like "$(grep -n '^fasen-plan: .*:7: \|^Record: client' both | sed 's/^[0-9]*://' | tr '\n' ' ')" '^Record: client fasen-plan: .* Record: client' "and behind the one before"

# Each is named by fasen-check, at its line.
python3 - <<'END'
unseen = [7, 0x7f, 0x9b, 0x61c, 0x200b, 0x202e, 0x2066, 0x2028, 0xad, 0x34f, 0x600, 0x6dd, 0x70f, 0x115f, 0x1160, 0x17b4, 0x180e,
    0x2060, 0x2800, 0x3164, 0xfdd0, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfffe, 0x1d173, 0xe0041, 0xe0100]
fine = ["\u0645\u06cc\u200c\u062e", "\U0001f468\u200d\U0001f467", "\u2764\ufe0f", "1\ufe0f\u20e3", "\u845b\U000e0100", "Zo\u00eb"]
with open("named.rec", "w", newline="") as f, open("names", "w") as want:
    f.write("Record: client\nClient: named\nNaam: X\nAangemeld: 2026-01-05\nHulpvraag: H\n")
    for i, c in enumerate(unseen):
        f.write(f"Eigen_{i}: a{chr(c)}b\n")
        want.write("%d: U+%04X\n" % (6 + i, c))
    for i, text in enumerate(fine):
        f.write(f"Goed_{i}: {text}\n")
    f.write("\n")
END
fasen-check named.rec >found
sed -n 's/^named.rec:\([0-9]*\): warning: Eigen_[0-9]*: holds \(U+[0-9A-F]*\),.*/\1: \2/p' found >got
same got names "fasen-check names each of them"
is "$(grep -c Goed_ found)" 0 "and nothing that is in its place"
done_testing
