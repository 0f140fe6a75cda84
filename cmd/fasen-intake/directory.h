#ifndef FASEN_INTAKE_REGISTRY_H
#define FASEN_INTAKE_REGISTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "client_index.h"
#include "cmdline.h"
#include "draft.h"
#include "problem.h"

/*
 * Where new clients get their dossier: a directory, or standard output when there is none or with
 * -n. The directory is locked (flock) from directory_open to directory_close, so that a second
 * writer waits, and sees whom the first registered before it gives out a number.
 */
struct directory {
	const struct cmdline *call;
	const char *directory;		/* NULL = none */
	int lock;			/* descriptor; -1 = none */
	mode_t mode;			/* of a new dossier */
	struct client_index *known;
	bool shown;			/* a dossier went to standard output */
	int status;			/* 1 when something in the directories was passed over */
};

/* Exits with 2 when the call says how long to wait and there is no directory to wait for. */
void directory_refuse_idle(const struct cmdline *, const char *directory);

/*
 * Locks and reads the directories. Returns false, with problems, when that fails; the registry must
 * be closed all the same.
 */
bool directory_open(struct directory *, const struct cmdline *, const char *directory,
    char *const *known_in, size_t nknown, const char *prefix, struct problems *);

enum registered { REGISTERED, REGISTERED_NOT, REGISTERED_STOP };

/*
 * What the dossier of a new client begins with: the draft, with Aangemeld, Op, Door and Vastgelegd
 * set where they are not, and the model's first phase. Returns the day of registration.
 */
date directory_begin(const struct cmdline *, struct draft *client, struct draft *phase);

/* Adds what fasen-check(1) would find in the client; where that are errors, they alone. */
void directory_judge(const struct cmdline *, const struct draft *client, const struct draft *phase,
    struct problems *);

/* Warns for each known client of the same folded name and date of birth, or of the same BSN. */
void directory_warn_alike(struct directory *, const struct draft *client, const char *id,
    struct problems *);

/* Makes the client known. Returns false when the index fails: client_index_failed. */
bool directory_add(struct directory *, const struct draft *client, const char *id,
    const char *path);

/* An id of our own for a client registered on that day. */
void directory_next_id(struct directory *, date, char to[CLIENT_ID_SIZE]);

/*
 * Writes the dossier: n bytes at s. A file that exists already is REGISTERED_NOT, with a problem of
 * the code "exists"; when it cannot be written it is REGISTERED_STOP. The path, or "", is in *path,
 * which the caller frees.
 */
enum registered directory_write(struct directory *, const char *id, const char *s, size_t n,
    char **path, struct problems *);

/* Says so when what was registered was only shown, on a terminal. */
void directory_close(struct directory *);

#endif
