/** What is known of persons, sealed, and its erasure. */
@NullMarked
package vn.soto.domain.person;

import org.jspecify.annotations.NullMarked;
