/** Events of quarterly reports, and the figures that both sides derive alike. */
@NullMarked
package vn.soto.contracts.report;

import org.jspecify.annotations.NullMarked;
