/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TABLE_OUT_H
#define FASEN_TABLE_OUT_H

#include "cmdline.h"
#include "table_writer.h"

/*
 * A run of tables on standard output, in the language of documents and as wide as the terminal;
 * with headings and what asks for attention in colour where that is one and NO_COLOR is empty.
 */
struct table_writer *table_out(const struct cmdline *, enum table_format);

#endif
