/* SPDX-License-Identifier: ISC */
#include "placing.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "file.h"

static bool
status_of(const struct spot *p, struct stat *st)
{
	return fstatat(p->directory, p->name, st, AT_SYMLINK_NOFOLLOW) == 0;
}

bool
placing_same(const struct spot *p, const struct stat *old)
{
	struct stat st;

	return status_of(p, &st) && file_same(&st, old) && st.st_size == old->st_size &&
	    st.st_mtim.tv_sec == old->st_mtim.tv_sec && st.st_mtim.tv_nsec == old->st_mtim.tv_nsec;
}

bool
placing_own(const struct spot *p, int fd)
{
	struct stat own, named;

	return fstat(fd, &own) == 0 && status_of(p, &named) && file_same(&own, &named);
}

enum placed
placing_put(const struct spot *beside, int fd, const struct spot *file, const struct stat *old)
{
	if (old == NULL)
		return spot_move_new(beside, file) ? PLACED :
		    errno == EEXIST ? PLACED_CHANGED : PLACED_NOT;
	if (!spot_exchange(beside, file)) {
		if (errno != EINVAL && errno != ENOSYS)
			return PLACED_NOT;
		return spot_move(beside, file) ? PLACED : PLACED_NOT;
	}
	if (placing_same(beside, old))
		return unlinkat(beside->directory, beside->name, 0) == 0 ? PLACED :
		    PLACED_UNCONFIRMED;
	if (spot_exchange(beside, file) && !placing_own(beside, fd))
		spot_exchange(beside, file);
	return PLACED_CHANGED;
}
