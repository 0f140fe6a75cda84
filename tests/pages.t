#!/bin/sh
# SPDX-License-Identifier: ISC
# The manual pages: free of faults, and in step with the tables they speak of.
. "$(dirname "$0")/lib.sh"
needs mandoc

for page in "$TOP"/man/*.[157] "$TOP"/man/nl/*.[157]; do
	[ -e "$page" ] || continue
	mandoc -T lint -W warning "$page" | grep -v 'mandoc.db' >lint
	is "$(cat lint)" "" "${page#"$TOP"/} has no faults"
	case $page in
	*/nl/*) like "$(grep '^\.Sh' "$page" | tr -d '\n')" '^.Sh NAME.*Sh OMGEVING.*Sh BESTANDEN.*Sh AFSLUITSTATUS.*.Sh ZIE OOK' "and what it heeds, keeps and ends with" ;;
	*) like "$(grep '^\.Sh' "$page" | tr -d '\n')" '^.Sh NAME.*Sh ENVIRONMENT.*Sh FILES.*Sh EXIT STATUS.*.Sh SEE ALSO' "and what it heeds, keeps and ends with" ;;
	esac
done
is "$(cat "$TOP"/man/nl/*.[157] | grep -E '^\.Sh (DESCRIPTION|ENVIRONMENT|FILES|EXIT STATUS|EXAMPLES|SEE ALSO)')" "" "Dutch pages have Dutch headings"

sed -n '/^\.\\" begin schema/,/^\.\\" end schema/p' "$TOP/man/fasen-dossier.5" | sed '1d;$d' >page
"$BUILD/tests/schema_page" >table
same page table "fasen-dossier(5) lists the kinds and fields of the schema"

sed -n '/^\.\\" begin attributes/,/^\.\\" end attributes/p' "$TOP/man/fasen-select.1" | sed '1d;$d' >page
"$BUILD/tests/attribute_page" >table
same page table "fasen-select(1) lists the attributes of the table"

sed -n '/^\.\\" begin fields/,/^\.\\" end fields/p' "$TOP/man/fasen-model.5" | grep -E '^\.(Ss|It) ' >page
"$BUILD/tests/model_page" >table
same page table "fasen-model(5) lists the kinds and fields of a model"

# The field options of a command are those of the kinds that its page names, listed in fasen-dossier(5).
for command in "$BUILD"/bin/fasen-*; do
	name=${command##*/}
	ok "$name has a page" test -f "$TOP/man/$name.1"
	"$command" --help=all >help 2>&1 || "$command" --help >help
	sed '/^Fields of/,/^All commands/d' help | grep -oE -- '--[a-z0-9_-]+' | sort -u >options
	man=$(mandoc -T utf8 "$TOP/man/$name.1" | sed 's/.\x08//g; s/‐/-/g; s/−/-/g')
	missing=
	for option in $(cat options); do
		case $man in *"$option"*) ;; *) missing="$missing $option" ;; esac
	done
	is "$missing" "" "$name(1) speaks of every option of --help"
done

# Each page has a Dutch one that says the same.
# said PAGE: the options, words, fields and columns that a page speaks of
said() {
	grep -oE '(^\.|[ .])(Fl|Cm|Ev) [^ ]+|^\.Xr [^ ]+ [157]|^\.It (Li|Va) .*' "$1" | sed 's/^[. ]//; s/ Pq .*//; s/ Ns .*//; s/DOMAIN/LEEFGEBIED/
		s/KIND/SOORT/; s/FIELD/VELD/; s/PHASE/FASE/; s/CONDITION/VOORWAARDE/' | sort -u
}

# typed PAGE: its literal lines that are typed or stand in files; those that are compact are read (questions.t)
typed() {
	awk '/^\.Dl \$ / { print }
		/^\.Bd -literal/ { on = !/-compact/; next }
		/^\.Ed/ { on = 0 }
		on && !/^#/ { print }' "$1"
}

for page in "$TOP"/man/*.[157]; do
	name=${page##*/}
	is "$(said "$TOP/man/nl/$name")" "$(said "$page")" "nl/$name speaks of the same options, words, fields and columns"
	is "$(typed "$TOP/man/nl/$name")" "$(typed "$page")" "and has the same examples"
	is "$(grep -cE '^\.(It|Pp|Bl)( |$)' "$TOP/man/nl/$name")" "$(grep -cE '^\.(It|Pp|Bl)( |$)' "$page")" "and as many entries, lists and paragraphs"
done
done_testing
