/** Refused access: what an account had no right to is counted, and recorded for auditors. */
@NullMarked
package vn.soto.edge.refused;

import org.jspecify.annotations.NullMarked;
