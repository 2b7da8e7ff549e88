/** Training of members and what can happen to a session. */
@NullMarked
package vn.soto.contracts.training;

import org.jspecify.annotations.NullMarked;
