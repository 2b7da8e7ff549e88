package vn.soto.axon;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The numbers of another source, which is asked for many at a time. A secure source takes a lock and some microseconds
 * each time, and every message has an id. A number is given once and then forgotten. Thread-safe.
 */
final class BufferedRandom implements RandomGenerator {

    private static final int BYTES = 4_096;

    private final RandomGenerator source;
    private final ByteBuffer buffer = ByteBuffer.allocate(BYTES).limit(0);

    BufferedRandom(RandomGenerator source) {
        this.source = source;
    }

    @Override
    public synchronized long nextLong() {
        if (!buffer.hasRemaining()) {
            source.nextBytes(buffer.array());
            buffer.clear();
        }
        int at = buffer.position();
        long number = buffer.getLong();
        Arrays.fill(buffer.array(), at, at + Long.BYTES, (byte) 0);
        return number;
    }
}
