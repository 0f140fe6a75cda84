#ifndef FASEN_FILE_H
#define FASEN_FILE_H

#include <stdbool.h>

#include "text.h"

/* Adds all that can still be read there, to its end. False when that failed, with an errno. */
bool file_read(int fd, struct text *to);

#endif
