/** Events of citizens' support requests. */
@NullMarked
package vn.soto.contracts.support;

import org.jspecify.annotations.NullMarked;
