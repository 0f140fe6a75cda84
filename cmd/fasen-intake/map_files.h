/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_MAP_FILES_H
#define FASEN_INTAKE_MAP_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "cmdline.h"
#include "mapping.h"

/* A rule of --map or a file of --map-file, in the order of the call. */
struct map_source {
	const char *value;
	bool file;
};

/*
 * Reads them all. A file is UTF-8, or UTF-16 by its byte order mark, or else in `encoding` (NULL =
 * none). Says what is wrong; the mapping is released then.
 */
bool map_files_read(struct mapping *, const struct map_source *, size_t n, const char *encoding,
    struct cmdline *);

#endif
