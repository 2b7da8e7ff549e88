/**
 * Commands over HTTP: one resource per command and one for batches; a command answers 201 with its commit, or an RFC
 * 9457 problem.
 */
@NullMarked
package vn.soto.command.http;

import org.jspecify.annotations.NullMarked;
