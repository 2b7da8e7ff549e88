package vn.soto.projection;

/** Stamped with the event that made it. */
public interface Stamped {

    /** Of the event in the ledger. */
    long position();

    /** Number of the commit that holds the event. */
    long commit();

    /** Identity within a list, ascending: the position, unless one event makes several rows. */
    default long order() {
        return position();
    }
}
