#!/bin/sh
# The short form of `make fuzz`.
. "$(dirname "$0")/lib.sh"

runs 0 "any bytes come out as they went in" "$BUILD/tests/fuzz" 300 \
	"$TOP"/samples/dossiers/*.rec "$TOP"/samples/model.rec
done_testing
