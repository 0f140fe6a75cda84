/* SPDX-License-Identifier: ISC */
#ifndef FASEN_UNMET_H
#define FASEN_UNMET_H

#include "attribute.h"

/*
 * Says of a name that no dossier has, when all are read: an error, or of toestemming.NAME a
 * warning. `option` is what named it, or NULL. Returns 2 for an error, else 0.
 */
int unmet_say(const struct attribute *, const struct attribute_sight *, const char *option);

#endif
