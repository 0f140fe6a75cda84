#include "leftover.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The process in .ID.rec.PID-N.fasen; 0 for another name. */
static pid_t
process_of(const char *name)
{
	const char *rec = name[0] == '.' ? strstr(name + 1, ".rec.") : NULL;
	char *end;
	long pid;

	if (rec == NULL || rec[5] < '1' || rec[5] > '9')
		return 0;
	pid = strtol(rec + 5, &end, 10);
	if (*end != '-' || end[1] < '0' || end[1] > '9')
		return 0;
	strtol(end + 1, &end, 10);
	return strcmp(end, ".fasen") == 0 && pid < 0x7fffffffL ? (pid_t)pid : 0;
}

void
leftover_sweep(const char *directory)
{
	DIR *dir = opendir(directory);
	struct dirent *entry;

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		pid_t pid = process_of(entry->d_name);

		if (pid > 0 && kill(pid, 0) != 0 && errno == ESRCH)
			unlinkat(dirfd(dir), entry->d_name, 0);
	}
	if (dir != NULL)
		closedir(dir);
}
