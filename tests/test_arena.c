/* SPDX-License-Identifier: ISC */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "unit.h"

START_TEST(pieces_stay_and_do_not_overlap)
{
	struct arena arena = { 0 };
	char *pieces[2000];

	for (size_t i = 0; i < 2000; i++) {
		pieces[i] = arena_room(&arena, i % 97 + 1);
		memset(pieces[i], (int)(i % 251), i % 97 + 1);
	}
	for (size_t i = 0; i < 2000; i++)
		for (size_t j = 0; j <= i % 97; j++)
			ck_assert_int_eq((unsigned char)pieces[i][j], (int)(i % 251));
	arena_release(&arena);
}
END_TEST

START_TEST(pieces_are_aligned)
{
	struct arena arena = { 0 };

	for (size_t n = 0; n < 100; n++)
		ck_assert_uint_eq((uintptr_t)arena_room(&arena, n) % alignof(max_align_t), 0);
	arena_release(&arena);
}
END_TEST

START_TEST(a_piece_may_be_larger_than_a_block)
{
	struct arena arena = { 0 };
	char *small = arena_copy(&arena, "klein", 5), *large = arena_room(&arena, 1000000);

	memset(large, 'x', 1000000);
	ck_assert_str_eq(small, "klein");
	arena_release(&arena);
}
END_TEST

START_TEST(copies_with_a_nul_behind)
{
	struct arena arena = { 0 };

	ck_assert_str_eq(arena_copy(&arena, "wonen en werk", 5), "wonen");
	ck_assert_str_eq(arena_copy(&arena, NULL, 0), "");
	arena_release(&arena);
}
END_TEST

/* The room of one dossier serves the next: the same first piece, and no growth. */
START_TEST(clear_keeps_the_room)
{
	struct arena arena = { 0 };
	struct arena_block *block;

	for (int i = 0; i < 100; i++)
		arena_room(&arena, 1000);
	arena_clear(&arena);
	block = arena.block;
	for (int i = 0; i < 100; i++)
		arena_room(&arena, 1000);
	ck_assert_ptr_eq(arena.block, block);
	arena_release(&arena);
	ck_assert_ptr_null(arena.block);
	arena_clear(&arena);
	arena_release(&arena);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("arena");

	tcase_add_test(tests, pieces_stay_and_do_not_overlap);
	tcase_add_test(tests, pieces_are_aligned);
	tcase_add_test(tests, a_piece_may_be_larger_than_a_block);
	tcase_add_test(tests, copies_with_a_nul_behind);
	tcase_add_test(tests, clear_keeps_the_room);
	return unit_run("arena", tests);
}
