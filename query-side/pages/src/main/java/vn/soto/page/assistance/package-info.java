/** A visit, recorded in four taps: the page, its receipt, and taking it back at once. */
@NullMarked
package vn.soto.page.assistance;

import org.jspecify.annotations.NullMarked;
