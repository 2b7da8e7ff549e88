/** Events of administrative and residential units. */
@NullMarked
package vn.soto.contracts.unit;

import org.jspecify.annotations.NullMarked;
