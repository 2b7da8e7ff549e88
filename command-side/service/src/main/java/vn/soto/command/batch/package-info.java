/** Runs many commands from one request, such as those a phone collected offline. */
@NullMarked
package vn.soto.command.batch;

import org.jspecify.annotations.NullMarked;
