/** A person's memberships, in whichever teams. */
@NullMarked
package vn.soto.query.member;

import org.jspecify.annotations.NullMarked;
