#ifndef FASEN_BUILDER_H
#define FASEN_BUILDER_H

#include "build.h"
#include "definition.h"

/* The table being made; shared by the files of build only. */
struct builder {
	const struct report *report;
	struct tally *tally, *rows;	/* what the figures are made of; what rows there are */
	const struct build_eye *eye;
	struct sheets *sheets;
	struct sheet *sheet;
	struct sheet_row *row;
	size_t column;			/* the next cell of the row */
	size_t period;
	const char *group;
	const char **groups;
	size_t ngroups;
};

/* A list of codes that name rows. */
struct rows {
	const char **at;
	size_t n, known;	/* the first `known` are there in any case */
};

/* Begins a table with the columns of period and groups. */
void build_table(struct builder *, const char *view, enum sheet_chart);
struct column *build_column(struct builder *, const char *name, enum cell_type, enum column_role);

/*
 * A column of a client's field, that --group may have made already: then false, and a row has the value
 * once. build_is_group says so when rows are made.
 */
bool build_own_column(struct builder *, const char *name, enum column_role);
bool build_is_group(const struct builder *, const char *name);

/* Makes the rows for each group and each period asked for. */
void build_blocks(struct builder *, void (*rows)(struct builder *));

void build_row(struct builder *);
void build_word(struct builder *, const char *word, const char *label);
void build_empty(struct builder *);

/* A cell of which is published that it is not. */
void build_hidden(struct builder *);

/*
 * The row is there only because something was counted: it is taken back when the report is
 * published and no figure of it from that column on is.
 */
void build_found(struct builder *, size_t column);

/* The measure's entries of the block with that row and column; NULL = all. */
struct quantity build_quantity(struct builder *, enum measure, const char *row, const char *column);
void build_figure(struct builder *, enum figure_kind, struct quantity of);
void build_count(struct builder *, enum measure, const char *row, const char *column);
void build_share(struct builder *, struct quantity of, struct quantity out_of);

/* The label of a code: by the model's text, the definition of a row, or a shared word. */
const char *build_label(struct builder *, const struct model_text *);
const char *build_defined(struct builder *, const char *name);

/* The codes of the model, then others among the measure's rows, by bytes, "-" last. */
struct rows build_rows(struct builder *, const char *const *codes, size_t n, enum measure);
struct rows build_phases(struct builder *, enum measure);
struct rows build_domains(struct builder *, enum measure);
const char *build_phase_label(struct builder *, const char *code);
const char *build_domain_label(struct builder *, const char *code);

/* What each view adds. */
void build_summary(struct builder *);
void build_flow(struct builder *);
void build_waiting(struct builder *);
void build_lead_time(struct builder *);
void build_caseload(struct builder *);
void build_progress(struct builder *);
void build_goals(struct builder *);
void build_outflow(struct builder *);
void build_principles(struct builder *);
void build_quality(struct builder *);

#endif
