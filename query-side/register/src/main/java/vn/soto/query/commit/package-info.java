/** Single commits of the ledger, as auditors cite them. */
@NullMarked
package vn.soto.query.commit;

import org.jspecify.annotations.NullMarked;
