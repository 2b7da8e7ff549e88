package vn.soto.query.report;

/**
 * A change of a figure by one event.
 *
 * @param position of the event
 * @param before   the figure without it
 * @param after    the figure with it
 */
record FigureStep(String code, long position, long before, long after) {}
