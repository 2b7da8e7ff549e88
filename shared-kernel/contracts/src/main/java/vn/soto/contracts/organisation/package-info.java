/** Events of organisations that support teams. */
@NullMarked
package vn.soto.contracts.organisation;

import org.jspecify.annotations.NullMarked;
