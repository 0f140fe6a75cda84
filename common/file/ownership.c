/* SPDX-License-Identifier: ISC */
#include "ownership.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif
#include <unistd.h>

#include "problem.h"
#include "text.h"

#ifdef __linux__

static const char access_list[] = "system.posix_acl_access";

static bool
begins(const char *name, const char *with)
{
	return strncmp(name, with, strlen(with)) == 0;
}

static bool
copy(int from, int to, const char *name, struct text *value)
{
	ssize_t n = fgetxattr(from, name, NULL, 0);
	char *at = n >= 0 ? text_room(value, (size_t)n + 1) : NULL;

	if (n > 0)
		n = fgetxattr(from, name, at, (size_t)n);
	if (n < 0)
		return errno == ENODATA;
	return fsetxattr(to, name, at, (size_t)n, 0) == 0;
}

static ssize_t
names_of(int fd, struct text *names)
{
	ssize_t n = flistxattr(fd, NULL, 0);

	return n <= 0 ? n : flistxattr(fd, text_room(names, (size_t)n + 1), (size_t)n);
}

/* Sets *listed to whether there is an access list, from which the mode then follows. */
static bool
copy_extended(int from, int to, bool *listed)
{
	struct text names = { 0 }, value = { 0 };
	ssize_t n = names_of(from, &names);
	bool good = n >= 0 || errno == ENOTSUP;

	*listed = false;
	if (n > 0)
		text_took(&names, (size_t)n);
	for (const char *at = names.at; good && at != NULL && at < names.at + names.len;
	    at += strlen(at) + 1) {
		*listed = *listed || strcmp(at, access_list) == 0;
		if (begins(at, "user.") || begins(at, "system."))
			good = copy(from, to, at, &value);
		else if (strcmp(at, "security.selinux") == 0)
			copy(from, to, at, &value);
	}
	if (good && !*listed)
		good = fremovexattr(to, access_list) == 0 || errno == ENODATA || errno == ENOTSUP;
	text_release(&names);
	text_release(&value);
	return good;
}

#else

static bool
copy_extended(int from, int to, bool *listed)
{
	(void)from, (void)to;
	*listed = false;
	return true;
}

#endif

/*
 * Group first: changing it takes away mode bits, and a mode must not open the file to the wrong
 * group, nor to one that the access list shuts out.
 */
const char *
ownership_take(int to, int from, const struct stat *old)
{
	struct stat st;
	bool listed;

	if (fstat(to, &st) != 0)
		return problem_errno(errno);
	if (st.st_uid != old->st_uid && fchown(to, old->st_uid, old->st_gid) == 0)
		st.st_gid = old->st_gid;
	if (st.st_gid != old->st_gid && fchown(to, (uid_t)-1, old->st_gid) != 0)
		return _("its group cannot be kept; nothing was written");
	if (!copy_extended(from, to, &listed))
		return _("its extended attributes cannot be kept; nothing was written");
	return listed || fchmod(to, old->st_mode & 07777) == 0 ? NULL : problem_errno(errno);
}
