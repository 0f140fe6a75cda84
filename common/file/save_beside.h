/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SAVE_BESIDE_H
#define FASEN_SAVE_BESIDE_H

#include <sys/types.h>

#include "lock.h"

/*
 * The file beside another in which its new content is written: for save.c only. Both return its
 * descriptor, or -1 with errno, and tell unfinished.h, which then has the spot until it forgets.
 */
enum { SAVE_BESIDE_TRIES = 100 };	/* against who makes such files at the same moment */

/*
 * The file beside an edited one has a fixed name, so that what a kill leaves does not pile up.
 * Whoever is writing holds its lock too: a second writer can come this far when an editor replaced
 * the file itself.
 */
int save_beside_fixed(const struct spot *beside, const struct patience *);

/*
 * A new file with the lock of who is writing it, for leftover_sweep; where there are no locks,
 * without. EEXIST when a sweep came between.
 */
int save_beside_new(const struct spot *beside, mode_t);

#endif
