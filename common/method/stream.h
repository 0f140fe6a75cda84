#ifndef FASEN_STREAM_H
#define FASEN_STREAM_H

#include "dossier.h"

/* Dossiers one after another from a file descriptor; one of them in memory at a time. */
struct stream;

/* `file` is the name for messages and must outlive the dossiers. The descriptor stays the caller's. */
struct stream *stream_open(int fd, const char *file);

/* The same from bytes in memory, which must outlive it. */
struct stream *stream_of(const void *bytes, size_t n, const char *file);

/*
 * Reads the next one into the dossier, which is cleared first. Returns 1; 0 at
 * the end; -1 when reading fails, with errno. All bytes come back in some
 * dossier: those before, between and after that belong to no client in one without id.
 */
int stream_next(struct stream *, struct dossier *);

void stream_free(struct stream *);

#endif
