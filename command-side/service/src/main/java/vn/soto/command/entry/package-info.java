/** How commands come in: from JSON to a command whose personal data is sealed. */
@NullMarked
package vn.soto.command.entry;

import org.jspecify.annotations.NullMarked;
