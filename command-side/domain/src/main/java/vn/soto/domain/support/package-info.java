/** Citizens' support requests: received, taken by a member, then resolved or declined. */
@NullMarked
package vn.soto.domain.support;

import org.jspecify.annotations.NullMarked;
