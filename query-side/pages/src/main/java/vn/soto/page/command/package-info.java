/** Commands as they are described: who may give them, what they ask for, and what may refuse them. */
@NullMarked
package vn.soto.page.command;

import org.jspecify.annotations.NullMarked;
