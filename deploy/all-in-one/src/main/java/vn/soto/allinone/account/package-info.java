/**
 * Local accounts of the all-in-one: who may sign in, by which password, PIN or code. Their rights stand in the ledger.
 */
@NullMarked
package vn.soto.allinone.account;

import org.jspecify.annotations.NullMarked;
