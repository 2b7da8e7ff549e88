/** Personal data: who it is about, that it was recorded, sealed, and that it was erased. */
@NullMarked
package vn.soto.contracts.person;

import org.jspecify.annotations.NullMarked;
