/** The key store in a MongoDB database of its own: its layout, and how it is read. */
@NullMarked
package vn.soto.privacy.mongo;

import org.jspecify.annotations.NullMarked;
