#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Columns with names of any characters: the map that --template-map prints names each of them, for --map-file
and for --map, and so does what --preview shows. usage: map_names.py ROUNDS SEED"""
import csv
import random
import re
import subprocess
import sys

PARTS = ['"', '""', '=', '#', ' ', '  ', '\n', '\r\n', '\t', '+', '*', ':', '[', ']', '->', '→', '|', ';', ',', "'", '\\',
         '%', 'a', 'B', '0', 'é', '\u00a0', '.', '$', '`', '(', '/', '<', '&']


def run(status, *args):
    p = subprocess.run(['fasen-intake', '--csv', '--today=2026-06-01', *args], capture_output=True, text=True)
    assert p.returncode == status, (args, p.returncode, p.stderr)
    return p.stdout


def shown(name):
    return re.sub('[ \t\r\n\u00a0]+', ' ', name).strip(' ')


def names(r):
    """Different names that are no field's."""
    n, seen = [], set()
    while len(n) < 6:
        name = ''.join(r.choice(PARTS) for _ in range(r.randint(1, 7)))
        if shown(name) and shown(name) not in seen and not re.fullmatch(r'[\w.]+', shown(name)):
            n.append(name)
            seen.add(shown(name))
    return n


def values(text):
    return re.findall(r'(?m)^Eigen_\d: .*$', text)


def main():
    rounds, r = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    seen = 0
    for _ in range(rounds):
        own = names(r)
        with open('n.csv', 'w', newline='', encoding='utf-8') as f:
            w = csv.writer(f, delimiter=r.choice(';,'), quoting=csv.QUOTE_ALL)
            w.writerow(['Naam', 'Hulpvraag'] + own)
            w.writerow(['Jan', 'h'] + ['v%d' % i for i in range(len(own))])
        lines = run(0, '--template-map', 'n.csv').split('\n')
        pairs = [i for i, line in enumerate(lines) if line.endswith('=') and not line.startswith('#')]
        assert len(pairs) == len(own), (own, lines)
        for k, i in enumerate(pairs):
            lines[i] += 'Eigen_%d' % k
        with open('n.map', 'w', newline='', encoding='utf-8') as f:
            f.write('\n'.join(lines))
        want = ['Eigen_%d: v%d' % (k, k) for k in range(len(own))]
        run(0, '--preview', '--map-file=n.map', 'n.csv')
        assert values(run(0, '--map-file=n.map', 'n.csv')) == want, own
        assert values(run(0, *['--map=' + lines[i] for i in pairs], 'n.csv')) == want, own
        table = run(0, '--preview', 'n.csv').split('\n')
        for k, name in enumerate(own):
            assert any(line.startswith(shown(name) + ' ') for line in table), (name, table)
            pair = '"%s"=Eigen_0' % shown(name).replace('"', '""')
            assert values(run(0, '--map=' + pair, 'n.csv')) == ['Eigen_0: v%d' % k], name
            seen += 1
    print(seen, 'names')


main()
