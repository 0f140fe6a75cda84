/* SPDX-License-Identifier: ISC */
#include "command.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "problem.h"

/* In the order in which --help=all tells of them. */
static const struct {
	enum { ALL, FILTERS, LOCKS, FORMATS, HANDLES, KNOWN } of;
	struct command_option option;
} shared[] = {
	{ ALL, { "client", required_argument, 'c', "ID", N_("only this client") } },
	{ FILTERS, { "in-place", no_argument, 'i', NULL, N_("write each file in place") } },
	{ FILTERS, { "all", no_argument, COMMAND_ALL, NULL,
	    N_("with -i: over several dossiers") } },
	{ FILTERS, { "dry-run", no_argument, 'n', NULL,
	    N_("print only the records that would be added") } },
	{ FILTERS, { "date", required_argument, COMMAND_DATE, "DATE",
	    N_("date from which it holds; today if not given") } },
	{ LOCKS, { "wait", required_argument, COMMAND_WAIT, "SECONDS",
	    N_("to wait for a file that another program has locked; 60 if not given") } },
	{ FORMATS, { "format", required_argument, 'T', "FORMAT", NULL } },
	{ HANDLES, { "handles", no_argument, COMMAND_HANDLES, NULL,
	    N_("what each record is called, for fasen-retract") } },
	{ KNOWN, { "known", required_argument, COMMAND_KNOWN, "DATE",
	    N_("as known on that day, without what came later") } },
	{ ALL, { "files0-from", required_argument, COMMAND_FILES0, "F",
	    N_("operands from F, each ended by a NUL") } },
	{ ALL, { "model", required_argument, 'm', "FILE",
	    N_("the method as data, in place of $FASEN_MODEL or the default") } },
	{ ALL, { "today", required_argument, COMMAND_TODAY, "DATE",
	    N_("in place of the clock") } },
	{ ALL, { "by", required_argument, COMMAND_BY, "WHO",
	    N_("who records; $FASEN_BY or the login name if not given") } },
	{ ALL, { "lang", required_argument, COMMAND_LANG, "nl|en",
	    N_("language of documents; the model's if not given") } },
	{ ALL, { "help", optional_argument, 'h', "all",
	    N_("how it is called, of a verb that is given; all options") } },
	{ ALL, { "version", no_argument, 'V', NULL, N_("the version") } },
};

const struct command_option *
command_shared(const struct command *k, size_t *i)
{
	const bool has[] = { [ALL] = true, [FILTERS] = k->filter, [LOCKS] = k->filter || k->locks,
	    [FORMATS] = k->formats, [HANDLES] = k->handles, [KNOWN] = k->known };

	while (*i < sizeof shared / sizeof *shared && !has[shared[*i].of])
		(*i)++;
	return *i < sizeof shared / sizeof *shared ? &shared[(*i)++].option : NULL;
}

const struct command_option *
command_option(const struct command *k, int key)
{
	const struct command_option *o = k->options;
	size_t i = 0;

	while (o->name != NULL && o->key != key)
		o++;
	if (o->name == NULL)
		while ((o = command_shared(k, &i)) != NULL && o->key != key)
			;
	return o;
}

const struct command_verb *
command_verb(const struct command *k, int key)
{
	const struct command_verb *v = k->verbs;

	while (v != NULL && v->key != 0 && v->key != key)
		v++;
	return v != NULL && v->key != 0 ? v : NULL;
}

const struct schema_field *
command_own_next(enum kind kind, const struct schema_field *before)
{
	const struct schema_field *f = schema_next(&schema_kinds[kind], before);

	while (f != NULL && !schema_declared(f))
		f = schema_next(&schema_kinds[kind], f);
	return f;
}

const struct schema_field *
command_field(const struct command *k, const char *name)
{
	const struct schema_field *f = NULL;

	for (size_t i = 0; f == NULL && k->kinds != NULL && k->kinds[i] != KINDS; i++)
		f = schema_field_named(&schema_kinds[k->kinds[i]], name);
	for (size_t i = 0; f == NULL && k->own_kinds != NULL && k->own_kinds[i] != KINDS; i++)
		f = schema_field_named(&schema_kinds[k->own_kinds[i]], name);
	return f;
}

char *
command_field_option(const char *field)
{
	char *name = alloc_copy(field), *s;

	for (s = name; *s != '\0'; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s - 'A' + 'a');
	return name;
}

bool
command_own_option(const struct command *command, const char *field)
{
	const struct command_option *o;

	for (o = command->options; o->name != NULL; o++)
		if (strcasecmp(o->name, field) == 0)
			return true;
	return false;
}

bool
command_verb_gives(const struct command *command, const struct command_verb *verb,
    enum kind kind, enum slot slot)
{
	bool all = false;

	if (verb != NULL)
		return verb->slot == slot || verb->also == slot;
	for (verb = command->verbs; verb != NULL && verb->key != 0; verb++)
		if (verb->kind == kind) {
			if (!command_verb_gives(command, verb, kind, slot))
				return false;
			all = true;
		}
	return all;
}

/* Adds the word, and a blank, unless it is among them already. */
static void
add_once(struct text *to, const char *word, size_t n)
{
	const char *s = text_string(to);

	for (size_t length; (length = strcspn(s, " ")) > 0; s += length + 1)
		if (length == n && memcmp(s, word, n) == 0)
			return;
	text_add(to, word, n);
	text_addc(to, ' ');
}

void
command_add_usage(struct text *to, const struct command *k, const char *option)
{
	size_t n = strlen(option);

	for (size_t i = 0; k->usage[i] != NULL; i++) {
		const char *at = strstr(k->usage[i], option);

		if (at == NULL || (at[n] != ' ' && at[n] != '='))
			continue;
		for (at += n + 1; *at >= 'a' && *at <= 'z'; at += *at == '|') {
			size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789");

			add_once(to, at, length);
			at += length;
		}
	}
	if (to->len == 0 && strcmp(option, "-T") == 0)
		text_adds(to, "text tsv csv json ");
}

bool
command_speaks(const char *usage, const char *option)
{
	size_t n = strlen(option);

	for (const char *at = strstr(usage, option); at != NULL; at = strstr(at + n, option))
		if (at[n] == '\0' || strchr("=[]| ", at[n]) != NULL)
			return true;
	return false;
}

/* Whether the verb amends a goal, and so an action as well, and that is a field of it. */
static bool
amends_action(const struct command_verb *v, const char *name)
{
	const struct schema_field *f = schema_field_named(&schema_kinds[KIND_WERKPUNT], name);

	return v->kind == KIND_DOEL && v->also == DOEL_DOEL && f != NULL &&
	    f->type != FIELD_ID;
}

/* Whether a line of the synopsis speaks of both. */
static bool
beside_verb(const struct command *k, const char *verb, const char *option)
{
	for (size_t i = 0; k->usage[i] != NULL; i++)
		if (command_speaks(k->usage[i], verb) && command_speaks(k->usage[i], option))
			return true;
	return false;
}

void
command_add_verbs(struct text *to, const struct command *k, const struct schema_field *f)
{
	struct text verb = { 0 }, option = { 0 };
	char *name = command_field_option(f->name);

	text_addf(&option, "--%s", name);
	for (const struct command_verb *v = k->verbs; v != NULL && v->key != 0; v++) {
		const struct command_option *o = command_option(k, v->key);
		const struct schema_field *own = v->kind == KIND_OTHER ? NULL :
		    schema_field_named(&schema_kinds[v->kind], f->name);

		text_clear(&verb);
		text_addf(&verb, "--%s", o->name);
		if ((own != NULL && !command_verb_gives(k, v, v->kind, own->slot)) ||
		    amends_action(v, f->name) ||
		    beside_verb(k, text_string(&verb), text_string(&option)))
			text_addf(to, "%s ", o->name);
	}
	free(name);
	text_release(&verb);
	text_release(&option);
}
