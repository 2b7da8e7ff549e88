/** The layout of a key store in a MongoDB database of its own, and its reader. */
@NullMarked
package vn.soto.privacy.mongo;

import org.jspecify.annotations.NullMarked;
