/** Training sessions, and at which of them members of a team were trained. */
@NullMarked
package vn.soto.query.training;

import org.jspecify.annotations.NullMarked;
