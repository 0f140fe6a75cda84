#ifndef FASEN_TERMINAL_H
#define FASEN_TERMINAL_H

#include <stddef.h>

/* Columns of the terminal that standard output is: $COLUMNS, else what the terminal says, else 80. 0 when it is none. */
size_t terminal_width(void);

#endif
