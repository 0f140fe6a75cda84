#ifndef FASEN_FIGURES_H
#define FASEN_FIGURES_H

#include "dossier.h"
#include "report.h"
#include "roster.h"
#include "state.h"
#include "tally.h"

/*
 * What one dossier adds to a report, for each of its periods and groups: fasen-report(1),
 * "DEFINITIONS". The measures, what their row and column are, and their value (0 where none is named):
 *
 *	start in uit niet open wachtlijst	trajectories
 *	maand.in maand.uit maand.niet		the same by row: the month, YYYY-MM
 *	fase.in fase.uit			stays, by row: the phase
 *	verblijf				days of ended stays, by row: the phase
 *	verblijf.boven				those over the phase's norm
 *	caseload				open trajectories, by worker and phase
 *	traject					days of ended trajectories
 *	wacht.intake wacht.plaatsing		days waited
 *	eerste laatste omhoog gelijk omlaag	scores, by domain and scale; the value of the first two: the score
 *	vraag vraag.doel vraag.behaald		domains asked about, by row: the domain
 *	doel					goals, by domain and stand
 *	reden					outflow, by row: the reason
 *	tevredenheid				the mark of the outflow
 *	klaar.van klaar				outflow with goals; with all of them finished
 *	uitgangspunt				open trajectories, by row: the principle
 *	team					open trajectories, by row: the team
 *	gemis					what they lack, by team and field or condition
 *	te-laat					clients with a signal that has a date
 *
 * A worker, team, reason or phase that is empty is "-"; "" is the phase of who never had one, and an empty domain.
 */
struct figures {
	const struct report *report;
	struct tally *tally;
	struct state state;
};

/* Counts the dossier; a roster, when not NULL, gets its rows, under `id`. */
void figures_count(struct figures *, const struct dossier *, struct roster *, const char *id);

/* The same for one period and group: the state is folded at the period's date. */
void figures_count_state(struct tally *, const struct report *, const struct state *, size_t period,
    const char *group);

void figures_release(struct figures *);

/* The principles in the order of the report, up to NULL. */
extern const char *const figures_principles[];

/* The stands of a goal in the order of the report, up to NULL. */
extern const char *const figures_stands[];

#endif
