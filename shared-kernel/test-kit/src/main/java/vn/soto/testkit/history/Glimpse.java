package vn.soto.testkit.history;

/**
 * What a read says about where the ledger ended at some moment between its invocation and its return.
 *
 * @param atLeast number of a commit that was there; 0 if none is known to be
 * @param atMost  the last number there can have been
 */
record Glimpse(Operation read, long atLeast, long atMost) {

    private static final long ANY = Long.MAX_VALUE;

    /**
     * @param holder    number of the commit that holds the head; 0 if none does
     * @param following number of the commit that holds the event after it; 0 if none does
     */
    static Glimpse of(Operation.HeadRead read, long holder, long following) {
        return new Glimpse(read, holder, following == 0 ? ANY : following - 1);
    }

    static Glimpse of(Operation.CommitRead read) {
        return read.seen() == null ? new Glimpse(read, 0, read.number() - 1) : new Glimpse(read, read.number(), ANY);
    }

    static Glimpse of(Operation.TailRead read) {
        return new Glimpse(read, read.number(), read.number());
    }

    String client() {
        return read.client();
    }

    long invoked() {
        return read.invoked();
    }
}
