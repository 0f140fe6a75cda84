#!/bin/sh
# SPDX-License-Identifier: ISC
# CSV as RFC 4180, Excel, LibreOffice and old systems write it, against values that another reader reads in it.
. "$(dirname "$0")/lib.sh"
needs python3

python3 "$TOP/tests/csv_dialects.py" "$TOP/tests/csv-dialects"
