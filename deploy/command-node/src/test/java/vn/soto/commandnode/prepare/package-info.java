/** What is sent to prepare a database, and what is refused. */
@NullMarked
package vn.soto.commandnode.prepare;

import org.jspecify.annotations.NullMarked;
