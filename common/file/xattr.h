/* SPDX-License-Identifier: ISC */
#ifndef FASEN_XATTR_H
#define FASEN_XATTR_H

#include <stdbool.h>

/*
 * Gives a file the extended attributes of another, access lists among them, where the system has
 * such; those that only the system gives are left to it. Returns false with errno when one cannot
 * be read or given.
 */
bool xattr_copy(int from, int to);

#endif
