/** The problem of a question, as its answer states it. */
@NullMarked
package vn.soto.query.problem;

import org.jspecify.annotations.NullMarked;
