package vn.soto.edge;

/** The pages that need no account: they hold nothing of anybody, and nothing of the ledger. */
public final class PublicPages {

    private PublicPages() {}

    /** Patterns of their addresses. */
    public static String[] addresses() {
        return new String[] {
            "/assets/**", "/preferences", "/help", "/help/**", "/field", "/field/en", "/field.webmanifest", "/sw.js"
        };
    }
}
