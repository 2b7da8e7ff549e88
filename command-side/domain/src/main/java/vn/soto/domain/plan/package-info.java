/** Work of many commands: how it is planned, approved, carried out, stopped and taken back; and the two-person rule. */
@NullMarked
package vn.soto.domain.plan;

import org.jspecify.annotations.NullMarked;
