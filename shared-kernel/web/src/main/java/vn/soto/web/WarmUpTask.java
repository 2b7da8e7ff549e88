package vn.soto.web;

/** Work before the port opens that loads what requests will need; it records nothing. */
@FunctionalInterface
public interface WarmUpTask {

    void run();
}
