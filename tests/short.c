/* SPDX-License-Identifier: ISC */
/*
 * short K COMMAND...: runs a command each of whose reads and writes does K bytes at most, as the
 * system may have it. Exits as it does. On x86-64 Linux; elsewhere it exits with 125.
 */
#define _GNU_SOURCE	/* ptrace */
#include <stdlib.h>
#include <unistd.h>

#if defined __x86_64__ && defined __linux__
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>

static int
moves_bytes(unsigned long long call)
{
	return call == SYS_read || call == SYS_write || call == SYS_pread64 || call == SYS_pwrite64;
}

int
main(int argc, char **argv)
{
	unsigned long long most = argc > 2 ? strtoull(argv[1], NULL, 10) : 0;
	struct user_regs_struct regs;
	int status, entry = 1, signal = 0, loading = 1;
	pid_t child;

	if (most == 0 || (child = fork()) < 0)
		return 125;
	if (child == 0) {
		ptrace(PTRACE_TRACEME, 0, NULL, NULL);
		execvp(argv[2], argv + 2);
		_exit(126);
	}
	waitpid(child, &status, 0);
	ptrace(PTRACE_SETOPTIONS, child, NULL, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
	for (;;) {
		ptrace(PTRACE_SYSCALL, child, NULL, signal);
		if (waitpid(child, &status, 0) < 0)
			return 125;
		if (WIFEXITED(status))
			return WEXITSTATUS(status);
		if (WIFSIGNALED(status))
			return 128 + WTERMSIG(status);
		signal = 0;
		if (WSTOPSIG(status) != (SIGTRAP | 0x80)) {
			if (WSTOPSIG(status) == SIGTRAP)	/* exec: a loader first */
				loading = 1;
			else
				signal = WSTOPSIG(status);
			continue;
		}
		if (entry && ptrace(PTRACE_GETREGS, child, NULL, &regs) == 0) {
			loading = loading && regs.orig_rax != SYS_munmap;
			if (!loading && moves_bytes(regs.orig_rax) && regs.rdx > most) {
				regs.rdx = most;
				ptrace(PTRACE_SETREGS, child, NULL, &regs);
			}
		}
		entry = !entry;
	}
}
#else
int
main(void)
{
	return 125;
}
#endif
