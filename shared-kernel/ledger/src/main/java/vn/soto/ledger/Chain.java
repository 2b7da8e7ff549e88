package vn.soto.ledger;

import java.nio.charset.StandardCharsets;

/** The hash chain over commits: one altered byte anywhere changes every later value. */
public final class Chain {

    private static final String VERSION = "soto/ledger/v1";

    private Chain() {}

    /** SHA-256 of the format's name followed by the ledger's origin, both UTF-8. */
    public static Hash genesis(String origin) {
        return Hash.sha256(VERSION.getBytes(StandardCharsets.UTF_8), origin.getBytes(StandardCharsets.UTF_8));
    }

    public static Hash next(Hash previous, Hash leaf) {
        return Hash.sha256(previous.bytes(), leaf.bytes());
    }
}
