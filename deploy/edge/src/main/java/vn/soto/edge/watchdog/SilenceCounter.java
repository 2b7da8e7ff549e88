package vn.soto.edge.watchdog;

import java.util.function.LongSupplier;

/**
 * Counts the ticks of the watchdog since the last sign of life. A tick that comes late is not counted, because then the
 * watchdog did not run either. The whole process was stopped, the machine slept or had no time, or the garbage
 * collector worked. Nothing follows about the rest of the process. So {@value #TICKS} counted ticks are as many
 * intervals in which the watchdog ran on time and the rest of the process answered nothing.
 */
final class SilenceCounter {

    static final int TICKS = 60;

    private final long interval;
    private final LongSupplier nanoTime;
    private long lastTick;
    private long lastSign;
    private int silent;

    /** @param interval planned interval of the ticks in nanoseconds */
    SilenceCounter(long interval, LongSupplier nanoTime) {
        this.interval = interval;
        this.nanoTime = nanoTime;
        this.lastTick = nanoTime.getAsLong();
    }

    /**
     * One tick.
     *
     * @param signs number of signs of life since the start
     * @return whether the silence has lasted
     */
    boolean tick(long signs) {
        long now = nanoTime.getAsLong();
        boolean late = now - lastTick > 2 * interval;
        lastTick = now;
        if (signs != lastSign) {
            lastSign = signs;
            silent = 0;
        } else if (!late) {
            silent++;
        }
        return silent >= TICKS;
    }
}
