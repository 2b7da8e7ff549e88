package vn.soto.projection.progress;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** The live query processes, and the share of this one in the lanes of the tracker. */
public interface ProcessRegistry {

    /** Announces this process now and then regularly. */
    void start(ScheduledExecutorService scheduler);

    /** Takes this process out. */
    void stop();

    /** Number of the tracker's lanes that this process may hold now. */
    int share(int lanes);

    /** The live processes, as far as known. */
    List<String> alive();

    /** A process without others: it runs every lane. */
    record Alone(String owner) implements ProcessRegistry {

        @Override
        public void start(ScheduledExecutorService scheduler) {
            // There is nobody to announce it to.
        }

        @Override
        public void stop() {
            // As above.
        }

        @Override
        public int share(int lanes) {
            return lanes;
        }

        @Override
        public List<String> alive() {
            return List.of(owner);
        }
    }
}
