/** A person in whichever teams: memberships, help given with the credit for it, and what is to be looked at again. */
@NullMarked
package vn.soto.query.member;

import org.jspecify.annotations.NullMarked;
