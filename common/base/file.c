#include "file.h"

#include <errno.h>
#include <unistd.h>

enum { BLOCK = 16 * 1024 };

bool
file_read(int fd, struct text *to)
{
	ssize_t n;

	while ((n = read(fd, text_room(to, BLOCK), BLOCK)) != 0) {
		if (n > 0)
			text_took(to, (size_t)n);
		else if (errno != EINTR)
			return false;
	}
	return true;
}
