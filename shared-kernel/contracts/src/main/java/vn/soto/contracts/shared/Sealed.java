package vn.soto.contracts.shared;

import java.util.regex.Pattern;

/**
 * Personal data as the ledger holds it: encrypted under a key of the person it is about, kept elsewhere. Once that key is
 * destroyed nobody can open it any more. Written as one text, base64url without padding.
 */
public record Sealed(String text) {

    /** Of 4,000 bytes in the clear, at most. */
    public static final int LONGEST = 6_000;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{20," + LONGEST + "}");

    public Sealed {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("sealed data is base64url without padding");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
