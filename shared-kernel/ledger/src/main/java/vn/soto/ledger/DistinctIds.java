package vn.soto.ledger;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the first commit with an id that an earlier one has: its own, its command's or an event's. Keeps 8 bytes for
 * each id; only if two of these hashes are equal is the ledger read again.
 */
final class DistinctIds {

    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] hashes = new long[FIRST_CAPACITY];
    private int size;

    void accept(Commit commit) {
        ids(commit, id -> {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * size);
            }
            hashes[size++] = Hash64.of(id);
        });
    }

    /** @param last number of the last commit that was accepted */
    Optional<Long> firstRepeated(LedgerReader reader, long last, int page) {
        Set<Long> suspects = suspects();
        if (suspects.isEmpty()) {
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        for (long number = 1; number <= last; ) {
            List<Commit> commits = reader.commits(number, page);
            for (Commit commit : commits) {
                boolean[] repeated = {false};
                ids(commit, id -> repeated[0] |= suspects.contains(Hash64.of(id)) && !seen.add(id));
                if (repeated[0]) {
                    return Optional.of(commit.number());
                }
            }
            number += commits.size();
        }
        return Optional.empty();
    }

    private Set<Long> suspects() {
        long[] sorted = Arrays.copyOf(hashes, size);
        Arrays.sort(sorted);
        Set<Long> equal = new HashSet<>();
        for (int i = 1; i < size; i++) {
            if (sorted[i] == sorted[i - 1]) {
                equal.add(sorted[i]);
            }
        }
        return equal;
    }

    /** Ids of three kinds, which do not meet. */
    private static void ids(Commit commit, Consumer<String> id) {
        id.accept("commit " + commit.id());
        if (commit.origin() instanceof Origin.Command command) {
            id.accept("command " + command.id());
        }
        commit.events().forEach(event -> id.accept("event " + event.id()));
    }
}
