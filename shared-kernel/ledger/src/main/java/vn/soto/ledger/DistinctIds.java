package vn.soto.ledger;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
            hashes[size++] = id.hash();
        });
    }

    /** An id of one of three kinds, which do not meet; of commits and commands a UUID. */
    private record Id(Identified of, Object id) {

        long hash() {
            return of.hash ^ (id instanceof UUID uuid ? Hash64.of(uuid) : Hash64.of((String) id));
        }
    }

    private enum Identified {
        COMMIT,
        COMMAND,
        EVENT;

        private final long hash = Hash64.of(name());
    }

    /** @param last number of the last commit that was accepted */
    Optional<Long> firstRepeated(LedgerReader reader, long last, int page) {
        Set<Long> suspects = suspects();
        if (suspects.isEmpty()) {
            return Optional.empty();
        }
        Set<Id> seen = new HashSet<>();
        for (long number = 1; number <= last; ) {
            List<Commit> commits = reader.commits(number, page);
            for (Commit commit : commits) {
                boolean[] repeated = {false};
                ids(commit, id -> repeated[0] |= suspects.contains(id.hash()) && !seen.add(id));
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
        Arrays.parallelSort(sorted);
        Set<Long> equal = new HashSet<>();
        for (int i = 1; i < size; i++) {
            if (sorted[i] == sorted[i - 1]) {
                equal.add(sorted[i]);
            }
        }
        return equal;
    }

    private static void ids(Commit commit, Consumer<Id> id) {
        id.accept(new Id(Identified.COMMIT, commit.id()));
        if (commit.origin() instanceof Origin.Command command) {
            id.accept(new Id(Identified.COMMAND, command.id()));
        }
        commit.events().forEach(event -> id.accept(new Id(Identified.EVENT, event.id())));
    }
}
