/** The content that every key store keeps, and that none of its files shows. */
@NullMarked
package vn.soto.ledgerwriter.privacy;

import org.jspecify.annotations.NullMarked;
