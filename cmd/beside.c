/* SPDX-License-Identifier: ISC */
#include "beside.h"

#include <unistd.h>

bool
beside_this(const char *program, struct text *path)
{
	char self[4096];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self);

	if (n == (ssize_t)sizeof self)
		return false;
	while (n > 0 && self[n - 1] != '/')
		n--;
	if (n <= 0)
		return false;
	text_add(path, self, (size_t)n);
	text_adds(path, program);
	return true;
}
