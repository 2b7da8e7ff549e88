/** Detectors of patterns in records that somebody should look at: they point to records, accuse nobody and stop nothing. */
@NullMarked
package vn.soto.query.detection;

import org.jspecify.annotations.NullMarked;
