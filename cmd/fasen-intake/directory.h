/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_DIRECTORY_H
#define FASEN_INTAKE_DIRECTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "batch.h"
#include "client_index.h"
#include "cmdline.h"
#include "draft.h"
#include "given_ids.h"
#include "problem.h"

/*
 * Where new clients get their dossier: a directory, or standard output when there is none or with
 * -n. The directory is locked (flock) from directory_open to directory_close, so that a second
 * writer waits, and sees whom the first registered before it gives out a number.
 */
struct directory {
	const struct cmdline *call;
	const char *path;		/* NULL = none */
	int lock;			/* descriptor; -1 = none */
	mode_t mode;			/* of a new dossier */
	struct client_index *index;
	size_t number;			/* of the directory there; 0 = none */
	struct given_ids given;
	bool numbers;			/* it gave out ids of its own */
	/* what waits for directory_commit; NULL = nothing is written there */
	struct batch *batch;
	struct text waiting;		/* and the ids of it, each ended by NUL */
	/* dossiers that are there for good, or went to standard output */
	size_t written;
	size_t updated;			/* with -n, of how many clients what changes is out */
	size_t held, held_updates, held_bytes;	/* of both, what is on its way there */
	bool unread;			/* standard output is a pipe that nobody reads any more */
	bool shown;			/* a dossier went to standard output */
	int status;			/* 1 when something in the directories was passed over */
};

/* Exits with 2 when the call says how long to wait and there is no directory to wait for. */
void directory_refuse_idle(const struct cmdline *, const char *directory);

/*
 * Locks and reads the directories. Returns false, with problems, when that fails; the directory
 * must be closed all the same.
 */
bool directory_open(struct directory *, const struct cmdline *, const char *path,
    char *const *known_in, size_t nknown, const char *prefix, struct problems *);

/* An id of our own for a client registered on that day. Returns NULL, or why there is none. */
const char *directory_next_id(struct directory *, date, char to[CLIENT_ID_SIZE]);

enum registered { REGISTERED, REGISTERED_NOT, REGISTERED_STOP };

/*
 * Writes the dossier: n bytes at s. A file that exists already is REGISTERED_NOT, with a problem;
 * when it cannot be written it is REGISTERED_STOP, with a problem (of standard output cmdline_end
 * says it). It is there only after directory_commit, which this one calls when enough waits.
 */
enum registered directory_write(struct directory *, const char *id, const char *s, size_t n,
    struct problems *);

/* With -n: so many bytes of what changes of a client went to standard output. Like the above. */
enum registered directory_shown(struct directory *, size_t n);

/*
 * Puts what waits in its place, prints the paths and sends what was shown. Returns false, with a
 * problem (of standard output cmdline_end says it), when not all of it could be: then no more can
 * be written.
 */
bool directory_commit(struct directory *, struct problems *);

/*
 * Keeps the highest numbers in the directory, also those of a run that was killed before it could.
 * Returns false, with a problem, when it cannot be written.
 */
bool directory_keep_ids(struct directory *, struct problems *);

/* Says so when what was registered was only shown, on a terminal. */
void directory_close(struct directory *);

/* What is known by a draft of the client. */
struct client_keys directory_keys(const struct directory *, const struct draft *client);

/* Makes the client of that id known. */
void directory_add(struct directory *, const char *id, const struct client_keys *);

/*
 * The first id that the draft says was taken over and that cannot have been: that of the client,
 * whose number in the index is CLIENT_NONE for a new one, or of one who has a dossier; NULL = none.
 */
const char *directory_not_replaced(const struct directory *, const struct draft *client, size_t,
    const char *id);

/* What the draft says was taken over is not given again, and means the client of `id` (or NULL). */
void directory_replaces(struct directory *, const struct draft *client, const char *id);

/* Warns of clients of the same folded name and date of birth, or of the same BSN. */
void directory_warn_alike(const struct directory *, const struct client_keys *, const char *id,
    struct problems *);

#endif
