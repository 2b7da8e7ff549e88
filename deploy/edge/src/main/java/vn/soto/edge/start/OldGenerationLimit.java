package vn.soto.edge.start;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import javax.management.NotificationEmitter;

/**
 * Collects the whole heap once its old generation holds half as much again as the last such collection left. The serial collector by
 * itself collects it when the heap has grown to its end. So a product would take memory that it does not use.
 */
public final class OldGenerationLimit {

    /** Of the serial collector; others collect their old generation beside the program. */
    private static final String POOL = "Tenured Gen";

    /** With the young generation and what is outside the heap, less than 1 GB. */
    private static final long LEAST = 320L * 1024 * 1024;

    private final MemoryPoolMXBean old;
    private final Runnable collection;
    private final long least;

    /** @param collection collects the whole heap */
    OldGenerationLimit(MemoryPoolMXBean old, Runnable collection, long least) {
        this.old = old;
        this.collection = collection;
        this.least = least;
        set();
    }

    /** Holds the old generation of this JVM to it, if its collector is the serial one. */
    public static void hold() {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals(POOL) && pool.isUsageThresholdSupported())
                .map(pool -> new OldGenerationLimit(pool, System::gc, LEAST))
                .forEach(OldGenerationLimit::listen);
    }

    private void listen() {
        NotificationEmitter emitter = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
        emitter.addNotificationListener(
                (reached, limit) -> reached(),
                told -> told.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED),
                null);
    }

    void reached() {
        collection.run();
        set();
    }

    private void set() {
        long used = old.getUsage().getUsed();
        old.setUsageThreshold(
                Math.min(Math.max(least, used + used / 2), old.getUsage().getMax()));
    }
}
