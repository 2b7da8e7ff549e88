/** What help can be about: the services a province recognises, in versions. */
@NullMarked
package vn.soto.domain.catalogue;

import org.jspecify.annotations.NullMarked;
