/** Personal data of subjects, sealed, and its erasure. */
@NullMarked
package vn.soto.domain.person;

import org.jspecify.annotations.NullMarked;
