/** Events of households, of their consents, and of the caseloads of responsible members. */
@NullMarked
package vn.soto.contracts.household;

import org.jspecify.annotations.NullMarked;
