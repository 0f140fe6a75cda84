/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TRAIT_H
#define FASEN_TRAIT_H

/* What a client is counted by in the table kenmerken; trait_names are its rows. */
enum trait { TRAIT_AGE, TRAIT_GEMEENTE, TRAIT_VERWIJZER, TRAIT_VORM, TRAIT_PRODUCT, TRAITS };

extern const char *const trait_names[TRAITS];

#endif
