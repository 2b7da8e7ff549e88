package vn.soto.projection.progress;

import java.util.Optional;
import vn.soto.projection.source.CommitToken;

/** Keeps the progress of a process without others, together with the documents. */
public interface KeptProgress {

    /** The stored progress of a lane; empty if it has none. */
    Optional<CommitToken> token(String tracker, int lane);

    void store(String tracker, int lane, CommitToken token);

    /** Whether what is kept lacks events is seen by these, which are in memory alone. */
    void watch(DeadLetterCounts deadLetters);

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
        public void watch(DeadLetterCounts deadLetters) {
            // the next start sets them aside again
        }

        @Override
        public void together(Runnable writes) {
            writes.run();
        }
    };
}
