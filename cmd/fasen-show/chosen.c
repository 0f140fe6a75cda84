/* SPDX-License-Identifier: ISC */
#include "show.h"

#include "message.h"
#include "term.h"
#include "view.h"

enum { TERMS = 2 };

/* In front of a view: of all dossiers only those of a team or a support worker get there. */
struct chosen {
	view_show *show;
	void *context;
	struct text sources[TERMS];
	struct term terms[TERMS];
	size_t n;
	bool any, met;		/* a dossier came, one was of them */
	struct attribute_values values;
	struct arena arena;
};

static void
add_term(struct chosen *chosen, const struct cmdline *c, enum slot slot, const char *value)
{
	struct text *source = &chosen->sources[chosen->n], why = { 0 };
	const char *name = schema_name(KIND_CLIENT, slot);

	if (value == NULL)
		return;
	text_addf(source, "%s=", name);
	for (; *value != '\0'; value++)
		text_addf(source, *value == ',' ? "\\%c" : "%c", *value);
	if (!term_read(&chosen->terms[chosen->n++], text_string(source), c->model, c->today,
	    &chosen->arena, &why))
		message_usage("%s: %s", name, text_string(&why));
	text_release(&why);
}

static int
choose(struct view *v, void *context)
{
	struct chosen *chosen = context;

	chosen->any = true;
	for (size_t i = 0; i < chosen->n; i++)
		if (!term_holds(&chosen->terms[i], &v->state, &chosen->values))
			return 0;
	chosen->met = true;
	return chosen->show(v, chosen->context);
}

int
show_run(const struct showing *s, struct view *v, view_show *show, void *context)
{
	struct chosen chosen = { .show = show, .context = context };
	int status;

	add_term(&chosen, s->call, CLIENT_TEAM, s->team);
	add_term(&chosen, s->call, CLIENT_BEGELEIDER, s->worker);
	if (chosen.n == 0)
		return view_run(v, show, context);
	status = view_run(v, choose, &chosen);
	if (chosen.any && !chosen.met) {
		message(_("no client with %s%s%s"), text_string(&chosen.sources[0]),
		    chosen.n > 1 ? " " : "",
		    chosen.n > 1 ? text_string(&chosen.sources[1]) : "");
		status = status > 1 ? status : 1;
	}
	for (size_t i = 0; i < TERMS; i++)
		text_release(&chosen.sources[i]);
	attribute_values_release(&chosen.values);
	arena_release(&chosen.arena);
	return status;
}
