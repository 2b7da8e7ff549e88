/** The catalogue of services, in versions that a province adopts. */
@NullMarked
package vn.soto.contracts.catalogue;

import org.jspecify.annotations.NullMarked;
