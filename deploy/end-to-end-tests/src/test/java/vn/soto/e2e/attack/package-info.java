/** Attacks on the whole product through its API: hostile requests, roles, and requests that two servers read differently. */
@NullMarked
package vn.soto.e2e.attack;

import org.jspecify.annotations.NullMarked;
