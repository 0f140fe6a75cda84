/* SPDX-License-Identifier: ISC */
#include "partial.h"

#include <string.h>

#include "group.h"
#include "model_digest.h"

void
partial_ids_begin(struct partial_ids *ids)
{
	sha256_init(&ids->sha);
	ids->n = 0;
}

void
partial_ids_add(struct partial_ids *ids, const char *id)
{
	sha256_update(&ids->sha, strlen(id), (const uint8_t *)id);
	sha256_update(&ids->sha, 1, (const uint8_t *)"\n");
	ids->n++;
}

void
partial_ids_end(struct partial_ids *ids, struct report *r)
{
	uint8_t digest[SHA256_DIGEST_SIZE];
	char name[REPORT_PART];

	sha256_digest(&ids->sha, sizeof digest, digest);
	for (size_t i = 0; i < sizeof digest; i++)
		sprintf(name + 2 * i, "%02x", digest[i]);
	if (ids->n > 0)
		report_add_part(r, name);
}

static void
write_date(struct text *to, date d, date none)
{
	char day[DATE_SIZE];

	text_adds(to, d == none ? "-" : date_format(d, day));
}

void
partial_write_head(struct text *to, const struct report *r)
{
	size_t i;

	text_adds(to, "fasen-partial\t" PARTIAL_VERSION "\nmodel\t");
	model_digest(r->model, to);
	text_adds(to, "\nbekend\t");
	write_date(to, r->known, DATE_LAST);
	text_adds(to, "\ngroep");
	for (i = 0; i < r->ngroups; i++)
		text_addf(to, "\t%s", r->groups[i].name);
	text_addc(to, '\n');
	for (i = 0; i < r->nperiods; i++) {
		const struct report_period *p = &r->periods[i];

		text_addf(to, "periode\t%s\t", p->period.name);
		write_date(to, p->period.from, DATE_NONE);
		text_addc(to, '\t');
		write_date(to, p->period.to, DATE_NONE);
		text_addc(to, '\t');
		write_date(to, p->at, DATE_NONE);
		text_addf(to, "\t%s\t%s\n", schema_yes(p->asked),
		    p->before == (size_t)-1 ? "-" : r->periods[p->before].period.name);
	}
}

/* What names a row or column; the sum over all of them as an escape that no value has. */
static void
write_name(struct text *to, const char *name, bool over)
{
	if (over)
		text_adds(to, PARTIAL_SUM);
	else
		group_write(to, name);
	text_addc(to, '\t');
}

/* Whether the fields that only dossiers know were met. Returns the number of lines. */
static size_t
write_sights(struct text *to, const struct report *r)
{
	size_t lines = 0;

	for (size_t i = 0; i < r->ngroups; i++) {
		const struct group_by *by = &r->groups[i];

		if (!by->attribute.loose)
			continue;
		text_addf(to, "veld\t%s\t%s\n", by->name, by->sight.met ||
		    by->sight.looked ? schema_yes(by->sight.met) : "-");
		lines++;
	}
	return lines;
}

static size_t
write_dossiers(struct text *to, const struct report *r)
{
	const struct report_dossiers *d = &r->dossiers;
	size_t lines = 1;

	text_addf(to, "dossiers\t%ld\t%ld\t%ld\t%ld\t%d\n", d->read, d->counted, d->unreadable,
	    d->doubles, d->status);
	for (const char *at = text_string(&r->unreadable); *at != '\0'; lines++) {
		size_t n = strcspn(at, "\n") + 1;

		text_adds(to, "onleesbaar\t");
		text_add(to, at, n);
		at += n;
	}
	return lines;
}

static void
write_number(struct text *to, long number)
{
	text_addc(to, '\t');
	text_addn(to, number);
}

void
partial_write(struct text *to, const struct report *r, struct tally *tally)
{
	size_t i, j, n, lines;
	const struct tally_entry *const *e = tally_entries(tally, &n);

	partial_write_head(to, r);
	lines = write_dossiers(to, r);
	for (i = 0; i < r->nparts; i++, lines++)
		text_addf(to, "deel\t%s\n", r->parts[i]);
	lines += write_sights(to, r);
	for (i = 0; i < n; i++) {
		const struct tally_key *k = &e[i]->key;

		if (e[i]->ncounts == 0 && e[i]->persons == 0)
			continue;
		lines++;
		text_addf(to, "%s\t%s\t", measure_about(k->measure)->name,
		    r->periods[k->period].period.name);
		if (r->ngroups > 0)
			text_addf(to, "%s\t", k->group);
		write_name(to, k->row, k->over & OVER_ROWS);
		write_name(to, k->column, k->over & OVER_COLUMNS);
		text_addn(to, e[i]->persons);
		write_number(to, e[i]->alone);
		for (j = 0; j < e[i]->ncounts; j++) {
			write_number(to, e[i]->counts[j].value);
			write_number(to, e[i]->counts[j].n);
		}
		text_addc(to, '\n');
	}
	text_addf(to, "einde\t%zu\n", lines);
}
