/**
 * The query side as a process of its own, one of several on a ledger in MongoDB. It reads the ledger and writes its
 * read models.
 */
@NullMarked
package vn.soto.querynode;

import org.jspecify.annotations.NullMarked;
