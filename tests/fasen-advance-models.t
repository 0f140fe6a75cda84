#!/bin/sh
# SPDX-License-Identifier: ISC
# Other ways of working: the sample models, and one of three phases, from the first phase to the last.
. "$(dirname "$0")/lib.sh"
needs recsel

cat >drie.rec <<'END'
Record: model
Naam: Kort
Taal: en

Record: fase
Code: start
Naam: Begin
Naam_en: Start
Eist: client.Begeleider

Record: fase
Code: doen
Naam: Doen
Alias: werk
Vraag: Wat lukt er al?
Eist: doel per leefgebied

Record: fase
Code: klaar
Naam: Klaar

Record: leefgebied
Code: thuis
Naam: Thuis

Record: leefgebied
Code: buiten
Naam: Buiten

Record: uitstroomreden
Code: af
Naam: Af
END

# codes KIND MODEL: the codes of that kind
codes() { recsel -e "Record = '$1'" -P Code "$2" | sed '/^$/d'; }

for m in "$TOP"/samples/models/*.rec drie.rec; do
	name=${m##*/}
	name=${name%.rec}
	mkdir -m 700 "$name"
	phases=$(codes fase "$m" | grep -c .)
	export FASEN_MODEL="$m"
	case $name in op-maat) own=--doelgroep=anders ;; *) own= ;; esac
	runs 0 "$name: registration" fasen-intake --today=2026-01-05 -d "$name" --id=a --naam=N --hulpvraag=H \
		--vraag="$(codes leefgebied "$m" | head -1)" $own
	f=$name/a.rec
	runs 1 "$name: not ready" fasen-advance -i --today=2026-01-06 "$f"
	runs 1 "$name: seen beforehand" fasen-advance --check --today=2026-01-06 "$f"
	i=2
	while [ "$i" -le "$phases" ]; do
		runs 0 "$name: to phase $i" fasen-advance -i --today="2026-01-$(printf %02d $((i + 5)))" --to="$i" --override --reden=r "$f"
		i=$((i + 1))
	done
	is "$(fasen-select --today=2026-02-01 --count "fase=$phases" "$f")" 1 "$name: in the last phase"
	aside=$(recsel -P Afwijking "$f" | grep -c .)
	is "$(fasen-select --count "afwijkingen=$aside" "$f")" 1 "$name: what was set aside is counted"
	runs 0 "$name: closing" fasen-advance -i --today=2026-02-01 --close="$(codes uitstroomreden "$m" | head -1)" "$f"
	fasen-check --today=2026-02-01 "$f" >findings 2>&1
	is "$(cat findings)" "" "$name: fasen-check has nothing to say"
	runs 0 "$name: reopening" fasen-advance -i --today=2026-03-01 --reopen "$f"
	runs 0 "$name: its questions" fasen-advance --ask --today=2026-03-01 "$f"
	unset FASEN_MODEL
done

# What only these models ask
runs 1 "thirteen domains" fasen-advance -m "$TOP/samples/models/zrm-dertien.rec" --today=2026-04-01 --to=planning zrm-dertien/a.rec
like "$(cat err)" 'leefgebied.Score per leefgebied: .*financien, werk, tijdsbesteding, .*justitie$' "are all named"
like "$(cat err)" 'intake: client.Doelgroep: Doelgroep is not filled in yet$' "and the organisation's own field"
runs 1 "three phases" fasen-advance -m drie.rec --check --today=2026-04-01 drie/a.rec
is "$(tail -1 out)" "a       start    31  doen  nee    Begeleider is not filled in yet" "in the model's language"
runs 0 "a phase by alias" fasen-advance -m drie.rec --today=2026-04-01 --to=werk --override --reden=r drie/a.rec
fasen-advance -m drie.rec --check --today=2026-04-01 -T tsv out | tail -1 >row
is "$(cut -f2,4,6 row)" "$(printf 'doen\tklaar\tdoel per leefgebied')" "has conditions of its own"

# The sentences of fasen-model(5), one for each form, are those that the command says
sed -n '/unmet condition what is still/,/^\.El/p' "$TOP/man/fasen-model.5" | grep -v '^\.br' >forms
{
	printf 'Record: model\nNaam: M\n\nRecord: fase\nCode: een\nNaam: Een\n'
	sed -n 's/^\.It Li /Eist: /p' forms
	printf '\nRecord: leefgebied\nCode: wonen\nNaam: W\n\nRecord: leefgebied\nCode: werk\nNaam: W\n\n'
	printf 'Record: krachtsoort\nCode: k\nNaam: K\n\nRecord: schaal\nCode: s\nNaam: S\nMin: 1\nMax: 5\n\nRecord: uitstroomreden\nCode: r\nNaam: R\n'
} >forms.rec
cat >forms-client.rec <<-END
	Record: client
	Client: f
	Naam: N
	Aangemeld: 2026-01-01
	Hulpvraag: H
	Vraag: wonen

	Record: doel
	Client: f
	Op: 2026-01-01
	Doel: d1
	Leefgebied: wonen
	Tekst: T

	Record: fase
	Client: f
	Op: 2026-01-01
	Fase: een

END
is "$(grep -c '^.It' forms)" 10 "the page has a sentence for each form"
for lang in nl en; do
	COLUMNS=2000 fasen-advance --check --today=2026-01-02 -m forms.rec --lang=$lang forms-client.rec | tail -1 | sed 's/^.*  nee  *//; s/; /\n/g' >said
	case $lang in nl) after=1 ;; en) after=2 ;; esac
	awk -v after=$after '/^\.It/ { n = NR } n && NR == n + after' forms >page
	same said page "in $lang, as it is said"
done

# A model with mistakes is refused by every command, with all of them
sed 's/^Eist: client.Begeleider/Eist: client.Begeleder/; s/^Alias: werk/Alias: start\nNa: uitstroom klar/' drie.rec >fout.rec
for command in fasen-advance fasen-select fasen-check fasen-plan; do
	runs 2 "$command refuses it" $command -m fout.rec drie/a.rec
	is "$(grep -c '^[a-z-]*: fout.rec:' err)" 3 "with three mistakes at their lines"
done
like "$(cat err)" 'fout.rec:9: error: Eist: .*did you mean "Begeleider"' "the field"
like "$(cat err)" 'fout.rec:14: error: Alias: .*twice' "the alias"
like "$(cat err)" 'fout.rec:15: error: Na: .*did you mean "klaar"' "and where it leads"
done_testing
