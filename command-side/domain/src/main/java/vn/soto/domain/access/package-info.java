/** Accounts: roles granted on areas, the persons that accounts belong to, and the rights that follow. */
@NullMarked
package vn.soto.domain.access;

import org.jspecify.annotations.NullMarked;
