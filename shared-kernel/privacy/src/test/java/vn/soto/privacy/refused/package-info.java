/**
 * The register of refused access: accounts with the rights they lacked, in a store that never grows beyond a number of
 * entries.
 */
@NullMarked
package vn.soto.privacy.refused;

import org.jspecify.annotations.NullMarked;
