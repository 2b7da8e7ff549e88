/** What is known of persons: kept sealed, opened when somebody who may reads it. */
@NullMarked
package vn.soto.query.person;

import org.jspecify.annotations.NullMarked;
