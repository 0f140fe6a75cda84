#!/bin/sh
# SPDX-License-Identifier: ISC
# The language of messages: the Dutch catalogue has all of them, and commands speak it to who asks for Dutch.
. "$(dirname "$0")/lib.sh"
needs python3

export FASEN_LOCALEDIR="$BUILD/share/locale"
nl="$TOP/cmd/nl.po"

(cd "$TOP" && find cmd common -name '*.[ch]' -o -name '*.def' | LC_ALL=C sort |
	xgettext --language=C --files-from=- --keyword=_ --keyword=N_ --from-code=UTF-8 -o "$OWN/test/all.pot") 2>warned
is "$(cat warned)" "" "xgettext reads the messages of the source"
ok "every message of the source is in the Dutch catalogue" msgcmp "$nl" all.pot
ok "the catalogue has no message that the source lacks" msgcmp --use-untranslated all.pot "$nl"
ok "msgfmt finds no fault in the catalogue" msgfmt --check -o /dev/null "$nl"
is "$(LC_ALL=C msgfmt --statistics -o /dev/null "$nl" 2>&1 | sed 's/^[0-9]* //')" "translated messages." "all are translated, none is fuzzy"
is "$(sed -n 's/^"\(Language: .*\)\\n"/\1/p; s/^"Content-Type: .*\(charset=.*\)\\n"/\1/p' "$nl")" "Language: nl
charset=UTF-8" "its head says what it is"
is "$(grep -rnE '(^|[^_[:alnum:]])message(_usage)?\("[^"]*[a-z] [a-z]' "$TOP/cmd" --include='*.c')" "" "no message goes past the catalogue"

# The words of documents have their Dutch too.
(cd "$TOP" && find cmd common -name '*.c' | LC_ALL=C sort | xgettext --language=C --files-from=- --keyword= --keyword=label:2 --keyword=book_label:2 \
	--keyword=label_say:4 --from-code=UTF-8 -o "$OWN/test/words.pot") 2>warned
python3 - words.pot "$TOP"/common/base/label*.c >words <<'END'
import re, sys
TEXT = r'(?:"(?:[^"\\]|\\.)*"\s*)+'
def whole(found):
    return re.sub(r"(?:\\x[0-9A-F]{2})+", lambda m: bytes.fromhex(m[0].replace("\\x", "")).decode(), "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', found)))
known = {whole(m) for name in sys.argv[2:] for m in re.findall(r"\{\s*(%s),\s*%s\}" % (TEXT, TEXT), open(name, encoding="utf-8").read())}
asked = {whole(m) for m in re.findall("^msgid (%s)" % TEXT, open(sys.argv[1], encoding="utf-8").read(), re.M)} - {""}
print(*sorted(w for w in asked - known if re.search("[a-z]", re.sub("%[a-z]*", "", w))), sep="\n")
print(len(asked) > 200)
END
is "$(sed '/^$/d' words)" True "every word of a document is in the table of labels"

# A number says of one thing that it is one.
printf 'Naam,Hulpvraag,Vraag\nPiet,H,wonen\n' >one.csv
{ cat one.csv; echo 'Jan,H,wonen'; } >two.csv
echo x >key && chmod 600 key
said_of() {
	LANGUAGE=$1 fasen-intake --today=2026-11-01 --csv "$2" 2>&1 >out | sed -n '$s/^fasen-intake: \(.*\):.*/\1/p'
}
is "$(said_of en one.csv), $(said_of en two.csv), $(said_of nl one.csv), $(said_of nl two.csv)" "1 row, 2 rows, 1 rij, 2 rijen" "rows"
said_of_key() {
	LANGUAGE=$1 fasen-report -v clienten --pseudonym=key 2>&1 </dev/null | sed 's/^.*: \([0-9]* [a-z]*\);.*/\1/'
}
printf x >key
is "$(said_of_key en), $(said_of_key nl)" "1 byte, 1 byte" "a byte"
printf xx >key
is "$(said_of_key en), $(said_of_key nl)" "2 bytes, 2 bytes" "bytes"
is "$(cd "$TOP" && grep -rnE '_\([^)]*"[^"]*%l?z?[du] (rows|columns|bytes|records|days|weeks|files|dossiers|clients|lines)' cmd common \
	--include='*.c' | grep -vE 'ngettext|a sheet of a workbook|at least %d weeks' | cut -d: -f1)" "" "every other number does"

# What a command says in both languages.
for command in "$BUILD"/bin/fasen-*; do
	name=${command##*/}
	"$name" --help=all >english
	LANGUAGE=nl "$name" --help=all >dutch
	like "$(sed 1q dutch)" "^Gebruik: $name" "$name --help is in Dutch"
	is "$(sed -n 's/^  \(-., \)*\(--[a-z0-9_-]*\).*/\2/p' dutch)" "$(sed -n 's/^  \(-., \)*\(--[a-z0-9_-]*\).*/\2/p' english)" \
		"$name --help has the same options in both languages"
	is "$(grep -E '(^| )[A-Z]?[a-z]+ [a-z]+ [a-z]+' english | grep -Fxf - dutch)" "" "and no sentence of English is left in it"
	unlike "$(cat dutch)" '(=|\[| )(TEXT|DATE|DAYS|FILE|KIND|WHO|WHAT|DIR|VALUE)([^A-Z]|$)' "nor a word for a value"
done

export LANGUAGE=nl
runs 2 "a wrong option" fasen-plan --doelen
is "$(cat err)" 'fasen-plan: --doelen is geen optie van deze opdracht; bedoelde u --doel?
Probeer "fasen-plan --help".' "is named in Dutch"

printf 'Record: client\nClient: x\nAangemeld: 2026-02-30\nNaam: X\nHulpvraag: Y\n\n' >x.rec
chmod 600 x.rec
runs 2 "a day that does not exist" fasen-check x.rec
like "$(cat out)" '^x\.rec:3: fout: Aangemeld: geen datum; verwacht: JJJJ-MM-DD' "is found in Dutch, in the form of all messages"
runs 2 "a filter" fasen-plan --today=2026-11-01 --note=Koffie x.rec
like "$(cat err)" '^fasen-plan: x\.rec:3: fout: Aangemeld: geen datum' "says the same"

printf 'Record: client\nClient: x\nAangemeld: 2026-10-01\nNaam: X\nHulpvraag: Y\n\nRecord: fase\nClient: x\nOp: 2026-10-01\nFase: aanmelding\n\n' >x.rec
unmet() {
	runs 1 "a client who is not ready" fasen-advance --today=2026-11-01 x.rec
	like "$(cat err)" "$1" "$2"
}
unmet '^fasen-advance: x\.rec:7: fout: Eist: x: .* 0 van ten minste 2' "is told in Dutch what is still asked"
LANGUAGE=de:nl unmet 'fout: Eist: x: .* 0 van ten minste 2' "in Dutch where the first language has no catalogue"
FASEN_LOCALEDIR=$PWD/none unmet 'error: Eist: x: .* 0 of at least 2' "all in English without the catalogue"
LC_ALL=C unmet 'error: Eist: x: .* 0 of at least 2' "all in English in the C locale"
LANGUAGE=en unmet 'error: Eist: x: .* 0 of at least 2' "all in English to who asks for that"
# What the system says is Dutch where the C library has no texts for it.
for way in "fasen-check none.rec" "fasen-plan --note=x -i none.rec" "fasen-report none.rec" "fasen-intake --csv none.rec" "fasen-show -m none.rec x.rec"; do
	runs 2 "no such file: $way" $way
	like "$(cat err)" "none\.rec: (fout: )?Geen zo'n bestand of map\$" "is said in Dutch"
done
unset LANGUAGE

if localedef -i nl_NL -f UTF-8 "$PWD/nl_NL.UTF-8" >/dev/null 2>&1; then
	export LOCPATH="$PWD"
	LC_ALL=nl_NL.UTF-8 unmet 'fout: Eist: x: .* 0 van ten minste 2' "in Dutch by LC_ALL"
	unset LC_ALL
	LC_MESSAGES=nl_NL.UTF-8 LC_CTYPE=nl_NL.UTF-8 unmet 'fout: Eist: x: .* 0 van ten minste 2' "in Dutch by LC_MESSAGES"
	LANG=nl_NL.UTF-8 unmet 'fout: Eist: x: .* 0 van ten minste 2' "in Dutch by LANG"
else
	skip "in Dutch by LC_ALL, LC_MESSAGES and LANG" "no locale can be made here"
fi
done_testing
