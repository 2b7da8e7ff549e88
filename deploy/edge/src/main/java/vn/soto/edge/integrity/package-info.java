/** The reports of a process about damaged commits of its ledger. */
@NullMarked
package vn.soto.edge.integrity;

import org.jspecify.annotations.NullMarked;
