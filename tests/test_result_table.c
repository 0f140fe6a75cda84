/* SPDX-License-Identifier: ISC */
#include "result_table.h"

#include <stdio.h>
#include <string.h>

#include "unit.h"

static const char *
written(enum cell_type type, long number, bool shown)
{
	static struct text t;
	struct cell c = { .type = type, .number = number, .word = "code", .label = "Naam" };

	text_clear(&t);
	if (shown)
		cell_show(&c, LANG_NL, &t);
	else
		cell_write(&c, &t);
	return text_string(&t);
}

START_TEST(cells_are_exact)
{
	ck_assert_str_eq(written(CELL_EMPTY, 5, false), "");
	ck_assert_str_eq(written(CELL_HIDDEN, 5, false), "x");
	ck_assert_str_eq(written(CELL_WORD, 0, false), "code");
	ck_assert_str_eq(written(CELL_WORD, 0, true), "Naam");
	ck_assert_str_eq(written(CELL_COUNT, -3, false), "-3");
	ck_assert_str_eq(written(CELL_PERCENT, 1000, false), "100.0");
	ck_assert_str_eq(written(CELL_PERCENT, -5, false), "-0.5");
	ck_assert_str_eq(written(CELL_PERCENT, 455, true), "45,5");
	ck_assert_str_eq(written(CELL_MEAN, 705, false), "7.05");
	ck_assert_str_eq(written(CELL_MEAN, -1205, true), "-12,05");
	ck_assert_str_eq(written(CELL_DATE, 0, false), "1970-01-01");
}
END_TEST

/* Two periods of a summary with one figure each. */
static void
fill(struct result_tables *s)
{
	static const char *const periods[] = { "2025", "2026", "2026" };
	static const char *const rows[] = { "a", "a", "b" };
	struct result_table *sheet = results_add(s, "samenvatting", "Samenvatting", CHART_NONE);
	size_t i;

	result_column(s, sheet, "periode", "Periode", CELL_WORD, COLUMN_PERIOD);
	result_column(s, sheet, "cijfer", "Cijfer", CELL_WORD, COLUMN_LABEL);
	result_column(s, sheet, "waarde", "Waarde", CELL_COUNT, COLUMN_FIGURE);
	sheet->label = 1;
	for (i = 0; i < 3; i++) {
		struct result_row *row = result_row(s, sheet);

		row->cells[0] = (struct cell){ .type = CELL_WORD, .word = periods[i] };
		row->cells[1] = (struct cell){ .type = CELL_WORD, .word = rows[i] };
		row->cells[2] = (struct cell){ .type = CELL_COUNT, .number = (long)i + 1 };
	}
}

static void
write_all(const struct result_tables *s, enum table_format format, char *to, size_t n)
{
	FILE *f = tmpfile();

	ck_assert(results_write(s, f, format, 80, ""));
	rewind(f);
	to[fread(to, 1, n - 1, f)] = '\0';
	fclose(f);
}

START_TEST(periods_stand_side_by_side_in_text)
{
	struct result_tables s = { .lang = LANG_NL };
	char out[512];

	fill(&s);
	for (size_t i = 0; i < DOSSIERS; i++)
		s.dossiers[i] = (struct cell){ .type = CELL_COUNT, .number = (long)i };
	write_all(&s, TABLE_TEXT, out, sizeof out);
	ck_assert_str_eq(out,
	    "Samenvatting\n\nCijfer  2025  2026\na          1     2\nb                3\n\n"
	    "0 gelezen, 1 meegeteld, 2 niet meegeteld (onleesbaar), 3 dubbel\n");
	write_all(&s, TABLE_TSV, out, sizeof out);
	ck_assert_str_eq(out,
	    "view\tperiode\tcijfer\twaarde\tlopend\nsamenvatting\t2025\ta\t1\tnee\n"
	    "samenvatting\t2026\ta\t2\tnee\nsamenvatting\t2026\tb\t3\tnee\n");
	results_release(&s);
}
END_TEST

START_TEST(what_is_the_same_everywhere_is_constant)
{
	struct result_tables s = { .lang = LANG_NL };

	fill(&s);
	ck_assert(!result_constant(&s.at[0], 0));
	s.at[0].rows[0].cells[0].word = "2026";
	ck_assert(result_constant(&s.at[0], 0));
	s.at[0].nrows = 0;
	ck_assert(!result_constant(&s.at[0], 0));
	results_release(&s);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("sheet");

	tcase_add_test(tests, cells_are_exact);
	tcase_add_test(tests, periods_stand_side_by_side_in_text);
	tcase_add_test(tests, what_is_the_same_everywhere_is_constant);
	return unit_run("sheet", tests);
}
