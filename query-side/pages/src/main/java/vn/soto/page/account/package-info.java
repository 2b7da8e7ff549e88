/** Pages about whoever is signed in. */
@NullMarked
package vn.soto.page.account;

import org.jspecify.annotations.NullMarked;
