package vn.soto.projection.progress;

/** The clock of the read models' server, as last read, and the time that has passed in this process since. Thread-safe. */
final class ServerClock {

    private volatile Reading last = new Reading(0, System.nanoTime());

    private record Reading(long millis, long at) {}

    void read(long millis) {
        last = new Reading(millis, System.nanoTime());
    }

    /** Milliseconds since 1970; before the first reading near 0, so that no claim seems to have expired. */
    long millis() {
        Reading reading = last;
        return reading.millis + (System.nanoTime() - reading.at) / 1_000_000;
    }
}
