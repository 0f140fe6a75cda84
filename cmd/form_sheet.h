#ifndef FASEN_FORM_SHEET_H
#define FASEN_FORM_SHEET_H

#include "cmdline.h"
#include "document.h"
#include "fold.h"

/*
 * Forms as papers with lines to write on, to be filled in by client and worker together: what is
 * known is filled in (`state` NULL: nothing is). They ask for less than the text of form.h, in the
 * words of the client.
 */
struct sheet {
	const struct cmdline *call;
	struct document *document;
	const struct fold *state;
	const char *client;		/* id; "" when it is not known */
};

typedef void sheet_layout(const struct sheet *);

/* A registration; a personal description; a plan; an evaluation. */
void sheet_registration(const struct sheet *);
void sheet_description(const struct sheet *);
void sheet_plan(const struct sheet *);
void sheet_evaluation(const struct sheet *);

/*
 * Prints such a form in the format that -T asks for, which is html or pdf (another exits with 2):
 * an empty one without operands, else one for each dossier. `title` is its English. Returns the
 * exit status.
 */
int sheet_run(const struct cmdline *, const char *title, sheet_layout *);

#endif
