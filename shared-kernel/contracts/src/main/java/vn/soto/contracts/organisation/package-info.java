/** Organisations that support teams and what can happen to them. */
@NullMarked
package vn.soto.contracts.organisation;

import org.jspecify.annotations.NullMarked;
