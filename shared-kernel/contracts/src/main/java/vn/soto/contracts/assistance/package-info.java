/** Help given to households, businesses and passers-by: how a record of it is followed up, verified, corrected or voided. */
@NullMarked
package vn.soto.contracts.assistance;

import org.jspecify.annotations.NullMarked;
