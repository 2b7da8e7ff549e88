/** Plans: their progress, the accounts answerable for them, and the outcome of each step. */
@NullMarked
package vn.soto.query.plan;

import org.jspecify.annotations.NullMarked;
