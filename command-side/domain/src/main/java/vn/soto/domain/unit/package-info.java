/** Administrative and residential units: establishment, changes, successions and ends. */
@NullMarked
package vn.soto.domain.unit;

import org.jspecify.annotations.NullMarked;
