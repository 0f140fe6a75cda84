/*
 * usage COMMAND: runs it by the shell; prints its exit status, processor seconds and the kilobytes
 * of its largest process.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

int
main(int argc, char **argv)
{
	pid_t child = argc == 2 ? fork() : -1;
	struct rusage used;
	int status;

	if (child == 0) {
		execl("/bin/sh", "sh", "-c", argv[1], (char *)NULL);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) != child ||
	    getrusage(RUSAGE_CHILDREN, &used) != 0)
		return 2;
	printf("%d %.6f %ld\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128,
	    seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss);
	return 0;
}
