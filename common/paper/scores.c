/* SPDX-License-Identifier: ISC */
#include "scores.h"

#include "measurements.h"
#include "web.h"

void
scores_add(struct text *to, const struct model_scale *scale, long value, enum lang lang)
{
	if (scale->min == 0 || scale->min == 1)
		text_addf(to, "%ld %s %ld", value, label(lang, "out of"), scale->max);
	else
		text_addf(to, "%ld (%ld \xE2\x80\xA6 %ld)", value, scale->min, scale->max);
}

/* Adds "2 out of 5 (5 March 2024)"; nothing for NULL. */
static void
cell_score(struct document *d, const struct model_scale *scale, const struct score *score)
{
	enum lang lang = document_lang(d);
	struct text cell = { 0 };
	char day[LABEL_DATE_SIZE];

	if (score != NULL) {
		scores_add(&cell, scale, score->value, lang);
		text_addf(&cell, " (%s)", label_date(lang, score->op, day));
	} else
		text_adds(&cell, "\xE2\x80\x93");
	document_cell(d, text_string(&cell));
	text_release(&cell);
}

/* Whether a domain was measured more than once on the scale. */
static bool
measured_again(const struct fold *s, const struct model_scale *scale)
{
	for (size_t i = 0; i < s->model->ndomains; i++) {
		struct measurements is = measurements_of(s, s->model->domains[i].code, scale->code);

		if (is.latest != is.first)
			return true;
	}
	return false;
}

static void
write_scale(struct document *d, const struct fold *s, const struct model_scale *scale)
{
	enum lang lang = document_lang(d);
	bool open = false, again = measured_again(s, scale);
	const struct document_column columns[] = {
		{ label(lang, "Life domain"), 4, false },
		{ label(lang, again ? "First" : "Measured"), again ? 4 : 8, false },
		{ label(lang, "Latest"), 4, false }
	};

	for (size_t i = 0; i < s->model->ndomains; i++) {
		const struct model_domain *domain = &s->model->domains[i];
		struct measurements is = measurements_of(s, domain->code, scale->code);

		if (is.first == NULL)
			continue;
		if (!open)
			document_table(d, model_text(&scale->name, lang), columns, again ? 3 : 2);
		open = true;
		document_cell(d, model_text(&domain->name, lang));
		cell_score(d, scale, is.first);
		if (again)
			cell_score(d, scale, is.latest != is.first ? is.latest : NULL);
	}
	if (open)
		document_table_end(d);
}

void
scores_view(struct document *d, const struct fold *s, int level)
{
	struct text svg = { 0 };

	if (s->nscores == 0)
		return;
	document_heading(d, level, label(document_lang(d), "At a glance"));
	if ((document_kind(d) == DOCUMENT_HTML ||
	    (document_kind(d) == DOCUMENT_PDF && level == 2)) &&
	    web_page_svg(&svg, s, document_lang(d)))
		document_picture(d, text_string(&svg), "");
	for (size_t i = 0; i < s->model->nscales; i++)
		write_scale(d, s, &s->model->scales[i]);
	text_release(&svg);
}
