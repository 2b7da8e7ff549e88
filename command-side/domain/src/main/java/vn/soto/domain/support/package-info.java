/** Requests for support from citizens: received, taken by a member, answered. */
@NullMarked
package vn.soto.domain.support;

import org.jspecify.annotations.NullMarked;
