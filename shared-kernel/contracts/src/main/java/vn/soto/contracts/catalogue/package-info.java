/** What help can be about: services in versions a province adopts. */
@NullMarked
package vn.soto.contracts.catalogue;

import org.jspecify.annotations.NullMarked;
