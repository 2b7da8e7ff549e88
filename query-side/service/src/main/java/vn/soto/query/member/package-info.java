/** What a member of teams did: help given with the credit for it, and what is to be looked at again. */
@NullMarked
package vn.soto.query.member;

import org.jspecify.annotations.NullMarked;
