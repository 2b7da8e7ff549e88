package vn.soto.edge.start;

/** When a process is warmed up: values of {@code soto.warm-up}; {@code true} is {@code on}, {@code false} is {@code off}. */
enum WarmUpMode {
    OFF,
    /** Once the port is open, in the background; handles no requests of its own. */
    ON,
    /** Before the port opens, requests included. */
    BEFORE,
    /** As {@link #BEFORE}; then the port opens and the process ends: a rehearsal that the JVM records. */
    ONLY
}
