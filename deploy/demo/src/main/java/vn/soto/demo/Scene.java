package vn.soto.demo;

import java.time.LocalDate;

/** One strand of the demo's story. */
interface Scene {

    /** Plays a day; called once for each day, in order. */
    void play(LocalDate day, Stage stage);
}
