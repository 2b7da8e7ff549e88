/** What the servers for tests promise. */
@NullMarked
package vn.soto.testkit.mongo;

import org.jspecify.annotations.NullMarked;
