@NullMarked
package vn.soto.query.access;

import org.jspecify.annotations.NullMarked;
