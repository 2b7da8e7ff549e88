/** Members of any team, and the follow-ups that they owe. */
@NullMarked
package vn.soto.query.member;

import org.jspecify.annotations.NullMarked;
