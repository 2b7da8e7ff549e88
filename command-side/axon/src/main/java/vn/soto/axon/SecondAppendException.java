package vn.soto.axon;

/**
 * A unit of work appended twice: an event handler published events while the first ones were being stored. A unit of
 * work is one commit; the first is durable, nothing of the second was written.
 */
public final class SecondAppendException extends IllegalStateException {

    SecondAppendException() {
        super("one unit of work appends once; publish follow-up events from a unit of work of their own");
    }
}
