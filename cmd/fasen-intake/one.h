#ifndef FASEN_INTAKE_ONE_H
#define FASEN_INTAKE_ONE_H

#include "call.h"
#include "import.h"

/* Exits with 2 when the id, or an id with that prefix, is not legal; NULL = not given. */
void one_check_ids(const char *id, const char *prefix);

/* Registers one client, of the fields in the call. `id` NULL = the next one. Returns the exit status. */
int one_register(struct call *, const struct import_options *, const char *id);

#endif
