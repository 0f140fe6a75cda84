#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""The words that an import counts rejected and warned rows under, from the source. usage: reasons.py TOP"""
import glob
import re
import sys

# What judges a row: the row itself, and the dossier with its records.
FILES = ['cmd/fasen-intake/row*.c', 'cmd/fasen-intake/rule.c', 'cmd/fasen-intake/update.c', 'cmd/fasen-intake/directory.c',
         'common/check/finding.c', 'common/check/coherence.c', 'common/check/chronology.c', 'common/check/closing.c',
         'common/check/fit.c', 'common/check/pace.c', 'common/check/consent.c', 'cmd/record_one.c']
# Of the file, the directory and the rejects: no row is counted under it.
OTHERS = {'read', 'directory', 'locked', 'rejects'}
CALL = re.compile(r'\b(?:problems_add|row_problem|rule_wrong|row_wrong|reject_client|reject|say|wrong|refuse|judge|unclear|'
                  r'add)\((?:[^;"]|"%s")*?"([a-z][a-z0-9-]*)"')


def main():
    found = set()
    for pattern in FILES:
        for name in glob.glob(sys.argv[1] + '/' + pattern):
            if not name.endswith(('rows_open.c', 'rows_read.c')):
                text = open(name, encoding='utf-8').read()
                found.update(CALL.findall(text))
                for pair in re.findall(r'\? "([a-z0-9-]+)" : "([a-z0-9-]+)", text_string', text):
                    found.update(pair)
    print('\n'.join(sorted(found - OTHERS)))


main()
