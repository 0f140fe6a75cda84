/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_WHOLE_H
#define FASEN_WORKBOOK_WHOLE_H

#include <stdbool.h>

/*
 * Whether the file is a whole workbook: an archive of which every part is as its checksum says, and
 * every XML part ends where its first element does. libxlsxwriter does not see it when the disk for
 * its temporary files is full, and packs what there is of them.
 */
bool workbook_whole(const char *path);

#endif
