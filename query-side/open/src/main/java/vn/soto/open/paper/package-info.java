/** Printed versions of reports, found by a code. */
@NullMarked
package vn.soto.open.paper;

import org.jspecify.annotations.NullMarked;
