package vn.soto.events;

import java.util.List;
import vn.soto.contracts.shared.DomainEvent;

/** Commits that another reader of this process has decoded lately, so that none is decoded twice. Thread-safe. */
public interface DecodedCommits {

    /** Of a process in which nobody else reads the ledger. */
    DecodedCommits NONE = new DecodedCommits() {
        @Override
        public List<DecodedCommit> after(long number) {
            return List.of();
        }

        @Override
        public boolean isFarBehind() {
            return false;
        }
    };

    /**
     * Some of the commits after a number, in order: the next that are known. Commits may be missing, as those whose events cannot all be
     * decoded are; whoever needs them reads them.
     */
    List<DecodedCommit> after(long number);

    /** Whether the other reader has much to read before it is at the end of the ledger. */
    boolean isFarBehind();

    /** A commit whose events are all decoded. */
    record DecodedCommit(long number, List<DecodedEvent> events) {}

    /** An event with its place and its tags as stored. */
    record DecodedEvent(long position, List<String> tags, DomainEvent event) {}
}
