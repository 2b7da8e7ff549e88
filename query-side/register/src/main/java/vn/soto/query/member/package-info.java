/** Members across teams: memberships, help given with its credit, and follow-ups. */
@NullMarked
package vn.soto.query.member;

import org.jspecify.annotations.NullMarked;
