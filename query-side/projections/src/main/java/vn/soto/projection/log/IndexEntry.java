package vn.soto.projection.log;

import vn.soto.projection.Stamped;

/**
 * An entry of an index: something that came into a place, such as a household into a unit. Whether it is still there is said
 * by its own document.
 *
 * @param subject what came
 */
public record IndexEntry(String subject, long position, long commit) implements Stamped {}
