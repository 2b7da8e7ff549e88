/** Submitting a team's quarterly report. */
@NullMarked
package vn.soto.domain.report;

import org.jspecify.annotations.NullMarked;
