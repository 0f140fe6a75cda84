/* SPDX-License-Identifier: ISC */
#include "histogram.h"

#include "unit.h"

static struct arena arena, other;

/* Each as often as it was counted, in order. */
static void
agrees(struct histogram *h, const struct value_count *expected, size_t nexpected)
{
	size_t n;
	const struct value_count *at = histogram_sorted(h, &arena, &other, &n);

	ck_assert_uint_eq(n, nexpected);
	for (size_t i = 0; i < n; i++) {
		ck_assert_int_eq(at[i].value, expected[i].value);
		ck_assert_int_eq(at[i].n, expected[i].n);
	}
}

/* Of many values, with gaps, below zero, and so many that no place of theirs is free. */
START_TEST(counts_values_in_order)
{
	struct histogram h = { 0 };
	struct value_count expected[1002];
	size_t n = 0;

	ck_assert(histogram_empty(&h));
	for (long i = 0; i < 3000; i++)
		histogram_add(&h, &arena, (i * 7919 % 1000 - 500) * 64, 1);
	histogram_add(&h, &arena, 3, 1);
	histogram_add(&h, &arena, 3, 9000000000000L);
	histogram_add(&h, &arena, 999999999, 2);
	ck_assert(!histogram_empty(&h));
	for (long i = 0; i < 1000; i++) {
		expected[n++] = (struct value_count){ (i - 500) * 64, 3 };
		if (i == 500)
			expected[n++] = (struct value_count){ 3, 9000000000001L };
	}
	expected[n++] = (struct value_count){ 999999999, 2 };
	agrees(&h, expected, n);
	histogram_add(&h, &arena, 0, 1);
	expected[500].n++;
	agrees(&h, expected, n);
	arena_release(&arena);
	arena_release(&other);
}
END_TEST

/* Days: close together, and some far off; more than fit in four bytes. */
START_TEST(gives_values_that_lie_close_a_place)
{
	struct histogram h = { 0 };
	static struct value_count expected[2003];
	size_t n = 0;

	histogram_add(&h, &arena, -7, 1);
	for (long i = 0; i < 200000; i++)
		histogram_add(&h, &arena, i * 7919 % 2000, 1);
	ck_assert_uint_ge(h.nplaces, 1000);
	ck_assert_uint_le(h.nplaces, 16384);
	histogram_add(&h, &arena, 5, 4294967295L);
	histogram_add(&h, &arena, 5, 2);
	histogram_add(&h, &arena, 80000, 1);
	histogram_add(&h, &arena, 2147483648L, 1);
	expected[n++] = (struct value_count){ -7, 1 };
	for (long i = 0; i < 2000; i++)
		expected[n++] = (struct value_count){ i, 100 };
	expected[6].n += 4294967297L;
	expected[n++] = (struct value_count){ 80000, 1 };
	expected[n++] = (struct value_count){ 2147483648L, 1 };
	agrees(&h, expected, n);
	arena_release(&arena);
	arena_release(&other);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("histogram");

	tcase_add_test(tests, counts_values_in_order);
	tcase_add_test(tests, gives_values_that_lie_close_a_place);
	return unit_run("histogram", tests);
}
