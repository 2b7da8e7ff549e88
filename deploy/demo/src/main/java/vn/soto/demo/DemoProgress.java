package vn.soto.demo;

import java.time.LocalDate;

/** Is told how far a load has come; called by one thread. */
@FunctionalInterface
public interface DemoProgress {

    /** @param day simulated day being loaded */
    void reached(long done, long total, LocalDate day);
}
