package vn.soto.testkit.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.UUID;
import vn.soto.ledger.Hash;

/** Reads a line word by word. */
final class LineTokens {

    private final String[] words;
    private int next;

    LineTokens(String line) {
        words = line.split(" ", -1);
    }

    String next() {
        return words[next++];
    }

    /** Whether the next word is this one, which then is read. */
    boolean is(String word) {
        boolean here = words[next].equals(word);
        next += here ? 1 : 0;
        return here;
    }

    String text() {
        return URLDecoder.decode(next(), UTF_8);
    }

    long number() {
        return Long.parseLong(next());
    }

    UUID uuid() {
        return UUID.fromString(next());
    }

    Hash hash() {
        return Hash.parse(next());
    }
}
