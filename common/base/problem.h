/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PROBLEM_H
#define FASEN_PROBLEM_H

#include <libintl.h>
#include <stddef.h>
#include <stdbool.h>

/* Marks a text for a person; the commands choose the catalogue. */
#define _(text) gettext(text)
#define N_(text) text

/*
 * What is wrong, as a value: where, which field, what was expected. The text
 * is for a person and never holds the value of a private field.
 */
enum severity { PROBLEM_WARNING = 1, PROBLEM_ERROR = 2 };

struct problem {
	enum severity severity;
	const char *code;	/* fixed word for the kind of problem, of static life: "date",
				   "no-key" */
	const char *file;	/* or NULL */
	long line;		/* from 1; 0 = the file as a whole */
	const char *field;	/* or NULL */
	char *text;		/* all that is to be freed: copies of file and field stand behind */
};

struct problems {
	struct problem *at;
	size_t n, cap;
};

/*
 * What an errno means, in the language of messages also where the C library has no texts in it: the
 * dozens that a user does not meet aside.
 */
const char *problem_errno(int);

/* Adds one; file and field may be NULL and are copied. The text is made as by printf. */
void problems_add(struct problems *, enum severity, const char *code, const char *file,
    long line, const char *field, const char *format, ...)
    __attribute__((format(printf, 7, 8)));

/* Moves one, which the list that it stood in no longer owns. */
void problems_take(struct problems *to, const struct problem *);

/* Moves all of `from` to the end of `to` and leaves `from` empty. */
void problems_move(struct problems *to, struct problems *from);

/* Whether one of them is an error. */
bool problems_error(const struct problems *);

void problems_clear(struct problems *);
void problems_release(struct problems *);

#endif
