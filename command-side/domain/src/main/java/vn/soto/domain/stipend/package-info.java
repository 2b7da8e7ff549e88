/** Stipends of teams and members, computed from the ledger and approved by another person. */
@NullMarked
package vn.soto.domain.stipend;

import org.jspecify.annotations.NullMarked;
