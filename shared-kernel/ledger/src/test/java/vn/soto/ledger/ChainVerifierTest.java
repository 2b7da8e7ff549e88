package vn.soto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.ledger.Ledgers.with;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Five commits like the full vector; each mutant is what someone with write access to the file could do. */
final class ChainVerifierTest {

    private final List<Commit> sound = Ledgers.chained(drafts());

    private static List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            drafts.add(Ledgers.draft(with(Ledgers.full(), "correlation", "undertaking " + i)));
        }
        return drafts;
    }

    @Test
    void acceptsWhatWasNotAltered() {
        assertThat(verify(sound)).isEqualTo(sound.getLast().tail());
        assertThat(verify(List.of())).isEqualTo(Tail.empty(Ledgers.ORIGIN));
    }

    @Test
    void catchesEveryChangedField() {
        Changes.all().forEach((name, change) -> {
            for (int i = 0; i < sound.size(); i++) {
                List<Commit> altered = new ArrayList<>(sound);
                altered.set(i, change.apply(sound.get(i)));
                caught(name + " in commit " + (i + 1), altered);
            }
        });
    }

    @Test
    void catchesWhatWasMovedAddedOrTakenOut() {
        Map<String, Consumer<List<Commit>>> mutants = new LinkedHashMap<>();
        mutants.put("first dropped", List::removeFirst);
        mutants.put("middle dropped", commits -> commits.remove(2));
        mutants.put("doubled", commits -> commits.add(2, commits.get(2)));
        mutants.put("last doubled", commits -> commits.add(commits.getLast()));
        mutants.put("swapped", commits -> commits.set(1, commits.set(2, commits.get(1))));
        mutants.put("reversed", commits -> commits.replaceAll(c -> sound.get(sound.size() - (int) c.number())));
        mutants.put(
                "chain of its own",
                commits -> commits.set(
                        1, with(commits.get(1), "chain", sound.get(2).chain())));
        mutants.put(
                "previous of its own",
                commits -> commits.set(
                        1, with(commits.get(1), "previous", sound.get(2).previous())));
        mutants.put(
                "running maximum raised",
                commits -> commits.set(
                        2, with(commits.get(2), "latest", sound.get(2).latest().plusNanos(1_000))));
        mutants.put(
                "running maximum lowered",
                commits -> commits.set(
                        2, with(commits.get(2), "latest", sound.get(2).latest().minusNanos(1_000))));
        mutants.put("emptied", commits -> commits.set(1, with(commits.get(1), "events", List.of())));
        mutants.put("event moved to the next commit", ChainVerifierTest::moveAnEvent);
        mutants.put("renumbered after a drop", commits -> {
            commits.remove(2);
            commits.replaceAll(c -> c.number() < 3 ? c : with(c, "number", c.number() - 1));
        });
        mutants.forEach((name, mutant) -> {
            List<Commit> altered = new ArrayList<>(sound);
            mutant.accept(altered);
            caught(name, altered);
        });
    }

    /** One commit replaced and chained correctly: the next one does not follow it. */
    @Test
    void catchesAReplacedCommitByTheOneAfterIt() {
        for (int i = 0; i < sound.size() - 1; i++) {
            Tail before = i == 0 ? Tail.empty(Ledgers.ORIGIN) : sound.get(i - 1).tail();
            List<Commit> altered = new ArrayList<>(sound);
            Draft forged = Ledgers.draft(with(sound.get(i), "actor", "someone.else"));
            altered.set(i, Commit.after(before, forged, sound.get(i).at()));
            caught("commit " + (i + 1) + " replaced", altered);
        }
    }

    @Test
    void catchesTimeThatRunsBackwards() {
        List<Commit> altered = new ArrayList<>(sound.subList(0, 2));
        Commit late = Commit.after(
                with(sound.get(1).tail(), "at", sound.getFirst().at().minusSeconds(1)),
                Ledgers.draft(sound.get(2)),
                sound.getFirst().at().minusSeconds(1));
        altered.add(late);
        caught("recorded before the one before it", altered);
    }

    @Test
    void catchesTheLedgerOfAnotherOrigin() {
        ChainVerifier other = new ChainVerifier("demo/other");
        assertThatExceptionOfType(LedgerException.Damaged.class)
                .isThrownBy(() -> sound.forEach(other::accept))
                .withMessageContaining("commit 1");
    }

    /** A chain alone cannot show an end cut off, or everything written anew. The head known elsewhere does. */
    @Test
    void aCutOrRewrittenLedgerHasAnotherHead() {
        assertThat(verify(sound.subList(0, 4))).isNotEqualTo(sound.getLast().tail());

        List<Draft> drafts = drafts();
        drafts.set(0, Ledgers.draft(with(sound.getFirst(), "actor", "someone.else")));
        assertThat(verify(Ledgers.chained(drafts)).chain())
                .isNotEqualTo(sound.getLast().chain());
    }

    @Test
    void namesTheFirstWrongCommit() {
        List<Commit> altered = new ArrayList<>(sound);
        altered.set(3, with(sound.get(3), "actor", "someone.else"));
        assertThatExceptionOfType(LedgerException.Damaged.class)
                .isThrownBy(() -> verify(altered))
                .withMessage("commit 4: its content does not match its hash");
    }

    private static void moveAnEvent(List<Commit> commits) {
        Commit from = commits.get(1);
        Commit to = commits.get(2);
        List<RecordedEvent> more = new ArrayList<>(to.events());
        more.addFirst(from.events().getLast());
        commits.set(1, with(from, "events", List.of(from.events().getFirst())));
        commits.set(2, with(to, Map.of("events", more, "first", to.first() - 1)));
    }

    private static void caught(String name, List<Commit> altered) {
        assertThatExceptionOfType(LedgerException.Damaged.class).as(name).isThrownBy(() -> verify(altered));
    }

    private static Tail verify(List<Commit> commits) {
        ChainVerifier verifier = new ChainVerifier(Ledgers.ORIGIN);
        commits.forEach(verifier::accept);
        return verifier.tail();
    }
}
