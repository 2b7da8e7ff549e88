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

    /** The subject is erased, and its key destroyed. */
    record Erased() implements Opened {}

    /** The key is lost, or is not the one it was sealed under, or the text was altered. */
    record Unreadable() implements Opened {}
}
