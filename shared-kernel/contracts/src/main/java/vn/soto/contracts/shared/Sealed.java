package vn.soto.contracts.shared;

import java.util.regex.Pattern;

/**
 * Personal data as the ledger holds it: encrypted under a key of its subject that is kept outside the ledger. Once the
 * key is destroyed, the data cannot be decrypted. Written as one text, base64url without padding.
 */
public record Sealed(String text) {

    /** Longest text; it holds up to 4,000 bytes of plaintext. */
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
