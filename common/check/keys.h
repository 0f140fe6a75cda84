/* SPDX-License-Identifier: ISC */
#ifndef FASEN_KEYS_H
#define FASEN_KEYS_H

#include "fold.h"

/*
 * Adds which keys a dossier has of the kinds (KINDS ends them), to what is said of `word`, which is
 * none: "; expected one of d1 d2; did you mean "d2"?". A key is somebody's text too, so only those
 * that could be a code are shown.
 */
void keys_say(const struct fold *, const enum kind *kinds, const char *word, struct text *why);

#endif
