/** The catalogue of services that a province recognises, in versions. */
@NullMarked
package vn.soto.domain.catalogue;

import org.jspecify.annotations.NullMarked;
