/* SPDX-License-Identifier: ISC */
#ifndef FASEN_NETWORK_H
#define FASEN_NETWORK_H

#include <stdbool.h>

#include "document.h"
#include "fold.h"
#include "label.h"
#include "text.h"

/* The people around the client, and who gives and receives. */

/*
 * Adds them as one <svg> element with title and description, without XML declaration: the client in
 * the middle, a line to the client from who gives and one back to who receives. False, having added
 * nothing, when there is nobody.
 */
bool network_svg(struct text *to, const struct fold *, enum lang);

/*
 * Writes the picture, where the format has any, and what each gives and receives, as a part of a
 * document.
 */
void network_view(struct document *, const struct fold *);

/* The table alone, or that nobody is recorded. */
void network_table(struct document *, const struct fold *);

#endif
