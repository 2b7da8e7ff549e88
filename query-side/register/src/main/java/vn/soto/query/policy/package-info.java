/** The policy of the province: what is in force on a day, and every version adopted. */
@NullMarked
package vn.soto.query.policy;

import org.jspecify.annotations.NullMarked;
