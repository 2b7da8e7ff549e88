/** Quarterly reports and the figures both sides derive alike. */
@NullMarked
package vn.soto.contracts.report;

import org.jspecify.annotations.NullMarked;
