/** Members across teams: memberships and follow-ups. */
@NullMarked
package vn.soto.query.member;

import org.jspecify.annotations.NullMarked;
