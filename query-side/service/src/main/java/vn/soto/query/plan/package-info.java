/** Plans: how far they are, who answers for them, and what became of each step. */
@NullMarked
package vn.soto.query.plan;

import org.jspecify.annotations.NullMarked;
