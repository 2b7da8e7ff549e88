/** Teams: formation, memberships, offices, coverage, consolidation and dissolution. */
@NullMarked
package vn.soto.domain.team;

import org.jspecify.annotations.NullMarked;
