/** Spring configuration of the command side over a ledger. */
@NullMarked
package vn.soto.command.config;

import org.jspecify.annotations.NullMarked;
