@NullMarked
package vn.soto.ledgerwriter.mongo;

import org.jspecify.annotations.NullMarked;
