@NullMarked
package vn.soto.domain.person;

import org.jspecify.annotations.NullMarked;
