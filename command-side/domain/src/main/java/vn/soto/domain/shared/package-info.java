/** Base types and checks shared by the features of the domain. */
@NullMarked
package vn.soto.domain.shared;

import org.jspecify.annotations.NullMarked;
