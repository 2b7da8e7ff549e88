package vn.soto.plans;

/** Whether this process is the active writer of a ledger that several processes share. */
@FunctionalInterface
public interface ActiveWriter {

    boolean isActive();
}
