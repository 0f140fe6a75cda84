#include "hyphen.h"

#include <string.h>

#include "text.h"
#include "unit.h"

static struct text out;

static const char *
broken(const char *word)
{
	bool before[64];

	text_clear(&out);
	hyphen_dutch(word, strlen(word), before);
	for (size_t i = 0; word[i] != '\0'; i++) {
		if (before[i])
			text_addc(&out, '-');
		text_addc(&out, word[i]);
	}
	return text_string(&out);
}

START_TEST(breaks_where_dutch_does)
{
	ck_assert_str_eq(broken("zelfredzaamheid"), "zelf-red-zaam-heid");
	ck_assert_str_eq(broken("begeleidingsplan"), "be-gelei-dings-plan");
	ck_assert_str_eq(broken("persoonsbeschrijving"), "persoonsbe-schrij-ving");
	ck_assert_str_eq(broken("verantwoordelijkheid"), "verantwoorde-lijk-heid");
	ck_assert_str_eq(broken("bakkerij"), "bak-kerij");
	ck_assert_str_eq(broken("planning"), "plan-ning");
	ck_assert_str_eq(broken("schuldhulpverlening"), "schuld-hulpverle-ning");
	ck_assert_str_eq(broken("arbeidsongeschiktheidsverzekering"), "arbeidsongeschikt-heids-verzeke-ring");
}
END_TEST

START_TEST(leaves_other_words_whole)
{
	static const char *const words[] = { "", "a", "ja", "ring", "kring", "ding", "omringt", "bed", "ver", "heid", "straat", "bank",
		"sprong", "???", "avondeten" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		ck_assert_str_eq(broken(words[i]), words[i]);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("hyphen");

	tcase_add_test(tests, breaks_where_dutch_does);
	tcase_add_test(tests, leaves_other_words_whole);
	return unit_run("hyphen", tests);
}
