/**
 * The register of refused access: the senders, the rights they lacked and the places, in a store that never grows
 * beyond a number of entries.
 */
@NullMarked
package vn.soto.privacy.refused;

import org.jspecify.annotations.NullMarked;
