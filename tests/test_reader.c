/* SPDX-License-Identifier: ISC */
#include "reader.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

#define HEAD(id) \
	"Record: client\nClient: " id "\nOp: 2026-01-05\nNaam: N\nAangemeld: 2026-01-05\n" \
	"Hulpvraag: H\n"
#define NOTE(id) "Record: notitie\nClient: " id "\nOp: 2026-01-06\nTekst: T\n"

static struct reader *
open_text(const char *text)
{
	return reader_of(text, strlen(text), "t.rec");
}

/* What the dossiers of a text become when each gets a note. */
static char *
with_notes(const char *text)
{
	struct reader *s = open_text(text);
	struct dossier d = { 0 };
	struct text out = { 0 };
	struct draft note;

	while (reader_next(s, &d) > 0) {
		draft_begin(&note, "notitie");
		draft_add(&note, "Op", "2026-02-01");
		draft_add(&note, "Tekst", "nieuw");
		if (d.id != NULL && !d.malformed)
			dossier_append(&d, &note);
		draft_release(&note);
		dossier_write(&d, &out);
	}
	dossier_release(&d);
	reader_free(s);
	return out.at == NULL ? strdup("") : text_take(&out);
}

static void
check_notes(const char *text, const char *want)
{
	char *got = with_notes(text);

	ck_assert_str_eq(got, want);
	free(got);
}

#define NEW(id) "Record: notitie\nClient: " id "\nOp: 2026-02-01\nTekst: nieuw\n\n"

START_TEST(appends_behind_the_last_record)
{
	check_notes(HEAD("a") "\n", HEAD("a") "\n" NEW("a"));
	check_notes(HEAD("a") "\n" HEAD("b") "\n", HEAD("a") "\n" NEW("a") HEAD("b") "\n" NEW("b"));
	check_notes(HEAD("a") "\n\n\n# of b\n" HEAD("b") "\n",
	    HEAD("a") "\n" NEW("a") "\n\n# of b\n" HEAD("b") "\n" NEW("b"));
	check_notes(HEAD("a") "# within\n\n# behind\n", HEAD("a") "# within\n\n" NEW("a")
	    "# behind\n");
	check_notes("# before\n\n" HEAD("a") "\n", "# before\n\n" HEAD("a") "\n" NEW("a"));
	check_notes(HEAD("a") "\n%rec: x\n%key: y\n\n" HEAD("b"),
	    HEAD("a") "\n" NEW("a") "%rec: x\n%key: y\n\n" HEAD("b") "\n" NEW("b"));
}
END_TEST

START_TEST(completes_an_open_end)
{
	check_notes("Record: client\nClient: a\nAangemeld: 2026-01-05\nNaam: N",
	    "Record: client\nClient: a\nAangemeld: 2026-01-05\nNaam: N\n\n" NEW("a"));
	check_notes("Record: client\nClient: a\nAangemeld: 2026-01-05\nNaam: N\\\n",
	    "Record: client\nClient: a\nAangemeld: 2026-01-05\nNaam: N\\\n\n\n" NEW("a"));
	check_notes("Record: client\nClient: a\nAangemeld: 2026-01-05\nNaam: N\\",
	    "Record: client\nClient: a\nAangemeld: 2026-01-05\nNaam: N\\\n\n\n" NEW("a"));
	/* An empty line after a backslash belongs to the value and separates nothing. */
	check_notes("Record: client\nClient: a\nAangemeld: 2026-01-05\nNaam: N\\\\\n\n",
	    "Record: client\nClient: a\nAangemeld: 2026-01-05\nNaam: N\\\\\n\n\n" NEW("a"));
}
END_TEST

START_TEST(keeps_line_ends_of_the_first_line)
{
	check_notes("Record: client\r\nClient: a\r\nAangemeld: 2026-01-05\r\n\r\n",
	    "Record: client\r\nClient: a\r\nAangemeld: 2026-01-05\r\n\r\n"
	    "Record: notitie\r\nClient: a\r\nOp: 2026-02-01\r\nTekst: nieuw\r\n\r\n");
}
END_TEST

/* id and malformed of each dossier, as "a b! -!" */
static void
check_dossiers(const char *text, const char *want)
{
	struct reader *s = open_text(text);
	struct dossier d = { 0 };
	struct text got = { 0 }, bytes = { 0 };

	while (reader_next(s, &d) > 0) {
		text_addf(&got, "%s%s%s", got.len > 0 ? " " : "", d.id == NULL ? "-" : d.id,
		    d.malformed ? "!" : "");
		dossier_write(&d, &bytes);
	}
	ck_assert_str_eq(text_string(&got), want);
	ck_assert_str_eq(text_string(&bytes), text);
	text_release(&got);
	text_release(&bytes);
	dossier_release(&d);
	reader_free(s);
}

START_TEST(malformed_spoils_the_dossier_only)
{
	check_dossiers("", "");
	check_dossiers("# only a comment\n", "-");
	check_dossiers(HEAD("a") "\n" HEAD("b") "\n", "a b");
	check_dossiers(HEAD("a") "\n" NOTE("a") "\n" HEAD("b"), "a b");
	check_dossiers(NOTE("a") "\n" HEAD("b"), "a! b");
	check_dossiers("nonsense\n\n" HEAD("b"), "-! b");
	check_dossiers(HEAD("a") "nonsense\n\n" HEAD("b"), "a! b");
	check_dossiers(HEAD("a") HEAD("b") "\n" HEAD("c"), "a! b c");
	check_dossiers(HEAD("a") NOTE("a") "\n" HEAD("c"), "a! c");
	check_dossiers(HEAD("a") "\n" HEAD("x/y") "\n" HEAD("c"), "a! c");
	check_dossiers(HEAD("a") "\n+ more\n\n" HEAD("c"), "a! c");
	check_dossiers(HEAD("a") "# c\n+ more\n\n" HEAD("c"), "a! c");
	check_dossiers(HEAD("a") "Naam: M\n\n" HEAD("c"), "a! c");
	check_dossiers(HEAD("a") "Vraag: wonen\nVraag: werk\nEigen: x\nEigen: y\n\n", "a");
	check_dossiers(HEAD("a") "\nRecord: notitie\nClient: a\nTekst: T\n\n", "a!");
	check_dossiers(HEAD("a") "\nRecord: notitie\nClient: a\nOp: 2026-02-30\nTekst: T\n\n",
	    "a!");
	check_dossiers(HEAD("a") "\nRecord: kracht\nClient: a\nLeefgebied: werk\n\n", "a");
	check_dossiers(HEAD("a") "\nRecord: doel\nClient: a\nOp: 2026-02-01\nTekst: T\n\n", "a!");
	check_dossiers("Record: client\nClient: a\nNaam: N\n\n", "a!");
	check_dossiers("Record: client\nClient: a\nAangemeld: 2026-01-05\nFormaat: 2\n\n", "a!");
	check_dossiers("Record: client\nClient: a\nAangemeld: 2026-01-05\nFormaat: 1\n\n", "a");
	check_dossiers("%rec: Dossier\n%doc: whatever\n\n" HEAD("a"), "a");
	check_dossiers(HEAD("a") "Geboren: ooit\n\n", "a");
	check_dossiers(HEAD("a") "Naam2: \xff\n\n" HEAD("b"), "a! b");
}
END_TEST

START_TEST(says_where)
{
	struct reader *s = open_text(HEAD("a") "\n# of b\n" HEAD("b") "Op: 2026-01-05\n");
	struct dossier d = { 0 };

	ck_assert_int_eq(reader_next(s, &d), 1);
	ck_assert_uint_eq(d.problems.n, 0);
	ck_assert_int_eq(reader_next(s, &d), 1);
	ck_assert_int_eq(d.line, 8);
	ck_assert_uint_eq(d.problems.n, 1);
	ck_assert_int_eq(d.problems.at[0].line, 15);
	ck_assert_str_eq(d.problems.at[0].field, "Op");
	dossier_release(&d);
	reader_free(s);
}
END_TEST

START_TEST(warns_once_of_cr_and_bom)
{
	struct reader *s =
	    open_text("\xEF\xBB\xBFRecord: client\r\nClient: a\r\nAangemeld: 2026-01-05\r\n\r\n"
	    "Record: client\r\nClient: b\r\nAangemeld: 2026-01-05\r\n\r\n");
	struct dossier d = { 0 };

	ck_assert_int_eq(reader_next(s, &d), 1);
	ck_assert_uint_eq(d.problems.n, 2);
	ck_assert(!d.malformed);
	ck_assert_int_eq(reader_next(s, &d), 1);
	ck_assert_uint_eq(d.problems.n, 0);
	ck_assert_str_eq(d.id, "b");
	dossier_release(&d);
	reader_free(s);
}
END_TEST

START_TEST(takes_back)
{
	struct reader *s = open_text(HEAD("a") "\n");
	struct dossier d = { 0 };
	struct draft note;

	ck_assert_int_eq(reader_next(s, &d), 1);
	draft_begin(&note, "notitie");
	draft_add(&note, "Op", "2026-02-01");
	draft_add(&note, "Tekst", "een\ntwee\\");
	dossier_append(&d, &note);
	ck_assert_str_eq(record_text(&d.records[1], NOTITIE_TEKST), "een\ntwee\\");
	dossier_append(&d, &note);
	ck_assert_uint_eq(d.n, 3);
	dossier_undo(&d, 1);
	ck_assert_uint_eq(d.n, 2);
	ck_assert_str_eq(text_string(&d.added),
	    "Record: notitie\nClient: a\nOp: 2026-02-01\nTekst: een\n+ twee\\\\\n\n\n");
	draft_release(&note);
	dossier_release(&d);
	reader_free(s);
}
END_TEST

/*
 * All that reading shows: of each dossier its id, lines and bytes, of its records the values, and
 * what is wrong.
 */
static void
describe(struct reader *s, struct text *to)
{
	struct dossier d = { 0 };

	while (reader_next(s, &d) > 0) {
		text_addf(to, "%s %ld %zu%s%s\n", d.id != NULL ? d.id : "-", d.line, d.end,
		    d.crlf ? " crlf" : "", d.malformed ? " malformed" : "");
		for (size_t i = 0; i < d.n; i++)
			for (size_t j = 0; j < d.records[i].n; j++)
				text_addf(to, "%ld %s=%s %d\n", d.records[i].fields[j].line,
				    d.records[i].fields[j].name,
				    d.records[i].fields[j].value, d.records[i].fields[j].is.code);
		for (size_t i = 0; i < d.problems.n; i++)
			text_addf(to, "%ld: %s\n", d.problems.at[i].line, d.problems.at[i].code);
		dossier_write(&d, to);
	}
	dossier_release(&d);
	reader_free(s);
}

/*
 * The end of what is read at once falls all over such a dossier, and nothing comes out otherwise.
 */
START_TEST(reads_in_blocks)
{
	static const char one[] = "# of x%zu\n" HEAD("x%zu") "Vraag: wonen\nVraag: werk\n\n"
	    "Record: notitie\nClient: x%zu\nOp: 2026-01-06\nTekst: een\n+ twee\\\n\n"
	    "+ drie\\\nvier\nEigen: \xC3\xA9\r\n\n"
	    "%%rec: x\n\nRecord: doel\nClient: x%zu\nOp: 2026-02-30\nDoel: d1 \nTekst: \xFF\n"
	    NOTE("x%zu") "\n";
	struct text text = { 0 }, got = { 0 }, want = { 0 };

	for (size_t i = 0; text.len < 130 * 1024; i++)
		text_addf(&text, one, i, i, i, i, i);
	for (size_t skip = 0; skip < 400; skip += 7) {
		FILE *file = tmpfile();

		ck_assert_ptr_nonnull(file);
		ck_assert_uint_eq(fwrite(text.at + skip, 1, text.len - skip, file),
		    text.len - skip);
		ck_assert_int_eq(fflush(file), 0);
		ck_assert_int_eq(lseek(fileno(file), 0, SEEK_SET), 0);
		text_clear(&got);
		text_clear(&want);
		describe(reader_open(fileno(file), "t.rec"), &got);
		describe(reader_of(text.at + skip, text.len - skip, "t.rec"), &want);
		ck_assert_uint_eq(got.len, want.len);
		ck_assert(memcmp(got.at, want.at, got.len) == 0);
		fclose(file);
	}
	text_release(&text);
	text_release(&got);
	text_release(&want);
}
END_TEST

static void
many_values(const struct record *r, enum slot slot, size_t want)
{
	size_t n = 0;

	for (const struct field *f = record_at(r, slot); f != NULL; f = field_next(f))
		n++;
	ck_assert_uint_eq(n, want);
}

/* Larger than any block; in time that is not their square. */
START_TEST(reads_what_is_large)
{
	const size_t many = 200000;
	struct text text = { 0 };
	struct dossier d = { 0 };
	struct reader *s;
	FILE *file = tmpfile();

	ck_assert_ptr_nonnull(file);
	text_adds(&text, HEAD("a"));
	for (size_t i = 0; i < many; i++)
		text_adds(&text, i % 2 == 0 ? "Vraag: wonen\n" : "Eigen: x\n");
	text_adds(&text, "\n");
	for (size_t i = 0; i < many; i++)
		text_adds(&text, NOTE("a") "\n");
	text_adds(&text, HEAD("b"));
	ck_assert_uint_eq(fwrite(text.at, 1, text.len, file), text.len);
	ck_assert_int_eq(fflush(file), 0);
	ck_assert_int_eq(lseek(fileno(file), 0, SEEK_SET), 0);
	s = reader_open(fileno(file), "t.rec");
	ck_assert_int_eq(reader_next(s, &d), 1);
	ck_assert(!d.malformed);
	ck_assert_uint_eq(d.n, many + 1);
	ck_assert_uint_eq(d.records[0].n, many + 6);
	ck_assert_str_eq(record_text(&d.records[many], NOTITIE_TEKST), "T");
	many_values(&d.records[0], CLIENT_VRAAG, many / 2);
	ck_assert_int_eq(reader_next(s, &d), 1);
	ck_assert_str_eq(d.id, "b");
	ck_assert_int_eq(reader_next(s, &d), 0);
	dossier_release(&d);
	reader_free(s);
	fclose(file);
	text_release(&text);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("reader");

	tcase_add_test(tests, appends_behind_the_last_record);
	tcase_add_test(tests, completes_an_open_end);
	tcase_add_test(tests, keeps_line_ends_of_the_first_line);
	tcase_add_test(tests, malformed_spoils_the_dossier_only);
	tcase_add_test(tests, says_where);
	tcase_add_test(tests, warns_once_of_cr_and_bom);
	tcase_add_test(tests, takes_back);
	tcase_add_test(tests, reads_in_blocks);
	tcase_add_test(tests, reads_what_is_large);
	return unit_run("reader", tests);
}
