package vn.soto.harness;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A signal to a process. */
public enum Signal {
    /** Suspends it without notice, like a suspended machine; it neither runs nor ends until {@link #CONT}. */
    STOP,
    CONT;

    public void send(Process process) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new AssertionError("kill -" + name() + " exited with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
