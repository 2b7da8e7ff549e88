/** The projection engine: batches applied in memory, one write per document, progress, dead letters. */
@NullMarked
package vn.soto.projection;

import org.jspecify.annotations.NullMarked;
