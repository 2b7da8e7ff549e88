/** Pages about whoever is signed in. */
@NullMarked
package vn.soto.page.me;

import org.jspecify.annotations.NullMarked;
