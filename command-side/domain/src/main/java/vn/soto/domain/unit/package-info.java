/** Administrative and residential units: how they come about, change, succeed each other and end. */
@NullMarked
package vn.soto.domain.unit;

import org.jspecify.annotations.NullMarked;
