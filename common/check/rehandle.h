/* SPDX-License-Identifier: ISC */
#ifndef FASEN_REHANDLE_H
#define FASEN_REHANDLE_H

#include <stdbool.h>

#include "handle.h"
#include "problem.h"
#include "version.h"

/*
 * Names what the version takes back by the handles that its records have now: a record in which an
 * id was written anew has another one. A retraction that another one takes back comes first, for
 * its handle changes with it. Equal records stay equal and in their order, so that numbers behind
 * handles stay. Returns false, with an error, when a handle does not stand on one line.
 */
bool rehandle(struct version *, struct problems *);

/* What a record of the version is called as it stands now; `before`: its handles as it was read. */
void rehandle_of(const struct version *, size_t record, const struct handles *before,
    char to[HANDLE_SIZE]);

#endif
