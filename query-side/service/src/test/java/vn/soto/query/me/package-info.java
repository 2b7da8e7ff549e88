@NullMarked
package vn.soto.query.me;

import org.jspecify.annotations.NullMarked;
