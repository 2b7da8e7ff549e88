/** Good models, who takes them up, and the figures of those before and since. */
@NullMarked
package vn.soto.query.practice;

import org.jspecify.annotations.NullMarked;
