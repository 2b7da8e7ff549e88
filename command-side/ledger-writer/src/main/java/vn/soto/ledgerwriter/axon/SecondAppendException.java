package vn.soto.ledgerwriter.axon;

/**
 * One unit of work is one commit, and this one has appended already: an event handler published more events while the
 * first were being stored. The first commit stands; nothing of the second was written.
 */
public final class SecondAppendException extends IllegalStateException {

    SecondAppendException() {
        super("one unit of work appends once; publish follow-up events from a unit of work of their own");
    }
}
