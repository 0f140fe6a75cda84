/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TONGUE_H
#define FASEN_TONGUE_H

#include <stddef.h>

/*
 * The language that a text says by its letters, as a tag of BCP 47: the language where one is
 * written in them, such as el, the script alone where several are, such as und-Arab. NULL for
 * Latin and for no letters: which language that is, the letters do not say.
 */

/* A piece of a text in one language; blanks and signs go with the letters on both sides. */
struct tongue {
	const char *language;
	size_t n;		/* bytes */
};

/* The longest one that s begins with. n is 0 for "" alone. */
struct tongue tongue_first(const char *s);

/* Of the whole text: NULL too when it is in several. */
const char *tongue_of(const char *s);

#endif
