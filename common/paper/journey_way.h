/* SPDX-License-Identifier: ISC */
#ifndef FASEN_JOURNEY_WAY_H
#define FASEN_JOURNEY_WAY_H

#include "journey_track.h"

/*
 * The upper half of the reiskaart: a land, rows, way, stations, what is between trajectories and
 * what is still to come.
 */

/* Where the names of phases end: further to the right when one needs the room. */
enum { JOURNEY_LABELS = 116, JOURNEY_LABELS_MOST = 180 };

struct journey_map {
	struct text *to;
	const struct journey *journey;
	const struct fold *state;
	enum lang lang;
	int labels;		/* where the names of phases end */
	struct journey_track track;
};

/* Sets `labels`, by the names. */
void journey_place_labels(struct journey_map *);

/* In the order in which they lie upon each other. */
void journey_draw_land(struct journey_map *);
void journey_draw_rows(struct journey_map *);
void journey_draw_folded(struct journey_map *);
void journey_draw_ends(struct journey_map *);
void journey_draw_ahead(struct journey_map *);
void journey_draw_way(struct journey_map *);
void journey_draw_stations(struct journey_map *);
void journey_draw_walker(struct journey_map *);

#endif
