/** Help given to households, and how a record of it is corrected or voided. */
@NullMarked
package vn.soto.contracts.assistance;

import org.jspecify.annotations.NullMarked;
