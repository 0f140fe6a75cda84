#!/bin/sh
# SPDX-License-Identifier: ISC
# What is missing is installed, after naming it; every state of dpkg but "installed" is missing.
. "$(dirname "$0")/lib.sh"
unset PACKAGES

# A machine: dpkg says what ./known holds, apt-get notes how it was called; only the tools that are
# needed, so that the real dpkg and sudo are not found.
mkdir bin bare
for tool in sh id env; do
	ln -s "$(command -v $tool)" bin
	ln -s "$(command -v $tool)" bare
done
cat >bin/dpkg-query <<-'END'
	#!/bin/sh
	# -W -f '${db:Status-Status}:${Architecture} ' NAME
	[ "$*" = "-W -f \${db:Status-Status}:\${Architecture}  $4" ] || exit 2
	status=1
	while read -r name state; do
		[ "$name" = "$4" ] || continue
		printf '%s ' "$state"
		status=0
	done <known
	exit $status
END
cat >bin/dpkg <<-'END'
	#!/bin/sh
	echo amd64
END
cat >bin/apt-get <<-'END'
	#!/bin/sh
	echo "$DEBIAN_FRONTEND $*" >>calls
	[ ! -e fails ] || [ "$2" = update ]
END
cat >bin/sudo <<-'END'
	#!/bin/sh
	echo sudo >>calls
	exec "$@"
END
chmod 700 bin/dpkg-query bin/dpkg bin/apt-get bin/sudo
cat >known <<-'END'
	here installed:amd64
	shared installed:all
	both config-files:i386
	both installed:amd64
	foreign not-installed:amd64
	foreign installed:arm64
	heard not-installed:amd64
	bare not-installed:
	configured config-files:amd64
	half half-installed:amd64
	unpacked unpacked:amd64
	half-conf half-configured:amd64
	awaited triggers-awaited:amd64
	pending triggers-pending:amd64
END
missing='foreign heard bare configured half unpacked half-conf awaited pending unheard'

# packages [VAR=VALUE...] NAME...
packages() {
	PATH="$PWD/bin" env "$@"
}

runs 0 "what is there" packages "$TOP/tests/packages" here shared both
is "$(cat out err)" "" "is not mentioned"
ok "nor is anything installed" test ! -e calls

for name in $missing; do
	rm -f calls
	runs 0 "$name" packages "$TOP/tests/packages" here "$name" shared
	is "$(cat out)" "Installing packages: $name" "is named"
	is "$(grep install calls)" "noninteractive -q install -y --no-install-recommends $name" "is installed"
done

rm calls
# shellcheck disable=SC2086
runs 0 "several" packages "$TOP/tests/packages" $missing here
like "$(cat calls)" " install .* $missing$" "are installed in one go"

rm calls
# shellcheck disable=SC2086
runs 0 "PACKAGES=no" packages PACKAGES=no "$TOP/tests/packages" here $missing
is "$(cat err)" "Missing, and not installed as PACKAGES=no says: $missing" "names what is missing"
ok "and installs nothing" test ! -e calls
runs 0 "PACKAGES=no where all is there" packages PACKAGES=no "$TOP/tests/packages" here
is "$(cat out err)" "" "is silent"
runs 2 "another word than yes or no" packages PACKAGES=No "$TOP/tests/packages" heard
ok "installs nothing" test ! -e calls

touch fails
runs 1 "what cannot be installed" packages "$TOP/tests/packages" heard
like "$(cat err)" "PACKAGES=no" "shows the way on"
rm fails

cp bin/apt-get bin/dpkg bin/dpkg-query bare
printf '#!/bin/sh\necho 1000\n' >user
chmod 700 user
for machine in bin bare; do
	rm -f $machine/id calls
	cp user $machine/id
done
runs 0 "a user" packages "$TOP/tests/packages" heard
is "$(grep -c sudo calls)" 2 "installs by sudo"
rm calls
runs 1 "a user without sudo" env PATH="$PWD/bare" "$TOP/tests/packages" heard
like "$(cat err)" "PACKAGES=no" "is told"
ok "before anything is called" test ! -e calls

rm bin/dpkg-query
runs 0 "elsewhere than on Debian" packages "$TOP/tests/packages" here heard
like "$(cat out)" "here heard$" "all are named"
ok "and nothing is called" test ! -e calls

# The tour asks for nothing that only tests need.
asked() {
	make -s -C "$TOP" -n "$1" | sed -n 's,^tests/packages ,,p' | tr ' ' '\n' | sort
}
asked demo >demo
asked check >check
is "$(comm -23 demo check)" "" "the tests ask for all that the tour asks for"
is "$(grep -cx -e gcc -e groff demo)" 2 "which builds and prints"
is "$(grep -cx -e check -e mandoc -e python3 check)" 3 "and for their own"
unlike "$(cat demo)" "^(check|mandoc|python3|libreoffice-calc)$" "which the tour does without"

# Where there is no compiler yet, make has nothing to say of it before it is installed.
is "$(make -s -C "$TOP" -n demo CC=no-compiler-here 2>&1 >/dev/null)" "" "a bare machine is no fault"

# Where a program is missing, a test that calls it is skipped and does not fail.
programs='git groff mandoc pdfinfo pdftotext python3 recsel unzip xmllint'
for test in "$TOP"/tests/*.t; do
	[ "${test##*/}" = packages.t ] || for program in $programs; do
		sed '/^[[:space:]]*#/d; s/"[^"$]*"//g' "$test" | grep -qw "$program" || continue
		grep -q "^needs.* $program\( \|$\)" "$test" || echo "${test##*/} $program"
	done
done >undeclared
is "$(cat undeclared)" "" "each test says which programs it needs"

# Where pkg-config finds no library of the tests, these are left out and counted as skipped.
bare() {
	env -u MAKEFLAGS -u MAKELEVEL -u MAKEOVERRIDES PKG_CONFIG_LIBDIR="$PWD/none" PKG_CONFIG_PATH= PACKAGES=no \
		make -s -C "$TOP" BUILD="$PWD/made" "$@"
}
if command -v make >/dev/null && command -v perl >/dev/null; then
	runs 0 "what would be built" bare -n units
	unlike "$(cat out)" 'lcheck|ljansson|tests/test_text |tests/fields ' "needs neither"
	like "$(cat out)" 'Left out: the unit tests. They are built where pkg-config finds check' "the package is named"
	like "$(cat out)" 'Left out: .*pkg-config finds jansson \(libjansson-dev\)' "the other too"
	runs 0 "a unit test" bare "$PWD/made/skipped/test_text"
	"$TOP/tests/run" made/skipped/test_text >out 2>&1
	like "$(cat out)" '^Skipped, as this machine cannot run them: 1$' "is counted as skipped"
else
	skip "libraries of the tests that are missing" "no make or perl"
fi
done_testing
