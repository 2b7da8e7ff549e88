/** Submitting a team's quarterly report. */
@NullMarked
package vn.soto.command.report;

import org.jspecify.annotations.NullMarked;
