/** Quarters made up by chance, with patterns planted in them. What looks for the patterns shares no code and no number with this. */
@NullMarked
package vn.soto.query.planted;

import org.jspecify.annotations.NullMarked;
