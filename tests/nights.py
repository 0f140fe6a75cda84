#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""nights.py N SEED: N random histories of a client about whom an export says things every night and a worker says others by
day. A night on which the export says what it said before must record no event and no score, whoever said what since."""
import os
import random
import subprocess
import sys

FILE = 'nights/2026-0001.rec'
RULES = ['b=intake.Besluit', 'f=fase.Fase', 's=stand.Stand', '=stand.Doel: d1', 'a=akkoord.Akkoord', '=akkoord.Wie: client',
         '=akkoord.Waarop: plan', 'e=evaluatie.Besluit', '=evaluatie.Soort: tussentijds', 'w=leefgebied[wonen].Score',
         'x=leefgebied[werk].Nvt', 't=kracht.Tot', '=kracht.Leefgebied: wonen', '=kracht.Soort: kennis', '=kracht.Tekst: Zingt',
         'i=doel.Doel', 'g=doel.Tekst', '=doel.Leefgebied: wonen', 'p=indicatie.Tot', '=indicatie.Product: Thuis',
         '=indicatie.Van: 2026-01-01']
SAYS = {'b': ['wachtlijst', 'geplaatst', ''], 'f': ['intake', 'opstart', 'analyse', ''], 's': ['bezig', 'open', 'behaald', ''],
        'a': ['ja', 'nee', ''], 'e': ['voortzetten', 'bijstellen', ''], 'w': ['1', '2', '3', ''], 'x': ['', 'later'],
        't': ['2026-12-31', '2027-12-31', ''], 'p': ['2026-12-31', '2027-06-30', '']}


def act(rng):
    """What a worker records on a day."""
    return rng.choice([
        ['fasen-intake', '--decide=' + rng.choice(['geplaatst', 'wachtlijst'])],
        ['fasen-intake', '--indication', '--product=Thuis', '--van=2026-01-01', '--tot=2027-0%d-01' % rng.randrange(1, 9)],
        ['fasen-advance', '--to=' + rng.choice(['intake', 'opstart', 'analyse', 'planning']), '--override', '--reden=r'],
        ['fasen-plan', '--status=' + rng.choice(['open', 'bezig', 'behaald']), '--doel=d1'],
        ['fasen-plan', rng.choice(['--agree=plan', '--refuse=plan']), '--wie=client'],
        ['fasen-plan', '--evaluate=' + rng.choice(['voortzetten', 'bijstellen']), '--soort=tussentijds'],
        ['fasen-domains', '--scores=wonen=%d' % rng.randrange(1, 5)],
        ['fasen-domains', '--domain=wonen', '--nvt=Liever niet.'],
        ['fasen-domains', '--scores=werk=2'],
        ['fasen-domains', '--strength=Zingt', '--leefgebied=wonen', '--soort=kennis', '--tot=2027-0%d-01' % rng.randrange(1, 9)]])


class History:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.day = 0
        self.row = {'Extern': '1', 'Naam': 'Piet', 'Hulpvraag': 'H', 'Vraag': 'wonen,werk', 'i': 'd1', 'g': 'Huis'}
        self.row.update((column, values[0]) for column, values in SAYS.items())

    def call(self, who, *words):
        self.day += 1
        day = '2026-%02d-%02d' % (5 + self.day // 28, 1 + self.day % 28)
        return subprocess.run([*words, '--today=' + day], env=dict(os.environ, FASEN_BY=who), capture_output=True, text=True,
                              check=False)

    def night(self):
        """Returns how many records it added, and what it said."""
        with open('nights.csv', 'w', encoding='utf-8') as file:
            file.write(';'.join(self.row) + '\n' + ';'.join(self.row.values()) + '\n')
        before = records()
        run = self.call('export', 'fasen-intake', '--csv', '--update', '-d', 'nights', *('--map=' + rule for rule in RULES),
                        'nights.csv')
        if run.returncode != 0:
            sys.exit('exit %d\n%s' % (run.returncode, run.stderr))
        return records() - before, run.stderr


def records():
    if not os.path.exists(FILE):
        return 0
    with open(FILE, encoding='utf-8') as file:
        return file.read().count('Record: ')


def main(number, seed):
    answered = changed = 0
    for k in range(number):
        os.makedirs('nights')
        history = History(seed + k)
        history.night()
        for _ in range(12):
            if history.rng.random() < .35:
                column = history.rng.choice(list(SAYS))
                history.row[column] = history.rng.choice(SAYS[column])
                changed += history.night()[0]
            else:
                words = act(history.rng)
                answered += history.call('lisa', *words, '-i', FILE).returncode == 0
            added, said = history.night()
            if added != 0:
                sys.exit('history %d: %d recorded anew\n%s' % (seed + k, added, said))
        os.remove(FILE)
        os.remove('nights/.fasen-ids')
        os.rmdir('nights')
    print('%d histories: %s answers, %s changes' % (number, 'some' if answered else 'no', 'some' if changed else 'no'))


main(int(sys.argv[1]), int(sys.argv[2]))
