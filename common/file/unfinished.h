/* SPDX-License-Identifier: ISC */
#ifndef FASEN_UNFINISHED_H
#define FASEN_UNFINISHED_H

#include <signal.h>

#include "spot.h"

/*
 * The files that this program is making and that have no place yet. A signal that ends the program
 * takes them away: the text of a client should not stay where nobody looks. Between
 * unfinished_hold and unfinished_let such signals wait, so that there is no moment at which a file
 * is there and not known, or known and already in its place.
 */
enum { UNFINISHED_MOST = 64 };	/* more are left for leftover_sweep */

void unfinished_hold(sigset_t *before);
void unfinished_let(const sigset_t *before);

/* The spot stays the caller's and as it is until unfinished_forget. */
void unfinished_add(const struct spot *);
void unfinished_forget(const struct spot *);

/* Takes them away, for a program that ends. Only what signal-safety(7) allows. */
void unfinished_end(void);

/*
 * Lets SIGHUP, SIGINT, QUIT, TERM, PIPE and XCPU, where they end the program, first take these
 * files away. A file that grows too large is an error of write, and no signal.
 */
void unfinished_watch(void);

#endif
