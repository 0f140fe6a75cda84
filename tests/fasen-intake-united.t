#!/bin/sh
# SPDX-License-Identifier: ISC
# Two dossiers were united, and the export goes on having both: the row of the one that was taken over fills what is empty, and
# neither row is rejected for what the other says.
. "$(dirname "$0")/lib.sh"

night() {
	day=$1
	shift
	FASEN_BY=export fasen-intake --csv --update -d d --today="$day" '--map=Verwijzer=Verwijzer wissen' --map=f=fase.Fase --map=b=intake.Besluit \
		'--map=s=leefgebied[wonen].Score' '--map=w=leefgebied[wonen].Wens' '--map=n=leefgebied[werk].Nvt' '--map=m=leefgebied[werk].Score' \
		--map=k=kracht.Tot '--map==kracht.Leefgebied: wonen' '--map==kracht.Soort: kennis' '--map==kracht.Tekst: Zingt' \
		--map=e=uitstroom.Op '--map==uitstroom.Reden: verhuisd' "$@" >out 2>err
	status=$?
	said=$(sed '$d' err | grep -v 'warned,\|warning:')
	last=$(tail -1 err)
}
counts() { echo "$status" $(echo "$last" | tr -c '0-9\n' ' '); }
head='Extern;Naam;Geboren;Hulpvraag;Vraag;Aangemeld;Team;Verwijzer;f;b;s;w;n;m;k;e'
a='1;Piet;1980-01-01;H;wonen,werk;2026-01-05;noord;;intake;geplaatst;2;;Later;;;'
b='2;Piet;1980-01-01;H;wonen,werk;2026-01-06;zuid;huisarts;opstart;wachtlijst;4;Tuin;;3;2027-01-01;'
for order in 'own first' 'own last'; do
	rm -rf d && mkdir d
	printf '%s\n' "$head" "$a" "$b" >x.csv
	[ "$order" = 'own first' ] || printf '%s\n' "$head" "$b" "$a" >x.csv
	night 2026-05-01 x.csv
	p=$(grep -l '^Extern: 1$' d/*.rec) q=$(grep -l '^Extern: 2$' d/*.rec)
	fasen-check --unite "$p" "$q" --same-person --phases-of=A --today=2026-05-02 >u 2>err
	mv u "$p"
	rm "$q"
	night 2026-05-03 x.csv
	is "$status $(echo "$last" | grep -c ' 0 rejected')" "0 1" "$order: neither row is rejected"
	cp "$p" before
	night 2026-05-04 x.csv
	is "$(counts)" "0 2 0 0 2 0" "$order: nothing is recorded again"
	same "$p" before "$order: not a byte"
	is "$(tac before | sed -n '/^Team: /{p;q}')" "Team: noord" "$order: what the client's own row says holds"
	is "$(fasen-select -l --today=2026-05-04 verwijzer=huisarts d)" "" "$order: what it cleared stays so"
	is "$(fasen-domains --today=2026-05-04 -T tsv "$p" | awk -F'\t' '$2 == "wonen"' | grep -c 'Tuin')" 1 "$order: what is empty is filled"
	printf '%s\n' "$head" "$a" "${b}2026-04-01" >y.csv
	FASEN_BY=lisa fasen-advance -i --close=volgens-plan --date=2026-05-05 --today=2026-05-05 "$p" 2>err
	night 2026-05-06 y.csv
	is "$status $(grep -c 'Record: intrekking' "$p") $(fasen-select -l --today=2026-05-06 eind=2026-05-05 d)" "0 $(grep -c 'Record: intrekking' before) $p" "$order: it takes back no closing"
	like "$said" 'uitstroom.Op: 1 dossier says otherwise since 2026-05-05; left so$' "$order: which is named"
done

# A dossier whose id was changed by hand, and then taken over: its number is known under both ids.
rm -rf d && mkdir d
printf '%s\n' "$head" "$a" "$b" "3;Kees${a#1;Piet}" >x.csv
night 2026-05-01 x.csv
fasen-check --unite d/2026-0001.rec d/2026-0002.rec --same-person --phases-of=A --today=2026-05-02 >u 2>err
sed 's/^Client: .*/Client: r/' u >d/r.rec
rm d/2026-0001.rec d/2026-0002.rec
fasen-check --unite d/2026-0003.rec d/r.rec --same-person --phases-of=A --today=2026-05-02 >u 2>err
mv u d/2026-0003.rec
rm d/r.rec
night 2026-05-03 x.csv
is "$status $(echo "$last" | grep -c ' 0 rejected') $(grep -c '^Naam: Piet' d/2026-0003.rec)" "0 1 0" "a row of it only fills"

# What a row without day says, when a day comes that another row gave.
rm -rf d && mkdir d
printf '%s\n' "$head" "$a" >x.csv
night 2026-05-01 x.csv
printf 'Extern;d;s;w;dag\n1;wonen;3;Rust;\n1;wonen;1;Tuin;2026-06-11\n' >s.csv
printf 'Extern;Team;Op\n1;oost;\n1;west;2026-06-11\n' >t.csv
printf 'Extern;f;dag\n1;analyse;\n1;opstart;2026-06-11\n' >f.csv
for day in 2026-05-02 2026-05-03 2026-07-01; do
	FASEN_BY=export fasen-intake --csv --update -d d --today=$day --map=d=leefgebied.Leefgebied --map=s=leefgebied.Score --map=w=leefgebied.Wens \
		--map=dag=leefgebied.Op s.csv >out 2>err
	FASEN_BY=export fasen-intake --csv --update -d d --today=$day t.csv >>out 2>>err
	FASEN_BY=export fasen-intake --csv --update -d d --today=$day --map=f=fase.Fase --map=dag=fase.Op f.csv >>out 2>>err
	is "$(grep -c error err) $(grep -c Record: d/2026-0001.rec)" "0 12" "a row without day and one of a day to come, on $day"
done
done_testing
