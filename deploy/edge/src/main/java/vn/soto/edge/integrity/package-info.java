/** What a process tells of damaged commits of its ledger. */
@NullMarked
package vn.soto.edge.integrity;

import org.jspecify.annotations.NullMarked;
