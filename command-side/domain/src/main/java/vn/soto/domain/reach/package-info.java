/**
 * The right to issue a command in a place: the places of commands, the rights of senders, and the interceptor that
 * decides.
 */
@NullMarked
package vn.soto.domain.reach;

import org.jspecify.annotations.NullMarked;
