/** Households, their responsible members, consents and caseloads. */
@NullMarked
package vn.soto.domain.household;

import org.jspecify.annotations.NullMarked;
