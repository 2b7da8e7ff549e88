/** Pages that start something with many parts: a team with its people, a page of a notebook. */
@NullMarked
package vn.soto.page.creation;

import org.jspecify.annotations.NullMarked;
