@NullMarked
package vn.soto.ledger.mongo;

import org.jspecify.annotations.NullMarked;
