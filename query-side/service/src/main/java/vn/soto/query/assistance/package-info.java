/** One record of help, whole: what it says, what it said before, and everything to look at about it. */
@NullMarked
package vn.soto.query.assistance;

import org.jspecify.annotations.NullMarked;
