/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TABLE_COLUMN_H
#define FASEN_TABLE_COLUMN_H

/* What a table is told of its columns and rows: see table_writer.h. */

/*
 * A number is written as it is given: 12, 3.4, -0.25. A code is a word that stays whole in text, as
 * numbers and dates do.
 */
enum table_type { TABLE_WORD, TABLE_CODE, TABLE_NUMBER, TABLE_DATE };

struct table_column {
	const char *name;	/* stable, in tsv, csv and json */
	const char *heading;	/* in text; NULL = name */
	enum table_type type;
	int spare;		/* 0: always there; of the others that of the highest number, up to
				   TABLE_SPARE_MOST, is the first that text leaves out for want of
				   room; before it one without a value */
};

enum { TABLE_SPARE_MOST = 15 };

/*
 * How the lines that follow on the stream are to look, where it can show that: a heading, or a row
 * that asks for attention. Colour says nothing that the words do not say.
 */
enum table_paint { TABLE_PLAIN, TABLE_HEADING, TABLE_ATTENTION };

#endif
