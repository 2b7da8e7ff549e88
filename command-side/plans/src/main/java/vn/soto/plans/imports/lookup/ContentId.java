package vn.soto.plans.imports.lookup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.soto.ledger.Hash;

/**
 * Ids derived from content, so that a file sent twice names the same things: UUIDs version 8 of SHA-256. Ids of one
 * place share a prefix, so a file sorted by place touches few index pages. Personal data is never an input: anyone who
 * guesses it could confirm the guess.
 */
public final class ContentId {

    private ContentId() {}

    public static String of(String place, String... content) {
        long high = first(place);
        long low = first(place + "\n" + String.join("\n", content));
        return new UUID((high & ~0xFFFFL) | 0x8000L | ((high >>> 4) & 0x0FFFL), (low >>> 2) | 0x8000_0000_0000_0000L)
                .toString();
    }

    private static long first(String text) {
        return ByteBuffer.wrap(
                        Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).bytes())
                .getLong();
    }
}
