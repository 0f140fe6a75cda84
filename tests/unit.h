/* SPDX-License-Identifier: ISC */
#ifndef FASEN_UNIT_H
#define FASEN_UNIT_H

#include <check.h>
#include <stdlib.h>

/*
 * Runs the tests of one noun and frees them. Returns main's status. The environment says how
 * (CK_VERBOSITY, CK_TAP_LOG_FILE_NAME, CK_FORK).
 */
static inline int unit_run(const char *noun, TCase *tests)
{
	Suite *suite = suite_create(noun);
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
