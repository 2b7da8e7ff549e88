/** Links of answers: what they name, and what can be asked or done next. */
@NullMarked
package vn.soto.query.link;

import org.jspecify.annotations.NullMarked;
