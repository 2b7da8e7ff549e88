/** Refused access, for auditors and administrators. */
@NullMarked
package vn.soto.query.refused;

import org.jspecify.annotations.NullMarked;
