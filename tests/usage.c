/* SPDX-License-Identifier: ISC */
/*
 * usage COMMAND: runs it by the shell; prints its exit status, processor seconds, the kilobytes of
 * its largest process, and the seconds that went by.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

int
main(int argc, char **argv)
{
	struct timespec from, to;
	pid_t child;
	struct rusage used;
	int status;

	clock_gettime(CLOCK_MONOTONIC, &from);
	child = argc == 2 ? fork() : -1;
	if (child == 0) {
		execl("/bin/sh", "sh", "-c", argv[1], (char *)NULL);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) != child ||
	    getrusage(RUSAGE_CHILDREN, &used) != 0)
		return 2;
	clock_gettime(CLOCK_MONOTONIC, &to);
	printf("%d %.6f %ld %.6f\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128,
	    seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss,
	    (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9);
	return 0;
}
