package vn.soto.ledger.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Checksum of a row of bytes under an id in a file that may be made anew. It has no key: it shows faults, not forgery. */
public final class RowChecksum {

    private RowChecksum() {}

    public static long of(String id, byte[] body) {
        CRC32C sum = new CRC32C();
        sum.update(id.getBytes(StandardCharsets.UTF_8));
        sum.update(body);
        return sum.getValue();
    }
}
