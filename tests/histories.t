#!/bin/sh
# SPDX-License-Identifier: ISC
# Histories made by the commands alone: see called_histories.py. HISTORIES=N for more of them, SEED=N for others.
. "$(dirname "$0")/lib.sh"
needs python3

runs 0 "histories by the commands alone" python3 "$TOP/tests/called_histories.py" "${SEED:-2026}" "${HISTORIES:-40}"
sed 's/^/# /' out
done_testing
