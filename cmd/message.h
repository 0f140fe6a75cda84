/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MESSAGE_H
#define FASEN_MESSAGE_H

#include "problem.h"
#include "text.h"

/*
 * Messages on stderr, in the form `fasen-x: file:line: error|warning: field: text`,
 * control characters made visible. They never hold the value of a private field.
 */

/*
 * Names the program and chooses the reader's language; holds standard descriptors that were closed.
 * Called once, first.
 */
void message_begin(const char *program);

/*
 * Whether messages are in Dutch: by LANGUAGE, LC_ALL, LC_MESSAGES or LANG, where the catalogue is
 * installed.
 */
bool message_in_dutch(void);

void message_problem(const struct problem *);

/* Prints all of them and empties the list. Returns 2 when one is an error, else 0. */
int message_problems(struct problems *);

/* A message without place: `fasen-x: text`. */
void message(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* That a file could not be read, by errno, after what was read. */
void message_unread(const char *path, const struct text *read);

/* Tells who waits for a lock, and why. */
void message_waiting(const char *path);

/* The same for a wrong call, with a hint at --help; exits with 2. */
void message_usage(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

/*
 * Flushes what a terminal is to show, and says once when something was shown otherwise than it is.
 * The end of the program does so too.
 */
void message_end(void);

#endif
