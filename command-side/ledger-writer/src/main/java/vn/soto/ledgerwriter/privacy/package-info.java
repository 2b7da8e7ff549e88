/** Creates and destroys the keys of subjects; only the command side can. */
@NullMarked
package vn.soto.ledgerwriter.privacy;

import org.jspecify.annotations.NullMarked;
