#include "registry.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "leftover.h"
#include "memory.h"
#include "recording.h"
#include "save.h"
#include "text.h"

enum { WEEKS_MIN = 6, ALIKE_MAX = 5 };

static bool
fail(const char *path, struct problems *problems)
{
	problems_add(problems, PROBLEM_ERROR, "directory", path, 0, NULL, "%s", strerror(errno));
	return false;
}

static bool
lock(struct registry *r, struct problems *problems)
{
	struct stat st;
	int got;

	r->lock = open(r->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (r->lock < 0 || fstat(r->lock, &st) != 0)
		return fail(r->directory, problems);
	while ((got = flock(r->lock, LOCK_EX)) != 0 && errno == EINTR)
		;
	if (got != 0)
		return fail(r->directory, problems);
	r->mode = st.st_mode & S_IWGRP ? 0660 : 0600;
	leftover_sweep(r->directory);
	return true;
}

bool
registry_open(struct registry *r, const struct call *c, const char *directory, char *const *known_in, size_t nknown,
    const char *prefix, struct problems *problems)
{
	const char *temporary = getenv("TMPDIR");
	size_t i;

	*r = (struct registry){ .call = c, .directory = directory, .lock = -1, .mode = 0600 };
	if (directory != NULL && !lock(r, problems))
		return false;
	r->known = known_open(temporary != NULL && temporary[0] != '\0' ? temporary : "/tmp", prefix, problems);
	if (r->known == NULL || (directory != NULL && !known_scan(r->known, directory, problems)))
		return false;
	for (i = 0; i < nknown; i++)
		if (!known_scan(r->known, known_in[i], problems))
			return false;
	return true;
}

date
registry_begin(const struct call *c, struct draft *client, struct draft *phase)
{
	const char *given = draft_value(client, "Aangemeld");
	date day = given != NULL && given[0] != '\0' ? date_parse(given) : call_op(c);
	char to[DATE_SIZE];

	date_format(day, to);
	draft_set(client, "Aangemeld", to);
	if (draft_value(client, "Op") == NULL)
		draft_set(client, "Op", to);
	recording_sign(c, client);
	draft_begin(phase, "fase");
	draft_set(phase, "Op", to);
	draft_set(phase, "Fase", c->model->phases[0].code);
	draft_set(phase, "Door", draft_value(client, "Door"));
	recording_sign(c, phase);
	return day;
}

static bool
lacks(const struct draft *d, const char *field)
{
	const char *value = draft_value(d, field);

	return value == NULL || value[strspn(value, " \t\n")] == '\0';
}

bool
registry_check(const struct draft *client, struct problems *problems)
{
	const struct schema_field *f;
	const char *weeks = draft_value(client, "Verwachte_weken");
	bool good = true;
	long number;
	size_t i, domains = 0;

	for (f = client->kind->fields; f->name != NULL; f++)
		if (f->flags & FIELD_REQUIRED && strcmp(f->name, "Aangemeld") != 0 && lacks(client, f->name)) {
			problems_add(problems, PROBLEM_ERROR, "missing", NULL, 0, f->name, _("empty; a new client needs it"));
			good = false;
		}
	if (!lacks(client, "Geboren") && date_parse(draft_value(client, "Geboren")) > date_parse(draft_value(client, "Aangemeld"))) {
		problems_add(problems, PROBLEM_ERROR, "order", NULL, 0, "Geboren",
		    _("is after the registration; expected a date before it"));
		good = false;
	}
	for (i = 0; i < client->n; i++)
		domains += strcmp(client->fields[i].name, "Vraag") == 0;
	if (domains < 2)
		problems_add(problems, PROBLEM_WARNING, "fit", NULL, 0, "Vraag",
		    _("the method is for questions on several life domains; %zu asked about"), domains);
	if (weeks != NULL && schema_number(weeks, &number) && number < WEEKS_MIN)
		problems_add(problems, PROBLEM_WARNING, "fit", NULL, 0, "Verwachte_weken",
		    _("the method is for guidance of at least %d weeks; expected are %ld"), WEEKS_MIN, number);
	return good;
}

void
registry_warn_alike(struct registry *r, const struct draft *client, const char *id, struct problems *problems)
{
	struct known_facts person = { draft_value(client, "Naam"), draft_value(client, "Geboren"), NULL, NULL };
	struct known_facts number = { NULL, NULL, draft_value(client, "BSN"), NULL };
	struct known_client other;
	size_t i, n;

	for (i = n = 0; n < ALIKE_MAX && known_alike(r->known, &person, &i, &other); n++)
		problems_add(problems, PROBLEM_WARNING, "alike", NULL, 0, "Naam",
		    _("%s is likely the same person as %s: the same name and date of birth"), id, other.id);
	for (i = 0; n < ALIKE_MAX && known_alike(r->known, &number, &i, &other); n++)
		problems_add(problems, PROBLEM_WARNING, "alike", NULL, 0, "BSN",
		    _("%s is likely the same person as %s: the same number"), id, other.id);
}

bool
registry_add(struct registry *r, const struct draft *client, const char *id, const char *path)
{
	struct known_facts facts = {
		draft_value(client, "Naam"), draft_value(client, "Geboren"), draft_value(client, "BSN"),
		draft_value(client, "Extern"),
	};

	return known_add(r->known, id, path, &facts);
}

static void
add_path(const struct registry *r, const char *id, struct text *to)
{
	text_addf(to, "%s%s%s.rec", r->directory, r->directory[strlen(r->directory) - 1] == '/' ? "" : "/", id);
}

void
registry_next_id(struct registry *r, date day, char to[KNOWN_ID_SIZE])
{
	struct text path = { 0 };
	char on[DATE_SIZE];

	date_format(day, on);
	on[5] = '\0';	/* the year and the dash */
	for (known_next_id(r->known, on, to); r->directory != NULL; known_next_id(r->known, on, to)) {
		text_clear(&path);
		add_path(r, to, &path);
		if (access(text_string(&path), F_OK) != 0)
			break;
		known_taken(r->known, to);
	}
	text_release(&path);
}

enum registered
registry_write(struct registry *r, const char *id, const char *s, size_t n, char **path, struct problems *problems)
{
	struct text name = { 0 };
	struct save *save;
	bool done;

	*path = memory_copy("");
	if (r->directory == NULL || r->call->dry) {
		if (fwrite(s, 1, n, stdout) == n)
			return REGISTERED;
		if (errno != EPIPE)
			problems_add(problems, PROBLEM_ERROR, "write", NULL, 0, _("standard output"), "%s", strerror(errno));
		return REGISTERED_STOP;
	}
	add_path(r, id, &name);
	free(*path);
	*path = text_take(&name);
	if (access(*path, F_OK) == 0) {
		problems_add(problems, PROBLEM_ERROR, "exists", *path, 0, NULL, _("exists already; nothing was written"));
		return REGISTERED_NOT;
	}
	save = save_create(*path, r->mode, problems);
	errno = 0;
	done = save != NULL && save_write(save, s, n, problems);
	if (done)
		done = save_commit(save, problems);
	else
		save_discard(save);
	return done ? REGISTERED : errno == EEXIST ? REGISTERED_NOT : REGISTERED_STOP;
}

void
registry_close(struct registry *r)
{
	known_free(r->known);
	if (r->lock >= 0)
		close(r->lock);
}
