/** Homes: what there is to do today for whoever is signed in, by their rights. */
@NullMarked
package vn.soto.page.home;

import org.jspecify.annotations.NullMarked;
