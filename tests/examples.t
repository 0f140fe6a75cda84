#!/bin/sh
# The examples of the pages run as they stand, on the sample dossiers and on the day of the samples.
. "$(dirname "$0")/lib.sh"
needs groff

mkdir bin
for command in "$BUILD"/bin/fasen-*; do
	printf '#!/bin/sh\nexec %s --today=2026-11-01 "$@"\n' "$command" >"bin/${command##*/}"
	chmod 700 "bin/${command##*/}"
done
PATH="$PWD/bin:$PATH"

# examples PAGE: the commands of its section EXAMPLES, each on a line of its own
examples() {
	awk '/^\.Sh / { on = $0 == ".Sh EXAMPLES"; next }
		!on { next }
		/^\.Dl / { print substr($0, 5); next }
		/^\.Bd / { lit = 1; next }
		/^\.Ed/ { lit = 0; next }
		lit { print }' "$1" | sed 's/\\e/\\/g; s/\\(dq/"/g; s/\\&//g' |
		awk '/^\$ / { if (line != "") print line; line = substr($0, 3); next }
		line ~ /\\$/ { sub(/\\$/, "", line); line = line " " $0; next }
		line ~ /\|$/ { line = line " " $0; next }
		END { if (line != "") print line }'
}

for page in advance select check domains plan show report; do
	rm -rf dossiers laptop overgenomen
	mkdir -m 700 dossiers laptop overgenomen
	cp "$TOP"/samples/dossiers/*.rec dossiers
	cp dossiers/2026-0042.rec laptop
	cp dossiers/2026-0038.rec overgenomen/a.rec
	examples "$TOP/man/fasen-$page.1" | grep -vE '\| less$|^vi ' >commands
	ok "fasen-$page(1) has examples" test -s commands
	while read -r line; do
		sh -c "$line" >out 2>err </dev/null
		status=$?
		[ "$status" -le 1 ] && ! grep -E 'Usage|usage|--help' err >/dev/null
		told $? "$line" <err
	done <commands
done
done_testing
