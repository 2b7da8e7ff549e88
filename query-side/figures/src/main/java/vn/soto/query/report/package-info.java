/** Submitted reports, drafts, and the events behind each figure. */
@NullMarked
package vn.soto.query.report;

import org.jspecify.annotations.NullMarked;
