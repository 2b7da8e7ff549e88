package vn.soto.demo;

import java.time.LocalDate;

/** Receives the progress of a load; called by one thread. */
@FunctionalInterface
public interface DemoProgress {

    /** @param day simulated day being loaded */
    void reached(long done, long total, LocalDate day);
}
