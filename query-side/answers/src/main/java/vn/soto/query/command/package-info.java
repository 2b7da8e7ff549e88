/** Commands as forms ask for them: fields, values and rules in the reader's language. */
@NullMarked
package vn.soto.query.command;

import org.jspecify.annotations.NullMarked;
