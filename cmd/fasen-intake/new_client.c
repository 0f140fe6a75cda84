/* SPDX-License-Identifier: ISC */
#include "new_client.h"

#include "appended.h"
#include "record_one.h"

date
new_client_begin(const struct cmdline *c, struct draft *client, struct draft *phase)
{
	const char *given = draft_text(client, CLIENT_AANGEMELD);
	date day = given != NULL && given[0] != '\0' ? date_parse(given) : DATE_NONE;
	char to[DATE_SIZE];

	if (day == DATE_NONE)
		day = cmdline_op(c);
	date_format(day, to);
	if (given == NULL || given[0] == '\0')
		draft_put(client, CLIENT_AANGEMELD, to);
	if (draft_text(client, SLOT_OP) == NULL)
		draft_put(client, SLOT_OP, to);
	record_one_sign(c, client);
	draft_renew(phase, KIND_FASE);
	draft_put(phase, SLOT_OP, to);
	draft_put(phase, FASE_FASE, c->model->phases[0].code);
	draft_put(phase, SLOT_DOOR, draft_text(client, SLOT_DOOR));
	record_one_sign(c, phase);
	return day;
}

void
new_client_judge(const struct cmdline *c, const struct draft *client, const struct draft *phase,
    struct problems *problems)
{
	struct dossier d = { .id = "x" };
	struct problems found = { 0 };
	struct fold s = { 0 };
	bool good;

	dossier_append(&d, client);
	dossier_append(&d, phase);
	good = appended_judge(&d, c->model, c->today, &s, &found);
	for (size_t i = 0; i < found.n; i++) {
		const struct problem *p = &found.at[i];

		if (dossier_appended_at(&d, p->line) == 0 && (good || p->severity == PROBLEM_ERROR))
			problems_add(problems, p->severity, p->code, NULL, 0, p->field, "%s",
			    p->text);
	}
	problems_release(&found);
	fold_release(&s);
	dossier_release(&d);
}
