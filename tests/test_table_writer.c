/* SPDX-License-Identifier: ISC */
#include "table_writer.h"

#include <string.h>

#include "unit.h"

static const struct table_column columns[] = {
	{ "client", "Cliënt", TABLE_WORD, 0 }, { "dagen", NULL, TABLE_NUMBER, 0 },
	{ "begin", "Begin", TABLE_DATE, 0 }, { "reden", "Reden", TABLE_WORD, 0 },
};

/* What a table of the columns above becomes, with the cells given row after row up to a NULL. */
static char *
made(enum table_format format, size_t width, bool view_column, int times, const char *const *cells)
{
	char *bytes = NULL;
	size_t n = 0;
	FILE *to = open_memstream(&bytes, &n);
	struct table_writer *table;

	ck_assert_ptr_nonnull(to);
	table = table_open(to, format, LANG_EN, width);
	for (int i = 0; i < times; i++) {
		table_begin(table, "clienten", view_column, i == 0 ? "Cliënten" : NULL, columns, 4);
		for (size_t j = 0; cells[j] != NULL; j++)
			table_cell(table, cells[j]);
		table_end(table);
	}
	ck_assert(table_close(table));
	ck_assert_int_eq(fclose(to), 0);
	return bytes;
}

static void
makes(enum table_format format, size_t width, bool view_column, int times, const char *const *cells,
    const char *want)
{
	char *got = made(format, width, view_column, times, cells);

	ck_assert_str_eq(got, want);
	free(got);
}

static const char *const plain[] = {
	"2026-0001", "-12", "2026-01-02", "Zoë zoekt rust", "-", "3.5", "", "", NULL,
};
static const char *const odd[] = {
	"=1+1", "n.v.t.", "", "a\tb\nc\rd\\e \"f\", \033g\177\302\233", NULL,
};
static const char *const none[] = { NULL };

START_TEST(text_is_aligned)
{
	makes(TABLE_TEXT, 0, true, 1, plain,
	    "Cliënten\n"
	    "\n"
	    "Cliënt     dagen  Begin       Reden\n"
	    "2026-0001    -12  2026-01-02  Zoë zoekt rust\n"
	    "-            3.5\n");
}
END_TEST

static const struct table_column wide[] = {
	{ "client", "Client", TABLE_CODE, 0 }, { "dagen", "Days in phase", TABLE_NUMBER, 0 },
	{ "begin", "Begin", TABLE_DATE, 1 }, { "reden", "Reason", TABLE_WORD, 0 },
	{ "eind", "End", TABLE_DATE, 2 }, { "door", "By", TABLE_WORD, 1 },
};

static struct text painted;

static void
note_paint(enum table_paint how)
{
	text_addf(&painted, "%d ", how);
}

static void
fits(size_t width, const char *paints, const char *want)
{
	static const char *const cells[] = {
		"2026-0001-and-more", "12", "2026-01-02", "Zoë zoekt rust en vindt die ook",
		"2026-02-02", "", "x", "-3", "", "", "", "",
	};
	char *bytes = NULL;
	size_t n = 0;
	FILE *to = open_memstream(&bytes, &n);
	struct table_writer *table = table_open(to, TABLE_TEXT, LANG_EN, width);

	text_clear(&painted);
	table_paint(table, note_paint);
	table_begin(table, "v", false, NULL, wide, 6);
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		if (i == 6)
			table_attention(table);
		table_cell(table, cells[i]);
	}
	table_end(table);
	ck_assert(table_close(table));
	fclose(to);
	ck_assert_str_eq(bytes, want);
	ck_assert_str_eq(text_string(&painted), paints);
	free(bytes);
}

START_TEST(text_fits_the_terminal)
{
	fits(0, "1 0 2 0 ",
	    "Client              Days in phase  Begin       Reason                         "
	    "  End         By\n"
	    "2026-0001-and-more             12  2026-01-02  Zoë zoekt rust en vindt die ook"
	    "  2026-02-02\n"
	    "x                              -3\n");
	fits(78, "1 0 2 0 ",
	    "Client               Days  Begin       Reason                   End         By\n"
	    "                       in\n"
	    "                    phase\n"
	    "2026-0001-and-more     12  2026-01-02  Zoë zoekt rust en vindt  2026-02-02\n"
	    "                                       die ook\n"
	    "x                      -3\n");
	fits(56, "1 0 2 0 ",
	    "Client               Days  Begin       Reason\n"
	    "                       in\n"
	    "                    phase\n"
	    "2026-0001-and-more     12  2026-01-02  Zoë zoekt rust en\n"
	    "                                       vindt die ook\n"
	    "x                      -3\n"
	    "\n"
	    "Not shown, for want of room: End.\n");
	fits(40, "1 0 2 0 ",
	    "Client               Days  Reason\n"
	    "                       in\n"
	    "                    phase\n"
	    "2026-0001-and-more     12  Zoë zoekt\n"
	    "                           rust en vindt\n"
	    "                           die ook\n"
	    "x                      -3\n"
	    "\n"
	    "Not shown, for want of room: Begin, End.\n");
	fits(30, "2 0 ",
	    "Client: 2026-0001-and-more\n"
	    "Days in phase: 12\n"
	    "Begin: 2026-01-02\n"
	    "Reason: Zoë zoekt rust en\n"
	    "  vindt die ook\n"
	    "End: 2026-02-02\n"
	    "\n"
	    "Client: x\n"
	    "Days in phase: -3\n");
	fits(16, "2 0 ",
	    "Client:\n"
	    "2026-0001-and-more\n"
	    "Days in phase:\n"
	    "  12\n"
	    "Begin:\n"
	    "  2026-01-02\n"
	    "Reason: Zoë\n"
	    "  zoekt rust en\n"
	    "  vindt die ook\n"
	    "End:\n"
	    "  2026-02-02\n"
	    "\n"
	    "Client: x\n"
	    "Days in phase:\n"
	    "  -3\n");
	text_release(&painted);
}
END_TEST

START_TEST(text_names_all_that_is_left_out)
{
	static const struct table_column alike[] = {
		{ "client", "Client", TABLE_CODE, 0 }, { "weekend", "Weekend", TABLE_DATE, 1 },
		{ "end", "end", TABLE_DATE, 2 },
	};
	char *bytes = NULL;
	size_t n = 0;
	FILE *to = open_memstream(&bytes, &n);
	struct table_writer *table = table_open(to, TABLE_TEXT, LANG_EN, 20);

	for (int i = 0; i < 2; i++) {
		table_begin(table, "v", false, NULL, alike, 3);
		table_cell(table, "2026-0001-and-more");
		table_cell(table, "2026-01-02");
		table_cell(table, "2026-01-03");
		table_end(table);
	}
	ck_assert(table_close(table));
	fclose(to);
	ck_assert_str_eq(bytes,
	    "Client\n2026-0001-and-more\n\nClient\n2026-0001-and-more\n\n"
	    "Not shown, for want\nof room: Weekend,\nend.\n");
	free(bytes);
}
END_TEST

START_TEST(text_has_parts)
{
	char *bytes = NULL;
	size_t n = 0;
	FILE *to = open_memstream(&bytes, &n);
	struct table_writer *table = table_open(to, TABLE_TEXT, LANG_EN, 40);

	table_begin(table, "v", false, NULL, columns, 4);
	for (size_t i = 0; plain[i] != NULL; i++) {
		if (i % 4 == 0)
			table_part(table, i == 0 ? "The first" : "The second\033");
		table_cell(table, i == 2 ? "" : plain[i]);
	}
	table_end(table);
	ck_assert(table_close(table));
	fclose(to);
	ck_assert_str_eq(bytes,
	    "The first\n\n"
	    "Cliënt     dagen  Begin  Reden\n"
	    "2026-0001    -12         Zoë zoekt rust\n"
	    "\nThe second\357\277\275\n\n"
	    "Cliënt     dagen  Begin  Reden\n"
	    "-            3.5\n");
	free(bytes);
}
END_TEST

START_TEST(text_without_room_and_rows_has_its_headings)
{
	char *bytes = NULL;
	size_t n = 0;
	FILE *to = open_memstream(&bytes, &n);
	struct table_writer *table = table_open(to, TABLE_TEXT, LANG_EN, 20);

	table_begin(table, "v", false, NULL, columns, 4);
	table_end(table);
	ck_assert(table_close(table));
	fclose(to);
	ck_assert_str_eq(bytes, "Cliënt, dagen,\n  Begin, Reden\n");
	free(bytes);
}
END_TEST

START_TEST(text_disarms_controls)
{
	makes(TABLE_TEXT, 0, false, 1, odd,
	    "Cliënten\n"
	    "\n"
	    "Cliënt   dagen  Begin  Reden\n"
	    "=1+1    n.v.t.         a b c\357\277\275d\\e \"f\", "
	    "\357\277\275g\357\277\275\357\277\275\n");
}
END_TEST

START_TEST(a_text_without_rows_has_its_headings)
{
	makes(TABLE_TEXT, 0, false, 1, none, "Cliënten\n\nCliënt  dagen  Begin  Reden\n");
}
END_TEST

START_TEST(tsv_escapes)
{
	makes(TABLE_TSV, 0, false, 1, odd,
	    "client\tdagen\tbegin\treden\n=1+1\tn.v.t.\t\ta\\tb\\nc\\rd\\\\e \"f\", "
	    "\033g\177\302\233\n");
}
END_TEST

START_TEST(tsv_names_the_view)
{
	makes(TABLE_TSV, 0, true, 2, plain,
	    "view\tclient\tdagen\tbegin\treden\n"
	    "clienten\t2026-0001\t-12\t2026-01-02\tZoë zoekt rust\n"
	    "clienten\t-\t3.5\t\t\n"
	    "\n"
	    "view\tclient\tdagen\tbegin\treden\n"
	    "clienten\t2026-0001\t-12\t2026-01-02\tZoë zoekt rust\n"
	    "clienten\t-\t3.5\t\t\n");
}
END_TEST

START_TEST(csv_quotes_and_ends_in_crlf)
{
	makes(TABLE_CSV, 0, true, 1, plain,
	    "view,client,dagen,begin,reden\r\n"
	    "clienten,2026-0001,-12,2026-01-02,Zoë zoekt rust\r\n"
	    "clienten,-,3.5,,\r\n");
	makes(TABLE_CSV, 0, false, 1, odd,
	    "client,dagen,begin,reden\r\n'=1+1,n.v.t.,,\"a\tb\n"
	    "c\rd\\e \"\"f\"\", \033g\177\302\233\"\r\n");
}
END_TEST

START_TEST(csv_is_safe_in_a_spreadsheet)
{
	static const char *const words[][2] = {
		{ "=1", "'=1" }, { "\357\274\2351", "'\357\274\2351" }, { "+31 6", "'+31 6" },
		{ "-2+3", "'-2+3" }, { "@SUM(A1)", "'@SUM(A1)" }, { "\t=1", "\"'\t=1\"" },
		{ "\r=1", "\"'\r'=1\"" }, { "\n=1", "\"'\n'=1\"" }, { "-", "-" }, { "a=1", "a=1" },
		{ "'s avonds", "'s avonds" }, { " ", "\" \"" }, { "a;b", "\"a;b\"" },
		{ "=\"x\"", "\"'=\"\"x\"\"\"" }, { "b;=1+41;c", "\"b;'=1+41;c\"" },
		{ "b;\"=1;c", "\"b;'\"\"=1;c\"" }, { "b;\357\274\2351", "\"b;'\357\274\2351\"" },
		{ "b\n@c", "\"b\n'@c\"" }, { "b\r\n-c;", "\"b\r\n'-c;\"" }, { "b,=1", "\"b,=1\"" },
		{ "b;;+1", "\"b;;'+1\"" },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const char *cells[] = { words[i][0], "-0.25", "", "", NULL };
		char want[100];

		snprintf(want, sizeof want, "client,dagen,begin,reden\r\n%s,-0.25,,\r\n",
		    words[i][1]);
		makes(TABLE_CSV, 0, false, 1, cells, want);
	}
}
END_TEST

START_TEST(json_keeps_values_exact)
{
	makes(TABLE_JSON, 0, true, 0, none, "{\"fasen\":1,\"tables\":[]}\n");
	makes(TABLE_JSON, 80, true, 1, odd,
	    "{\"fasen\":1,\"tables\":[\n"
	    "{\"view\":\"clienten\",\"columns\":[\"client\",\"dagen\",\"begin\",\"reden\"],"
	    "\"rows\":[\n"
	    "{\"client\":\"=1+1\",\"dagen\":\"n.v.t.\",\"begin\":null,"
	    "\"reden\":\"a\\tb\\nc\\rd\\\\e \\\"f\\\", \\u001bg\\u007f\\u009b\"}\n"
	    "]}\n"
	    "]}\n");
	makes(TABLE_JSON, 0, true, 2, none,
	    "{\"fasen\":1,\"tables\":[\n"
	    "{\"view\":\"clienten\",\"columns\":[\"client\",\"dagen\",\"begin\",\"reden\"],"
	    "\"rows\":[]},\n"
	    "{\"view\":\"clienten\",\"columns\":[\"client\",\"dagen\",\"begin\",\"reden\"],"
	    "\"rows\":[]}\n"
	    "]}\n");
}
END_TEST

START_TEST(json_numbers_are_json_numbers)
{
	static const char *const numbers[][2] = {
		{ "0", "0" }, { "12", "12" }, { "-0.25", "-0.25" }, { "100.0", "100.0" },
		{ "", "null" }, { "007", "\"007\"" }, { ".5", "\".5\"" }, { "5.", "\"5.\"" },
		{ "+5", "\"+5\"" }, { "-", "\"-\"" }, { "1e5", "\"1e5\"" }, { "< 5", "\"< 5\"" },
		{ "0.5", "0.5" }, { "-0", "-0" }, { "00.5", "\"00.5\"" }, { "1,5", "\"1,5\"" },
	};

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		const char *cells[] = { "a", numbers[i][0], "", "", NULL };
		char want[100], *got = made(TABLE_JSON, 0, false, 1, cells);

		snprintf(want, sizeof want, "\"dagen\":%s,", numbers[i][1]);
		ck_assert_msg(strstr(got, want) != NULL, "no %s in %s", want, got);
		free(got);
	}
}
END_TEST

START_TEST(cells_are_numbers_and_dates_too)
{
	char *bytes = NULL;
	size_t n = 0;
	FILE *to = open_memstream(&bytes, &n);
	struct table_writer *table = table_open(to, TABLE_TSV, LANG_EN, 0);

	table_begin(table, "clienten", false, NULL, columns, 4);
	table_cell(table, NULL);
	table_cell_n(table, -9000000000);
	table_cell_date(table, date_of(2026, 2, 1));
	table_cell_date(table, DATE_NONE);
	table_end(table);
	ck_assert(table_close(table));
	fclose(to);
	ck_assert_str_eq(bytes, "client\tdagen\tbegin\treden\n\t-9000000000\t2026-02-01\t\n");
	free(bytes);
}
END_TEST

START_TEST(a_failed_stream_is_told)
{
	FILE *full = fopen("/dev/full", "w");
	struct table_writer *table;

	ck_assert_ptr_nonnull(full);
	table = table_open(full, TABLE_TEXT, LANG_EN, 0);
	table_begin(table, "clienten", false, NULL, columns, 4);
	table_end(table);
	ck_assert(!table_close(table));
	fclose(full);
}
END_TEST

START_TEST(formats_have_names)
{
	enum table_format format = TABLE_TEXT;

	ck_assert(table_format_parse("json", &format) && format == TABLE_JSON);
	ck_assert(table_format_parse("text", &format) && format == TABLE_TEXT);
	ck_assert(table_format_parse("tsv", &format) && format == TABLE_TSV);
	ck_assert(table_format_parse("csv", &format) && format == TABLE_CSV);
	ck_assert(!table_format_parse("CSV", &format));
	ck_assert(!table_format_parse("", &format));
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("table");

	tcase_add_test(tests, text_is_aligned);
	tcase_add_test(tests, text_fits_the_terminal);
	tcase_add_test(tests, text_names_all_that_is_left_out);
	tcase_add_test(tests, text_has_parts);
	tcase_add_test(tests, text_without_room_and_rows_has_its_headings);
	tcase_add_test(tests, text_disarms_controls);
	tcase_add_test(tests, a_text_without_rows_has_its_headings);
	tcase_add_test(tests, tsv_escapes);
	tcase_add_test(tests, tsv_names_the_view);
	tcase_add_test(tests, csv_quotes_and_ends_in_crlf);
	tcase_add_test(tests, csv_is_safe_in_a_spreadsheet);
	tcase_add_test(tests, json_keeps_values_exact);
	tcase_add_test(tests, json_numbers_are_json_numbers);
	tcase_add_test(tests, cells_are_numbers_and_dates_too);
	tcase_add_test(tests, a_failed_stream_is_told);
	tcase_add_test(tests, formats_have_names);
	return unit_run("table", tests);
}
