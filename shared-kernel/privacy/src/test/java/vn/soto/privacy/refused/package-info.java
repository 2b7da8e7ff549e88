/** The register of refused access: who lacked which right to what, in a store that never grows beyond a number of entries. */
@NullMarked
package vn.soto.privacy.refused;

import org.jspecify.annotations.NullMarked;
