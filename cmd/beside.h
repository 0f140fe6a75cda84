/* SPDX-License-Identifier: ISC */
#ifndef FASEN_BESIDE_H
#define FASEN_BESIDE_H

#include "text.h"

/*
 * Adds the path of a program in the directory where this one is; nothing, and false, when the
 * system does not tell.
 */
bool beside_this(const char *program, struct text *path);

#endif
