/* SPDX-License-Identifier: ISC */
#ifndef FASEN_BUILDER_H
#define FASEN_BUILDER_H

#include "definition.h"
#include "figure.h"
#include "report.h"
#include "result_table.h"
#include "tally.h"

/* A list of codes that name rows. */
struct rows {
	const char **at;
	size_t n, known;	/* the first `known` are there in any case */
};

/* The table being made: for the files that make tables only. */
struct builder {
	const struct report *report;
	struct tally *tally, *rows;	/* what the figures are made of; what rows there are */
	const struct figure_eye *eye;
	struct result_tables *sheets;
	struct result_table *sheet;
	struct result_row *row;
	size_t column;			/* the next cell of the row */
	size_t period;
	const char *called;		/* what the period is for a reader; NULL = its name: */
	size_t named;			/* of which that is, from 1 */
	const char *group;
	const char *split, **values;	/* the group whose values these are */
	const char **groups;
	size_t ngroups;
	struct rows lacks;		/* tables_lacks, and what they are for a reader, when */
	const char **lack_labels;	/* that was asked for */
};

/* Begins a table with the columns of period and groups. */
void builder_table(struct builder *, const char *view, enum result_chart);
struct column *builder_column(struct builder *, const char *name, enum cell_type, enum column_role);

/*
 * A column of a client's field, that --group may have made already: then false, and a row has the
 * value once. builder_is_group says so when rows are made.
 */
bool builder_own_column(struct builder *, const char *name, enum column_role);
bool builder_is_group(const struct builder *, const char *name);

/*
 * Makes the rows for each group, and for all of them together, and each period asked for. Of all
 * together there are counts only: other figures are left empty.
 */
void builder_blocks(struct builder *, void (*rows)(struct builder *));
bool builder_of_all(const struct builder *);

/* The rows to come are of that period and group; builder_blocks says so of each. */
void builder_block(struct builder *, size_t period, const char *group);
void builder_row(struct builder *);

/* The same where the row is there, made for result_at. */
void builder_row_in(struct builder *, struct result_row *);
void builder_word(struct builder *, const char *word, const char *label);
void builder_empty(struct builder *);

/* A cell of which is published that it is not. */
void builder_hidden(struct builder *);

/* Like a found row, where the model has no code for it: i is not among the known. */
void builder_found_row(struct builder *, const struct rows *, size_t i);

/* Two lists as one; the first `same` are equal in both, the others in the order of builder_rows. */
struct rows builder_united(struct builder *, struct rows one, struct rows other, size_t same);

/*
 * A value of that column, told apart from the rows of all: one that is called as they are has the
 * name of the column before it.
 */
const char *builder_apart(struct builder *, const char *column, const char *value);

/* A code, "-" for none. */
const char *builder_code(const char *);

/*
 * The row is there only because something was counted: it is taken back when the report is
 * published and no figure of it from that column on is.
 */
void builder_found(struct builder *, size_t column);

/* The measure's entries of the block with that row and column; NULL = all. */
struct quantity builder_quantity(struct builder *, enum measure, const char *row,
    const char *column);
void builder_figure(struct builder *, enum figure_kind, struct quantity of);
void builder_count(struct builder *, enum measure, const char *row, const char *column);
void builder_expected(struct builder *, struct quantity ended, struct quantity since,
    struct quantity until);
void builder_days(struct builder *, long days);	/* of the model */
void builder_share(struct builder *, struct quantity of, struct quantity out_of);

/* How many there are, of them how many, and their share. */
void builder_part(struct builder *, struct quantity of, struct quantity out_of);

/* The label of a code: by the model's text, the definition of a row, or a shared word. */
const char *builder_label(struct builder *, const struct model_text *);
const char *builder_defined(struct builder *, const char *name);

/* The codes of the model, then others among the measure's rows, by bytes, "-" last. */
struct rows builder_rows(struct builder *, const char *const *codes, size_t n, enum measure);
struct rows builder_phases(struct builder *, enum measure);
struct rows builder_domains(struct builder *, enum measure);
const char *builder_unknown(struct builder *, const char *code);
const char *builder_phase_label(struct builder *, const char *code);
const char *builder_domain_label(struct builder *, const char *code);

/*
 * The name of a group's column: in small letters; "client." before it where a table has another
 * column of that name.
 */
char *builder_group_name(const char *field, struct arena *);

#endif
