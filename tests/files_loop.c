/* SPDX-License-Identifier: ISC */
/*
 * A bare loop that writes, syncs and renames each file, the floor for imports into a directory:
 * files_loop DIRECTORY N writes N files of the size of a new dossier.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int
main(int argc, char **argv)
{
	static char bytes[300];
	char beside[4096], name[4096];
	int directory;

	if (argc != 3 || (directory = open(argv[1], O_RDONLY | O_DIRECTORY)) < 0)
		return 2;
	memset(bytes, 'x', sizeof bytes);
	for (long i = 0; i < atol(argv[2]); i++) {
		int fd;

		snprintf(beside, sizeof beside, "%s/.%ld", argv[1], i);
		snprintf(name, sizeof name, "%s/%ld.txt", argv[1], i);
		fd = open(beside, O_WRONLY | O_CREAT | O_EXCL, 0600);
		if (fd < 0 || write(fd, bytes, sizeof bytes) != (ssize_t)sizeof bytes ||
		    fsync(fd) != 0 || close(fd) != 0 || rename(beside, name) != 0 ||
		    fsync(directory) != 0)
			return 2;
	}
	return 0;
}
