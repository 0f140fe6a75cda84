/* SPDX-License-Identifier: ISC */
#ifndef FASEN_COURSE_H
#define FASEN_COURSE_H

#include "result_table.h"

/*
 * The course of a figure over the quarters, as a row of a table has it in its columns of a course.
 */
enum { COURSE = 8 };

struct course {
	const struct cell *at[COURSE];	/* empty ones too */
	size_t n;
	double most;			/* the greatest */
};

void course_read(const struct result_table *, const struct result_row *, struct course *);

/* Whether there is one in that place. */
bool course_there(const struct course *, size_t);

/* A block for each, as high as it is of the greatest; a blank where there is none. */
void course_bars(const struct course *, struct text *to);

#endif
