package vn.soto.projection;

/** A value that carries the position and commit of the event that made it. */
public interface Stamped {

    /** Position of the event in the ledger. */
    long position();

    /** Number of the event's commit. */
    long commit();

    /** Ascending identity within a list: the position, unless one event makes several rows. */
    default long order() {
        return position();
    }
}
