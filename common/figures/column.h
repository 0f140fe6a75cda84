#ifndef FASEN_COLUMN_H
#define FASEN_COLUMN_H

/*
 * The words of a report as constants, all of them from columns.def: a misspelt one does not
 * compile.
 */
#define TABLE(name, word) extern const char TAB_##name[sizeof word];
#define COLUMN(name, word) extern const char COL_##name[sizeof word];
#include "columns.def"

#endif
