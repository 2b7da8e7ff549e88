package vn.soto.testkit.history;

/**
 * The bounds that a read gives for the end of the ledger at some moment between its invocation and its return.
 *
 * @param atLeast number of a commit that was there; 0 if none is known to be
 * @param atMost  the last number there can have been
 */
record TailBounds(Operation read, long atLeast, long atMost) {

    private static final long ANY = Long.MAX_VALUE;

    /**
     * @param holder    number of the commit that holds the head; 0 if none does
     * @param following number of the commit that holds the event after it; 0 if none does
     */
    static TailBounds of(Operation.HeadRead read, long holder, long following) {
        return new TailBounds(read, holder, following == 0 ? ANY : following - 1);
    }

    static TailBounds of(Operation.CommitRead read) {
        return read.seen() == null
                ? new TailBounds(read, 0, read.number() - 1)
                : new TailBounds(read, read.number(), ANY);
    }

    static TailBounds of(Operation.TailRead read) {
        return new TailBounds(read, read.number(), read.number());
    }

    String client() {
        return read.client();
    }

    long invoked() {
        return read.invoked();
    }
}
