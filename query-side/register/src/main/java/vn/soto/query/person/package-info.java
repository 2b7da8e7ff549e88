/** Personal data: stored sealed, opened for readers who may read it. */
@NullMarked
package vn.soto.query.person;

import org.jspecify.annotations.NullMarked;
