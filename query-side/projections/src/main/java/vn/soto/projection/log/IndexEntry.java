package vn.soto.projection.log;

import vn.soto.projection.Stamped;

/**
 * An entry of an index: a subject that came into a place, such as a household into a unit. The subject's own document
 * states whether it is still there.
 *
 * @param subject id of the subject
 */
public record IndexEntry(String subject, long position, long commit) implements Stamped {}
