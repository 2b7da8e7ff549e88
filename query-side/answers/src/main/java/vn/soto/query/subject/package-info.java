/** The kinds of ids, and the names of the subjects that ids stand for. */
@NullMarked
package vn.soto.query.subject;

import org.jspecify.annotations.NullMarked;
