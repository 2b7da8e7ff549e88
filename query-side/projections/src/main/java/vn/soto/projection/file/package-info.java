/** Read models in a file of one process, which a start goes on with: documents and progress together, disposable. */
@NullMarked
package vn.soto.projection.file;

import org.jspecify.annotations.NullMarked;
