/**
 * Quarters made up by chance, with patterns planted in them. The detectors of the patterns share no code and no number
 * with this.
 */
@NullMarked
package vn.soto.query.planted;

import org.jspecify.annotations.NullMarked;
