#!/bin/sh
# SPDX-License-Identifier: ISC
# What was empty and what could not be read is said: exit 0 without a word means that all was done.
. "$(dirname "$0")/lib.sh"
needs python3
T=--today=2026-11-01

mkdir -m 700 d
for name in Jan Piet Els; do
	fasen-intake -d d --naam=$name --geboren=1980-01-01 --hulpvraag=H --vraag=wonen --vraag=werk --today=2026-05-01 >/dev/null
done
cp d/2026-0001.rec was

# Forms
: >empty
fasen-plan --form=doel >blank
fasen-advance --form d/2026-0001.rec >closing
for call in fasen-plan fasen-domains fasen-intake fasen-advance; do
	runs 1 "$call --fill=EMPTY" $call $T -i --fill=empty d/2026-0001.rec
	is "$(cat err)" "$call: empty: warning: holds no record of a form; nothing was recorded" "says so"
done
runs 1 "a form that nobody filled in" fasen-plan $T --fill=blank d/2026-0001.rec
is "$(cat err)" "fasen-plan: blank: warning: nothing is filled in; nothing was recorded" "is said"
same d/2026-0001.rec out "and the dossier passes as it was"
runs 1 "one for closing" fasen-advance $T --fill=closing d/2026-0001.rec
like "$(cat err)" 'nothing is filled in' "is said"
fasen-intake --form=client d/2026-0001.rec >whole
runs 0 "a form that says what the dossier holds" fasen-intake $T --fill=whole d/2026-0001.rec
is "$(cat err)" "" "was filled in"
same d/2026-0001.rec was "and no call changed a thing"

# Imports
printf 'Naam;Hulpvraag;Vraag\n' >head.csv
runs 1 "a header only" fasen-intake $T --csv -q -d d head.csv
like "$(cat err)" '^fasen-intake: head.csv: warning: no row below the header$' "is said, with -q too"
printf 'Naam;Hulpvraag;Vraag\nNaam;Hulpvraag;Vraag\n' >head.csv
runs 1 "a header twice" fasen-intake $T --csv -d d head.csv
like "$(cat err)" 'no row below the header$' "has none either"
printf 'Naam;Hulpvraag;Vraag;Geboren\nBo;H;wonen,werk;1999-01-01\n' >row.csv
runs 0 "an empty map" fasen-intake $T --csv -n --map-file=empty row.csv
like "$(cat err)" '^fasen-intake: empty: warning: holds no rule$' "is said"

# Periods and days
for period in 2030 this-year; do
	runs 0 "--period=$period" fasen-report $T -v samenvatting --period=$period d
	[ $period = 2030 ] && want="fasen-report: warning: 2030: begins after today, so that nothing is in it yet" || want=
	is "$(cat err)" "$want" "says what is not in it yet"
done
runs 0 "a day to begin with" fasen-report $T -v samenvatting --from=2030-01-01 d
like "$(cat err)" '2030-01-01: begins after today' "too"
runs 0 "two periods" fasen-report $T -v samenvatting -v doorstroom --period=1990 --period=2026 d
is "$(cat err)" "fasen-report: warning: 1990: nothing that is counted is in it" "the empty one is named"
runs 0 "--known of before all" fasen-report $T -v samenvatting --known=1990-01-01 d
like "$(cat err)" 'nothing that is counted is in it' "is empty too"
for view in 'fasen-show -v lijst' 'fasen-plan -T tsv' 'fasen-domains -T tsv' 'fasen-advance --check'; do
	runs 1 "$view of a day before all" $view --today=1990-01-01 d
	like "$(cat err)" 'no client was registered by 1990-01-01; nothing is shown$' "is said"
done

# Dossiers that cannot be read are named in what is mailed
printf 'Record: client\nClient: bad\nGeheim: Jansen\nmis\n\n' >d/bad.rec
printf 'Record: notitie\nClient: worse\nOp: 2026-05-01\nTekst: T\n\n' >d/worse.rec
where='d/bad.rec:4, d/worse.rec:1'
runs 2 "in the mail" fasen-report $T --lang=en -v samenvatting d
is "$(tail -2 out)" "unreadable: $where
5 read, 3 counted, 2 not counted (unreadable), 0 double" "with file and line"
unlike "$(cat out)" Jansen "and nothing private"
runs 2 "in the mail of signals" fasen-report $T -v signalen d
like "$(tr '\n' ' ' <out)" "onleesbaar: $where" "too"
runs 2 "on the page" fasen-report $T -o page.html d
like "$(cat page.html)" "; onleesbaar: $where" "too"
runs 2 "in the workbook" fasen-report $T -o book.xlsx d
python3 "$TOP/tests/read_workbook.py" cells book.xlsx >cells
is "$(grep -c "; onleesbaar: $where\$" cells)" 1 "once, with what else is lacking"
is "$(grep -c '5 gelezen, 3 meegeteld, 2 niet meegeteld (onleesbaar)' cells)" "$(grep -c '^tot en met.*gelezen\|; onleesbaar: ' cells)" "each sheet says that they are not counted"
unlike "$(grep -c 'niet meegeteld (onleesbaar)' cells)" '^.$' "and there are many"
printf 'abcdefghijklmnopqrstuvwxyz0123456789' >key && chmod 600 key
fasen-report $T --partial d/2026-0001.rec d/bad.rec >p1 2>err
fasen-report $T --partial d/2026-0002.rec d/2026-0003.rec d/worse.rec >p2 2>err
fasen-report $T --merge -T html p1 p2 >merged.html 2>err
fasen-report $T -T html -v samenvatting d/2026-0001.rec d/bad.rec d/2026-0002.rec d/2026-0003.rec d/worse.rec >page.html 2>err
is "$(grep -o 'meegeteld (onleesbaar)[^<]*' merged.html)" "$(grep -o 'meegeteld (onleesbaar)[^<]*' page.html)" "parts add up to the same"
like "$(cat merged.html)" "; onleesbaar: $where" "with all of them"
runs 2 "with pseudonyms" fasen-report $T -v clienten --pseudonym=key d
unlike "$(cat out)" 'rec:' "no file is named, for its name is an id"
runs 2 "published" fasen-report $T -v doorstroom --period=2026-09 --min-cell=5 d
unlike "$(cat out)" 'rec:' "none either"
mkdir e
for i in 1 2 3 4 5 6 7 8 9 10 11; do cp d/bad.rec "e/<$i>.rec"; done
cp was e/2026-0001.rec
runs 2 "very many" fasen-report $T -o many.html -v samenvatting e
is "$(grep -o '; onleesbaar: .*</strong>' many.html | grep -o 'rec:4' | wc -l)" 8 "the first eight are"
like "$(cat many.html)" 'e/&lt;1&gt;.rec:4.*, \.\.\.</strong>' "as text of a page"

# A view is not added to dossiers
cp was one.rec
cp was other.rec
for call in 'fasen-plan -T text' 'fasen-show -v lijst' 'fasen-check' 'fasen-report -v signalen' 'fasen-select -l' 'fasen-select --count'; do
	$call $T one.rec >>other.rec 2>err
	is "$?,$(cat err)" "2,${call%% *}: standard output is a file that holds dossiers; what is shown would stand among them; nothing was read or written" "$call >> a dossier"
done
fasen-report $T --partial one.rec >part
printf 'Naam;Hulpvraag\nX;Y\n' >in.csv
for call in 'intake --form' 'plan --form=notitie' 'advance --ask=intake' 'domains --ask' 'intake --template' 'intake --csv --preview in.csv' \
	'intake --csv --template-map in.csv' 'intake --csv -n in.csv' 'intake -n --naam=X --hulpvraag=Y' 'select --attributes' \
	'report --merge part' 'plan -n --note=x one.rec' 'advance -n one.rec' 'plan --help' 'plan --help=all' 'plan --goal --help' 'check -V'; do
	fasen-$call >>other.rec 2>err
	is "$?,$(cat err)" "2,fasen-${call%% *}: standard output is a file that holds dossiers; what is shown would stand among them; nothing was read or written" "$call >> a dossier"
done
same other.rec was "leaves it"
cp was log
fasen-show $T -v lijst one.rec >>log 2>err
is "$?,$(cat err)" "0," "a log may be added to"
: >new.rec
fasen-show $T -v lijst one.rec >>new.rec 2>err
is "$?,$(cat err)" "0," "and an empty file"
fasen-plan $T --note=x one.rec >>other.rec 2>err
is "$?,$(cat err)" "0," "and dossiers to dossiers, as cat does"
done_testing
