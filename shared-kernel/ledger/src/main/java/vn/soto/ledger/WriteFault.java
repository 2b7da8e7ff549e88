package vn.soto.ledger;

/** The fault that keeps a ledger, or the store of its keys, from being written. */
public enum WriteFault {
    DISK_FULL("disk-full"),
    /** A sync failed: what is on the disk is unknown until a new process has read it. */
    DISK_FAILED("disk-failed"),
    READ_ONLY("ledger-read-only"),
    /** The machine's clock is behind the last commit. */
    CLOCK_BEHIND("clock-behind"),
    /** The machine's clock has jumped ahead of the time that has passed. */
    CLOCK_AHEAD("clock-ahead"),
    /** The key store has for one subject what the master key does not open; all others are written. */
    KEY_DAMAGED("key-damaged"),
    /** The server has no primary, no majority, or does not answer. */
    STORE_UNREACHABLE("store-unreachable"),
    /** The server refuses the user of this process. */
    ACCESS_DENIED("store-access-denied"),
    /** Another file, a shorter one or none is where the process opened one. */
    FILE_REPLACED("ledger-file-replaced"),
    /** The stored data contradicts itself. */
    DAMAGED("ledger-damaged"),
    OTHER("unavailable");

    private final String code;

    WriteFault(String code) {
        this.code = code;
    }

    /** The name of the fault outside the program: in problems, in health and in meters. */
    public String code() {
        return code;
    }

    /** Whether nothing is written any more until the process is started again. */
    public boolean isFinal() {
        return this == DISK_FAILED || this == FILE_REPLACED || this == DAMAGED;
    }
}
