package vn.soto.projection.file;

/**
 * Tells of most documents that are not in the file that they are not. While a whole ledger is folded, every second look-up is for
 * such a one. It remembers bits of hashes, so it may take a document for one that is there.
 */
final class SeenIds {

    private static final int BITS = 25;
    private static final int SPREAD = 0x9E3779B9;

    private final long[] seen = new long[(1 << BITS) / Long.SIZE];

    /** @param table to tell documents of the same id apart */
    void add(int table, String id) {
        int bit = bit(table, id);
        seen[bit / Long.SIZE] |= 1L << bit;
    }

    /** False if the document was never added. */
    boolean mayContain(int table, String id) {
        int bit = bit(table, id);
        return (seen[bit / Long.SIZE] & (1L << bit)) != 0;
    }

    private static int bit(int table, String id) {
        int mixed = (id.hashCode() + table * SPREAD) * SPREAD;
        return ((mixed ^ (mixed >>> Short.SIZE)) * SPREAD) >>> (Integer.SIZE - BITS);
    }
}
