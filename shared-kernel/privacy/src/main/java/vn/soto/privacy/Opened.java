package vn.soto.privacy;

/** The result of opening a sealed text. */
public sealed interface Opened {

    /** In the clear: shown to those who may see it, and never kept, logged or counted. */
    record Clear(String text) implements Opened {

        @Override
        public String toString() {
            return "Clear[]";
        }
    }

    /**
     * The key is lost, destroyed or damaged, or is not the one it was sealed under, or the text was altered. That the subject was
     * erased only the ledger says: zeros in a key store may be somebody else's doing.
     */
    record Unreadable() implements Opened {}
}
