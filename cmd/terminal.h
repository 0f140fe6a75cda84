/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TERMINAL_H
#define FASEN_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/*
 * Columns of what standard output is shown on: $COLUMNS, else what the terminal says, else 80.
 */
size_t terminal_width(void);

/*
 * Where a command writes what it makes of dossiers: standard output. Where that is a terminal, what
 * is written is kept until it is flushed, and shown by utf8_show_lines, so that nothing in a
 * dossier acts on the terminal. Every message flushes it first; so does message_end.
 */
FILE *terminal_out(void);

/*
 * Writes a text there in lines that fit the width, as it may be shown: `first` before the first
 * line, blanks as wide before the others.
 */
void terminal_hang(const char *first, const char *text);

/* Returns false when standard output fails. Does nothing where it is no terminal. */
bool terminal_flush(void);

/*
 * Sends all that was written; to be called at once where a write failed. Returns false when that or
 * an earlier write failed, with the errno of the first, which is kept: others come over errno
 * before the end of the program says it.
 */
bool terminal_send(void);
int terminal_error(void);	/* 0 = none yet */

/* Whether something was shown otherwise than it is. */
bool terminal_otherwise(void);

#endif
