/** The guarantees of the servers for tests. */
@NullMarked
package vn.soto.testkit.mongo;

import org.jspecify.annotations.NullMarked;
