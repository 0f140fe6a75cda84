/* SPDX-License-Identifier: ISC */
#include "model_digest.h"

#include <nettle/sha2.h>

static void
write_phase(struct text *to, const struct model *m, const struct model_phase *p)
{
	text_addf(to, "fase\t%s\t%ld\t%d\t%d\n", p->code, p->norm_days, p->core, p->from);
	for (size_t i = 0; i < p->naliases; i++)
		text_addf(to, "alias\t%s\n", p->aliases[i]);
	for (size_t i = 0; i < p->nconditions; i++)
		text_addf(to, "eist\t%s\n", p->conditions[i].source);
	for (size_t i = 0; i < p->nnext; i++)
		text_addf(to, "na\t%s\t%s\n", p->next[i].besluit, m->phases[p->next[i].phase].code);
}

static void
write_codes(struct text *to, const struct model *m)
{
	for (size_t i = 0; i < m->nphases; i++)
		write_phase(to, m, &m->phases[i]);
	for (size_t i = 0; i < m->ndomains; i++)
		text_addf(to, "leefgebied\t%s\n", m->domains[i].code);
	for (size_t i = 0; i < m->nstrengths; i++)
		text_addf(to, "krachtsoort\t%s\n", m->strengths[i].code);
	for (size_t i = 0; i < m->nscales; i++)
		text_addf(to, "schaal\t%s\t%ld\t%ld\n", m->scales[i].code, m->scales[i].min,
		    m->scales[i].max);
	for (size_t i = 0; i < m->nreasons; i++)
		text_addf(to, "reden\t%s\t%s\t%d\t%d\n", m->reasons[i].code, m->reasons[i].national,
		    m->reasons[i].dropout, m->reasons[i].neutral);
	for (size_t i = 0; i < m->nages; i++)
		text_addf(to, "leeftijd\t%ld\n", m->ages[i]);
	for (size_t i = 0; i < m->nfields; i++) {
		const struct schema_field *f = m->fields[i].field;

		text_addf(to, "veld\t%s\t%s\t%d\t%u\t%s\t%d\n", m->fields[i].kind->name, f->name,
		    (int)f->type, f->flags, f->codes == NULL ? "" : f->codes, f->from);
	}
}

static void
write_thresholds(struct text *to, const struct model *m)
{
	const long days[] = { m->evaluation_days, m->keep_years, m->signal_note, m->signal_score,
	    m->signal_waiting, m->signal_aftercare, m->signal_mark, m->signal_indication,
	    m->signal_sharing, m->norm_intake, m->norm_placement };

	text_addf(to, "evaluatie\t%s\n",
	    m->evaluation_from < m->nphases ? m->phases[m->evaluation_from].code : "");
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		text_addf(to, "%ld\n", days[i]);
}

void
model_digest(const struct model *m, struct text *to)
{
	struct sha256_ctx sha;
	uint8_t digest[SHA256_DIGEST_SIZE];
	struct text all = { 0 };

	write_codes(&all, m);
	write_thresholds(&all, m);
	sha256_init(&sha);
	sha256_update(&sha, all.len, (const uint8_t *)text_string(&all));
	sha256_digest(&sha, sizeof digest, digest);
	for (size_t i = 0; i < sizeof digest; i++)
		text_addf(to, "%02x", digest[i]);
	text_release(&all);
}
