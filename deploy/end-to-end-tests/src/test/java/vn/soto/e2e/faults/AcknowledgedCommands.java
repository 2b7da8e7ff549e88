package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The commit of each acknowledged command, over all starts of the product. Safe for any number of threads. */
final class AcknowledgedCommands {

    private final Map<UUID, Long> commits = new ConcurrentHashMap<>();
    private final AtomicLong answers = new AtomicLong();
    private volatile long limit = Long.MAX_VALUE;
    private volatile Runnable atLimit = () -> {};

    /** Runs the action once, on the thread that hears the acknowledgement of this number from now. */
    void after(long acknowledgements, Runnable action) {
        atLimit = action;
        limit = answers.get() + acknowledgements;
    }

    /** Every answer about a command names the same commit. */
    void note(UUID command, long commit) {
        Long before = commits.putIfAbsent(command, commit);
        assertThat(before == null ? commit : before)
                .as("commit of command %s", command)
                .isEqualTo(commit);
        if (answers.incrementAndGet() == limit) {
            atLimit.run();
        }
    }

    /** Commands that were acknowledged at least once. */
    int commands() {
        return commits.size();
    }

    /** Acknowledgements, those of repeats too. */
    long answers() {
        return answers.get();
    }

    /** Each acknowledged command is in the ledger once and at its number, and nobody's commands are there. */
    void assertAreThe(List<UUID> recorded, Set<UUID> sent) {
        assertThat(recorded).doesNotHaveDuplicates();
        commits.forEach((command, commit) -> assertThat(recorded.get(Math.toIntExact(commit) - 1))
                .as("command of commit %d", commit)
                .isEqualTo(command));
        assertThat(sent).containsAll(recorded);
    }
}
