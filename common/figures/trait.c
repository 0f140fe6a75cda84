/* SPDX-License-Identifier: ISC */
#include "trait.h"

#include "definition.h"

const char *const trait_names[] = {
	COL_LEEFTIJDSGROEP, COL_GEMEENTE, COL_VERWIJZER, COL_VORM, COL_PRODUCT
};
