#!/bin/sh
# SPDX-License-Identifier: ISC
# make install: in any place without building anew, all of it, and gone again; make dist: the same bytes.
. "$(dirname "$0")/lib.sh"
needs make git tar

into=$PWD/into
before=$(find "$BUILD/bin" "$BUILD/libexec" -type f -newer "$BUILD/flags" | wc -l)
PACKAGES=no make -s -C "$TOP" install BUILD="$BUILD" PREFIX=/opt/x DESTDIR="$into" >installed 2>&1
is "$(find "$BUILD/bin" "$BUILD/libexec" -type f -newer installed | wc -l)" 0 "nothing is built anew for another place"
ok "commands were there before" test "$before" -gt 5
for command in "$BUILD"/bin/*; do
	ok "${command##*/} is installed" cmp "$command" "$into/opt/x/bin/${command##*/}"
done
is "$(LANGUAGE=nl "$into/opt/x/bin/fasen" | sed 1q)" "fasen: mensen begeleiden met het 8-fasenmodel, in dossiers van platte tekst" "it finds its catalogue there"
(cd "$into/opt/x" && bin/fasen-report --today=2026-11-01 -o r.xlsx share/doc/fasen/samples/dossiers) >out 2>&1
is "$(head -c 2 "$into/opt/x/r.xlsx")" PK "and what writes a workbook"
for file in share/man/man7/fasen.7 share/man/nl/man1/fasen-plan.1 share/bash-completion/completions/fasen-plan share/zsh/site-functions/_fasen \
	share/fasen/models/model.rec share/fasen/maps/export-aanmeldingen.map share/fasen/cron/night \
	share/fasen/cron/settings share/fasen/git/setup share/fasen/git/gitattributes share/doc/fasen/samples/migratie/clienten.map; do
	ok "$file" test -s "$into/opt/x/$file"
done
is "$(sed -n 's/^SCRIPTS=//p' "$into/opt/x/share/fasen/cron/crontab")" /opt/x/share/fasen/cron "the crontab knows where"
is "$(grep -rl /usr/local/share "$into/opt/x/share/man")" "" "and so do the pages"
like "$(cat "$into/opt/x/share/man/man7/fasen-recipes.7")" '^\.Dl \$ sh /opt/x/share/fasen/git/setup dossiers' "what is typed from them too"
ok "what cron runs can be run" test -x "$into/opt/x/share/fasen/cron/night"
PACKAGES=no make -s -C "$TOP" uninstall BUILD="$BUILD" PREFIX=/opt/x DESTDIR="$into" >installed 2>&1
is "$(find "$into" -type f ! -name r.xlsx)" "" "uninstall takes all of it away"

if git -C "$TOP" rev-parse -q --verify HEAD >/dev/null 2>&1; then
	make -s -C "$TOP" dist BUILD="$BUILD" >where && cp "$(cat where)" one.tar.gz
	make -s -C "$TOP" dist BUILD="$BUILD" >where && cp "$(cat where)" two.tar.gz
	same one.tar.gz two.tar.gz "the source is the same bytes twice"
	like "$(tar -tzf one.tar.gz)" '^fasen-[0-9.]+/COPYING$' "with the licence where packagers look"
	like "$(tar -xzOf one.tar.gz "$(tar -tzf one.tar.gz | grep COPYING)")" '^Permission to use, copy' "in full"
else
	skip "make dist" "no repository"
fi
done_testing
