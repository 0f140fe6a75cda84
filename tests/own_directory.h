/* SPDX-License-Identifier: ISC */
#ifndef FASEN_OWN_DIRECTORY_H
#define FASEN_OWN_DIRECTORY_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A directory that a test has to itself, in which it then is; made before it and removed after. */
static char own[] = "/tmp/fasen-test-XXXXXX";

static inline void
own_directory_make(void)
{
	strcpy(own + strlen(own) - 6, "XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(own));
	ck_assert_int_eq(chdir(own), 0);
}

static inline void
own_directory_remove(void)
{
	char command[64];

	snprintf(command, sizeof command, "rm -rf %s", own);
	ck_assert_int_eq(system(command), 0);
}

#endif
