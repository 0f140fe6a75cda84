#include "column.h"

#define TABLE(name, word) const char TAB_##name[] = word;
#define COLUMN(name, word) const char COL_##name[] = word;
#include "columns.def"
