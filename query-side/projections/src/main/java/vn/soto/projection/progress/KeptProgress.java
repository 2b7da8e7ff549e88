package vn.soto.projection.progress;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.soto.projection.source.CommitToken;

/** Keeps the progress of a process without others and its dead letters, together with the documents. */
public interface KeptProgress {

    /** The stored progress of a lane; empty if it has none. */
    Optional<CommitToken> token(String tracker, int lane);

    void store(String tracker, int lane, CommitToken token);

    /** Begins the names of trackers, and of projections with dead letters, that are of replays. */
    String OF_REPLAYS = "rebuild of ";

    /** Removes the progress of a tracker. */
    default void forget(String tracker) {
        // the progress of one that keeps nothing
    }

    /** The dead letters of a projection that the start before left. */
    default List<KeptLetter> letters(String projection) {
        return List.of();
    }

    /** The dead letters of all projections, which are in memory, can be had here from now on. */
    void watch(Supplier<List<KeptLetter>> letters);

    /** Writes documents and the progress that goes with them so that a crash keeps all of them or none. */
    void together(Runnable writes);

    /** Whether the next start reads it. */
    default boolean isLasting() {
        return true;
    }

    /** Progress that ends with the process. */
    KeptProgress NONE = new KeptProgress() {

        @Override
        public boolean isLasting() {
            return false;
        }

        @Override
        public Optional<CommitToken> token(String tracker, int lane) {
            return Optional.empty();
        }

        @Override
        public void store(String tracker, int lane, CommitToken token) {
            // the next start begins anew
        }

        @Override
        public void watch(Supplier<List<KeptLetter>> letters) {
            // the next start sets them aside again
        }

        @Override
        public void together(Runnable writes) {
            writes.run();
        }
    };
}
