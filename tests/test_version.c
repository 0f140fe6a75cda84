/* SPDX-License-Identifier: ISC */
#include "versions.h"

static void
check_bytes(const char *got, size_t n, const char *want)
{
	ck_assert_uint_eq(n, strlen(want));
	ck_assert_int_eq(memcmp(got, want, n), 0);
}

START_TEST(cuts_into_pieces)
{
	struct problems problems = { 0 };
	struct version v = { 0 };

	ck_assert(versions_read(&v, "\n# first\n" HEAD
	    "\n# second\n\n# third\nRecord: notitie\nClient: a\n"
	    "Op: 2026-02-01\nVastgelegd: 2026-02-03\n# in it\nTekst: T\n\n\n# tail\n", "v",
	    &problems));
	ck_assert_uint_eq(v.n, 2);
	check_bytes(v.pieces[0].lead, v.pieces[0].lead_n, "\n# first\n");
	check_bytes(v.pieces[0].gap, v.pieces[0].gap_n, "\n\n");
	check_bytes(v.pieces[1].lead, v.pieces[1].lead_n, "# second\n\n# third\n");
	check_bytes(v.pieces[1].body, v.pieces[1].body_n, "Record: notitie\nClient: a\n"
	    "Op: 2026-02-01\nVastgelegd: 2026-02-03\n# in it\nTekst: T\n");
	check_bytes(v.pieces[1].gap, v.pieces[1].gap_n, "\n");
	check_bytes(v.tail, v.tail_n, "\n# tail\n");
	ck_assert_int_eq(v.pieces[1].op, date_parse("2026-02-01"));
	ck_assert_int_eq(v.pieces[1].recorded, date_parse("2026-02-03"));
	version_release(&v);
	problems_release(&problems);
}
END_TEST

static const struct {
	const char *end, *body, *gap;
} ends[] = {
	{ "Tekst: T", "Tekst: T\n", "\n" },
	{ "Tekst: T\n", "Tekst: T\n", "\n" },
	{ "Tekst: T\n ", "Tekst: T\n", " \n" },
	{ "Tekst: T\\", "Tekst: T\\\n\n", "\n" },
	{ "Tekst: T\\\n", "Tekst: T\\\n\n", "\n" },
};

START_TEST(closes_an_open_end)
{
	struct problems problems = { 0 };
	struct version v = { 0 };
	struct text t = { 0 };

	text_addf(&t, "%sRecord: kracht\nClient: a\n%s", HEAD, ends[_i].end);
	ck_assert(versions_read(&v, text_string(&t), "v", &problems));
	ck_assert_uint_eq(v.n, 2);
	check_bytes(v.pieces[1].body + 25, v.pieces[1].body_n - 25, ends[_i].body);
	check_bytes(v.pieces[1].gap, v.pieces[1].gap_n, ends[_i].gap);
	text_release(&t);
	version_release(&v);
	problems_release(&problems);
}
END_TEST

START_TEST(matches_the_nth_with_the_nth)
{
	struct versions v;

	versions_begin(&v, HEAD NOTE("2026-02-01", "x") NOTE("2026-02-02", "y")
	    NOTE("2026-02-01", "x"), HEAD NOTE("2026-02-02", "z") NOTE("2026-02-01", "x"));
	ck_assert_ptr_eq(v.a.pieces[0].twin, &v.b.pieces[0]);
	ck_assert_ptr_eq(v.a.pieces[1].twin, &v.b.pieces[2]);
	ck_assert_ptr_null(v.a.pieces[2].twin);
	ck_assert_ptr_null(v.a.pieces[3].twin);
	ck_assert_ptr_null(v.b.pieces[1].twin);
	versions_end(&v);
}
END_TEST

START_TEST(knows_what_was_taken_out)
{
	struct problems problems = { 0 };
	struct version base = { 0 };
	struct versions v;

	versions_begin(&v, HEAD NOTE("2026-02-01", "x") NOTE("2026-02-01", "x"), HEAD
	    NOTE("2026-02-01", "x") NOTE("2026-02-02", "y"));
	ck_assert(versions_read(&base, HEAD NOTE("2026-02-01", "x") NOTE("2026-02-02", "y"), "o",
	    &problems));
	version_match(&v.a, &v.b, &base);
	ck_assert(!v.a.pieces[1].gone);
	ck_assert(!v.a.pieces[2].gone);
	ck_assert(!v.b.pieces[1].gone);
	ck_assert(v.b.pieces[2].gone);
	versions_end(&v);
	version_release(&base);
	problems_release(&problems);
}
END_TEST

START_TEST(reads_plain)
{
	static const char windows[] = "\xEF\xBB\xBF"
	    "Record: client\r\nClient: a\r\nAangemeld: 2026-01-05\r\n\r\n";
	struct problems problems = { 0 };
	struct version v = { 0 };

	ck_assert(version_read(&v, windows, sizeof windows - 1, "v", false, &problems));
	ck_assert(version_marked(&v));
	ck_assert(v.dossier.crlf);
	version_release(&v);
	ck_assert(version_read(&v, windows, sizeof windows - 1, "v", true, &problems));
	ck_assert(!version_marked(&v));
	check_bytes(v.dossier.bytes.at, v.dossier.bytes.len,
	    "Record: client\nClient: a\nAangemeld: 2026-01-05\n\n");
	version_release(&v);
	problems_release(&problems);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("version");

	tcase_add_test(tests, cuts_into_pieces);
	tcase_add_loop_test(tests, closes_an_open_end, 0, sizeof ends / sizeof *ends);
	tcase_add_test(tests, matches_the_nth_with_the_nth);
	tcase_add_test(tests, knows_what_was_taken_out);
	tcase_add_test(tests, reads_plain);
	return unit_run("version", tests);
}
