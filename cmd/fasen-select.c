/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "attribute.h"
#include "cmdline.h"
#include "filter.h"
#include "message.h"
#include "table_writer.h"
#include "term.h"
#include "terminal.h"
#include "unmet.h"

enum { KEY_COUNT = 256, KEY_ATTRIBUTES };

static const struct command_option options[] = {
	{ "invert", no_argument, 'x', NULL, N_("those that do not match") },
	{ "files", no_argument, 'l', NULL, N_("print the names of their files instead") },
	{ "null", no_argument, '0', NULL, N_("with -l: end each name by a NUL") },
	{ "count", no_argument, KEY_COUNT, NULL, N_("print their number instead") },
	{ "attributes", no_argument, KEY_ATTRIBUTES, NULL, N_("print what can be asked") },
	{ NULL, 0, 0, NULL, NULL }
};

static const char *const usage[] = {
	"[-x] [-l [-0] | --count] [OPTION...] [TERM...] [FILE...]",
	"--attributes",
	NULL
};

static const struct command command = {
	.name = "fasen-select",
	.usage = usage,
	.about = N_("Passes on the dossiers for which all terms hold, such as fase=uitvoering or "
	    "'evaluatie.volgende<today+14'."),
	.options = options,
	.is_term = term_is,
	.known = true,
};

struct selection {
	const struct cmdline *call;
	struct term *terms;
	struct attribute_sight *sights;	/* per term: whether some dossier has its field */
	size_t n;
	bool invert, names, count;
	char end;		/* of a name */
	char *last;		/* name that was printed last */
	long matches;
	struct fold state;
	struct attribute_values values;
	struct arena arena;
};

static bool
matches(struct selection *s)
{
	bool all = true;

	for (size_t i = 0; i < s->n; i++) {
		attribute_look(&s->terms[i].attribute, &s->sights[i], s->state.dossier, &s->arena);
		all = term_holds(&s->terms[i], &s->state, &s->values) && all;
	}
	return all != s->invert;
}

static int
choose(struct dossier *d, void *context)
{
	struct selection *s = context;

	if (!fold_day(&s->state, d, s->call->model, s->call->today, s->call->known) || !matches(s))
		return FILTER_DROP;
	s->matches++;
	if (s->names && (s->last == NULL || strcmp(s->last, d->file) != 0)) {
		free(s->last);
		s->last = alloc_copy(d->file);
		fprintf(terminal_out(), "%s%c", d->file, s->end);
	}
	return s->names || s->count ? FILTER_DROP : 0;
}

/* Exits with 2 when one is no term. */
static void
read_terms(struct selection *s, char *const *terms, size_t n)
{
	bool good = true;

	s->terms = alloc_new(n + 1, sizeof *s->terms);
	s->sights = alloc_new(n + 1, sizeof *s->sights);
	for (size_t i = 0; i < n; i++) {
		struct text why = { 0 };

		if (!term_read(&s->terms[i], terms[i], s->call->model, s->call->today,
		    &s->arena, &why)) {
			size_t length = strcspn(terms[i], "=<>~!");

			while (length > 0 && terms[i][length - 1] == ' ')
				length--;
			message("%.*s: %s", (int)length, terms[i], text_string(&why));
			good = false;
		}
		text_release(&why);
	}
	s->n = n;
	if (!good)
		message_usage(_("nothing was read"));
}

/* A name that no table and no dossier knows is a mistake, seen only when all is read. */
static int
say_unmet(const struct selection *s)
{
	int status = 0;

	for (size_t i = 0; i < s->n; i++)
		if (unmet_say(&s->terms[i].attribute, &s->sights[i], NULL) == 2)
			status = 2;
	return status;
}

static void
release(struct selection *s)
{
	free(s->terms);
	free(s->sights);
	free(s->last);
	fold_release(&s->state);
	attribute_values_release(&s->values);
	arena_release(&s->arena);
}

static int
run(struct cmdline *c, struct selection *s)
{
	int status;

	s->call = c;
	read_terms(s, c->terms, c->nterms);
	if (s->names || s->count)
		cmdline_refuse_appending();
	status = filter_run(FILTER_SELECT, c, choose, s, NULL);
	if (s->count)
		fprintf(terminal_out(), "%ld\n", s->matches);
	if (status < 2 && say_unmet(s) == 2)
		status = 2;
	if (status == 0 && s->matches == 0)
		status = 1;
	release(s);
	return status;
}

static void
list_attributes(void)
{
	static const char *const types[] = { [TABLE_WORD] = "text", [TABLE_NUMBER] = "number",
	    [TABLE_DATE] = "date" };
	struct text name = { 0 };
	enum table_type type;
	const char *help;

	for (size_t i = 0; attribute_n(i, &name, &type, &help); i++) {
		const struct schema_field *f = schema_field_named(&schema_kinds[KIND_CLIENT],
		    text_string(&name));
		bool own = f != NULL && schema_declared(f);

		printf("%s\t%s\t%s\n", text_string(&name), types[type], !own ? _(help) :
		    message_in_dutch() ? f->nl : f->en);
	}
	text_release(&name);
}

int
main(int argc, char **argv)
{
	struct cmdline c;
	struct selection s = { .end = '\n' };
	bool null = false, attributes = false;
	int key;

	cmdline_begin(&c, &command, argc, argv);
	while ((key = cmdline_next(&c)) != -1)
		switch (key) {
		case 'x': s.invert = true; break;
		case 'l': s.names = true; break;
		case '0': null = true; break;
		case KEY_COUNT: s.count = true; break;
		case KEY_ATTRIBUTES: attributes = true; break;
		}
	if (s.names && s.count)
		message_usage(_("%s has no effect with %s"), "-l", "--count");
	if (null && !s.names)
		message_usage(_("-0 has no effect without -l"));
	if (null)
		s.end = '\0';
	cmdline_ready(&c);
	if (!attributes)
		return cmdline_end(&c, run(&c, &s));
	if (s.names || s.count || s.invert || c.noperands + c.nterms > 0 || c.files0 != NULL ||
	    c.client != NULL)
		message_usage(_("--attributes stands alone"));
	cmdline_no_known(&c, "--attributes");
	cmdline_refuse_appending();
	list_attributes();
	return cmdline_end(&c, 0);
}
