#include "terminal.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "schema.h"

size_t
terminal_width(void)
{
	const char *columns = getenv("COLUMNS");
	long n;
	struct winsize size;

	if (!isatty(STDOUT_FILENO))
		return 0;
	if (columns != NULL && schema_number(columns, &n) && n > 0)
		return (size_t)n;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return 80;
}
