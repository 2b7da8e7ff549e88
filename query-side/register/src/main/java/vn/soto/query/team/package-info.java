/** Team cards and the coverage of units by teams. */
@NullMarked
package vn.soto.query.team;

import org.jspecify.annotations.NullMarked;
