/* SPDX-License-Identifier: ISC */
#include "xattr.h"

#ifdef __linux__
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>

#include "alloc.h"

static bool
of_system(const char *name)
{
	return strncmp(name, "security.", 9) == 0 || strncmp(name, "trusted.", 8) == 0;
}

static bool
copy_one(int from, int to, const char *name, char *value)
{
	ssize_t n = fgetxattr(from, name, value, XATTR_SIZE_MAX);

	if (n < 0)
		return errno == ENODATA;
	return fsetxattr(to, name, value, (size_t)n, 0) == 0 || (errno == EPERM && of_system(name));
}

bool
xattr_copy(int from, int to)
{
	char *names, *value;
	ssize_t n = flistxattr(from, NULL, 0);
	bool good = true;
	int error;

	if (n <= 0)
		return n == 0 || errno == ENOTSUP;
	names = alloc_new(XATTR_LIST_MAX, 1);
	value = alloc_new(XATTR_SIZE_MAX, 1);
	n = flistxattr(from, names, XATTR_LIST_MAX);
	good = n >= 0;
	for (const char *name = names; good && name < names + n; name += strlen(name) + 1)
		good = copy_one(from, to, name, value);
	error = errno;
	free(names);
	free(value);
	errno = error;
	return good;
}
#else
bool
xattr_copy(int from, int to)
{
	(void)from;
	(void)to;
	return true;
}
#endif
