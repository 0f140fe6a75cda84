/* SPDX-License-Identifier: ISC */
#include "histogram.h"

#include "unit.h"

/* Of many values, with gaps, below zero, and so many that no place of theirs is free. */
START_TEST(counts_values_in_order)
{
	struct histogram h = { 0 };
	struct arena arena = { 0 }, other = { 0 };
	const struct value_count *at;

	ck_assert(histogram_empty(&h));
	for (long i = 0; i < 3000; i++)
		histogram_add(&h, &arena, (i * 7919 % 1000 - 500) * 64, 1);
	histogram_add(&h, &arena, 3, 1);
	histogram_add(&h, &arena, 3, 9000000000000L);
	histogram_add(&h, &arena, 999999999, 2);
	ck_assert(!histogram_empty(&h));
	at = histogram_sorted(&h, &arena, &other);
	ck_assert_uint_eq(h.n, 1002);
	for (size_t i = 1; i < h.n; i++)
		ck_assert_int_lt(at[i - 1].value, at[i].value);
	ck_assert_int_eq(at[0].value, -32000);
	ck_assert_int_eq(at[0].n, 3);
	ck_assert_int_eq(at[501].value, 3);
	ck_assert_int_eq(at[501].n, 9000000000001L);
	ck_assert_int_eq(at[1001].n, 2);
	histogram_add(&h, &arena, 0, 1);
	at = histogram_sorted(&h, &arena, &other);
	ck_assert_int_eq(at[500].n, 4);
	arena_release(&arena);
	arena_release(&other);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("histogram");

	tcase_add_test(tests, counts_values_in_order);
	return unit_run("histogram", tests);
}
