/** Records that a later change left behind: what they rest on was true when they were recorded, and is not any more. */
@NullMarked
package vn.soto.query.correction;

import org.jspecify.annotations.NullMarked;
