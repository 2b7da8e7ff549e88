package vn.soto.plans;

/** Whether this process is the one that writes, where several could. */
@FunctionalInterface
public interface ActiveWriter {

    boolean isActive();
}
