/** Training sessions and their attendance by team. */
@NullMarked
package vn.soto.query.training;

import org.jspecify.annotations.NullMarked;
