/* SPDX-License-Identifier: ISC */
#ifndef FASEN_RANDOM_RECORDS_H
#define FASEN_RANDOM_RECORDS_H

#include <string.h>

#include "draft.h"

/* Random records of a client, of few words, so that they meet; the same in every run. */
static unsigned long seed;

/* A number from 0 up to n (Knuth, TAOCP 2, 3.3.4, line 26). */
static int
pick(int n)
{
	seed = (seed * 1664525UL + 1013904223UL) & 0xFFFFFFFFUL;
	return (int)((seed >> 8) % (unsigned long)n);
}

#define ONE(words) (words)[pick((int)(sizeof (words) / sizeof *(words)))]

static const char *const domains[] = { "wonen", "werk", "psychisch" };
static const char *const goals[] = { "d1", "d2", "d3" };
static const char *const actions[] = { "d1.1", "d1.2", "d2.1" };
static const char *const words[] = { "x", "y", "z", "" };
static const char *const scores[] = { "1", "2", "3", "4", "5", "" };
static const char *const phases[] = { "aanmelding", "intake", "startfase", "planning",
    "evaluatie" };
static const char *const stands[] = { "open", "bezig", "behaald", "deels", "gestopt" };
static const char *const besluiten[] = { "geplaatst", "wachtlijst", "geplaatst", "afgewezen" };
static const char *const yes[] = { "ja", "nee" };
static const char *const who[] = { "client", "netwerk" };
static const char *const about[] = { "plan", "intake" };

static void
random_record(struct draft *d)
{
	switch (pick(11)) {
	case 0:
		draft_begin(d, "client");
		draft_add(d, "Team", ONE(words));
		if (pick(2)) {
			draft_add(d, "Vraag", ONE(domains));
			draft_add(d, "Vraag", ONE(domains));
		}
		break;
	case 1:
		draft_begin(d, "intake");
		draft_add(d, "Besluit", ONE(besluiten));
		break;
	case 2:
	case 3:
		draft_begin(d, "fase");
		draft_add(d, "Fase", ONE(phases));
		break;
	case 4:
		draft_begin(d, "leefgebied");
		draft_add(d, "Leefgebied", ONE(domains));
		draft_add(d, pick(4) ? "Score" : "Nvt", ONE(scores));
		draft_add(d, "Wens", ONE(words));
		break;
	case 5:
		draft_begin(d, "netwerk");
		draft_add(d, "Naam", ONE(who));
		draft_add(d, "Relatie", ONE(words));
		break;
	case 6:
		draft_begin(d, "doel");
		draft_add(d, "Doel", ONE(goals));
		draft_add(d, "Leefgebied", ONE(domains));
		draft_add(d, "Tekst", ONE(words));
		break;
	case 7:
		draft_begin(d, "werkpunt");
		draft_add(d, "Werkpunt", ONE(actions));
		draft_add(d, "Doel", ONE(goals));
		draft_add(d, "Tekst", ONE(words));
		break;
	case 8:
		draft_begin(d, "stand");
		if (pick(2))
			draft_add(d, "Doel", ONE(goals));
		else
			draft_add(d, "Werkpunt", ONE(actions));
		draft_add(d, "Stand", ONE(stands));
		break;
	case 9:
		draft_begin(d, "akkoord");
		draft_add(d, "Wie", ONE(who));
		draft_add(d, "Waarop", ONE(about));
		draft_add(d, "Akkoord", ONE(yes));
		break;
	default:
		draft_begin(d, pick(3) ? "notitie" : "uitstroom");
		draft_add(d, strcmp(d->kind_name, "notitie") == 0 ? "Tekst" : "Reden", "verhuisd");
	}
}

#endif
