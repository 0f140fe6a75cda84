/* SPDX-License-Identifier: ISC */
#include "scale.h"

#include "html.h"

enum { WIDTH = 620, HEIGHT = 46, MIDDLE = 23, FACE = 13, LEAST = 12, MOST = 17 };
enum { MARGIN = 46, FACE_MARGIN = 58 };		/* beside the scale alone, and with faces */

/* A mouth that goes up or down by `bend`. */
static void
add_face(struct text *to, int x, int bend)
{
	text_addf(to,
	    "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"#fff\" stroke=\"#1c1c1c\" "
	    "stroke-width=\"1.5\"/>", x, MIDDLE, FACE);
	text_addf(to,
	    "<circle cx=\"%d\" cy=\"%d\" r=\"1.5\"/><circle cx=\"%d\" cy=\"%d\" r=\"1.5\"/>",
	    x - 5, MIDDLE - 4, x + 5, MIDDLE - 4);
	text_addf(to,
	    "<path d=\"M%d %dq6 %d 12 0\" fill=\"none\" stroke=\"#1c1c1c\" "
	    "stroke-width=\"1.5\"/>\n", x - 6, MIDDLE + (bend > 0 ? 4 : 7), bend);
}

void
scale_svg(struct text *to, const struct document_choice *choices, size_t n, bool faces)
{
	int left = faces ? FACE_MARGIN : MARGIN, width = WIDTH - 2 * left,
	    last = n > 1 ? (int)n - 1 : 1;

	text_addf(to,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" "
	    "height=\"%d\" font-family=\"'Noto Sans', Helvetica, Arial, sans-serif\" "
	    "font-size=\"14\" fill=\"#1c1c1c\">\n", WIDTH, HEIGHT, WIDTH, HEIGHT);
	text_addf(to, "<path d=\"M%d %dH%d\" stroke=\"#595959\" stroke-width=\"1.5\"/>\n", left,
	    MIDDLE, left + width);
	for (size_t i = 0; i < n; i++) {
		int x = left + width * (int)i / last, r = LEAST + (MOST - LEAST) * (int)i / last;

		text_addf(to, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\" "
		    "stroke=\"#1c1c1c\" stroke-width=\"1.5\"/>", x, MIDDLE, r,
		    choices[i].chosen ? "#d8d8d8" : "#fff");
		text_addf(to, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">", x, MIDDLE + 5);
		html_add(to, choices[i].value);
		text_adds(to, "</text>\n");
	}
	if (faces) {
		add_face(to, FACE + 2, -6);
		add_face(to, WIDTH - FACE - 2, 6);
	}
	text_adds(to, "</svg>\n");
}
