/** Training of members: sessions, and who attended. */
@NullMarked
package vn.soto.command.training;

import org.jspecify.annotations.NullMarked;
