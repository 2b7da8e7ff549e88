/** Registering households, and who is responsible for them. */
@NullMarked
package vn.soto.domain.household;

import org.jspecify.annotations.NullMarked;
