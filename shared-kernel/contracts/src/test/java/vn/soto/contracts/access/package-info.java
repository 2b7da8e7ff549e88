@NullMarked
package vn.soto.contracts.access;

import org.jspecify.annotations.NullMarked;
