package vn.soto.projection.supposed;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.Tail;
import vn.soto.projection.Batch;
import vn.soto.projection.Documents;
import vn.soto.projection.Projector;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.ProjectedEvent;

/**
 * Events that nobody has recorded, as the last of the ledger. Answers {@linkplain #without without} and {@linkplain #with with} them
 * are made of the same documents, so that they differ by these events alone, whatever others record meanwhile. Its commits have
 * numbers and positions far after the tail, which no other commit will have soon. For one thread; what is supposed is seen by
 * that thread alone, and ends with the answer.
 */
public final class Supposition {

    private static final ScopedValue<View> CURRENT = ScopedValue.newInstance();
    private static final long COMMITS_APART = 1_000_000;
    private static final long POSITIONS_APART = 10_000_000;
    private static final UUID COMMAND = new UUID(0, 0);

    private final View without;
    private final View with;
    private final SupposedDocuments changed;

    /** @param commits the last is the one as of which it is answered */
    private record View(Documents documents, List<Commit> commits) {}

    private Supposition(View without, View with, SupposedDocuments changed) {
        this.without = without;
        this.with = with;
        this.changed = changed;
    }

    /**
     * An event and the form in which it would be stored.
     *
     * @param event decoded
     */
    public record Supposed(DomainEvent event, RecordedEvent recorded) {}

    /**
     * @param tail  of the ledger
     * @param at    when the events are recorded
     * @param actor by whom
     */
    public static Supposition of(
            SupposableDocuments documents,
            List<Projector> projectors,
            Tail tail,
            Instant at,
            String actor,
            List<Supposed> events) {
        Commit quiet = quiet(tail, at, actor);
        Commit commit = Commit.after(quiet.tail(), draft(actor, events), at);
        SupposedDocuments read = new SupposedDocuments(documents.known());
        SupposedDocuments changed = new SupposedDocuments(read);
        List<ProjectedEvent> projected = IntStream.range(0, events.size())
                .mapToObj(i -> new ProjectedEvent(events.get(i).event(), EventContext.of(commit, i)))
                .toList();
        View with = new View(changed, List.of(quiet, commit));
        ScopedValue.where(CURRENT, with)
                .run(() -> projectors.stream()
                        .filter(projector -> projector.own().isEmpty())
                        .forEach(projector -> Batch.fold(projector, changed, handled(projector, projected))));
        return new Supposition(new View(read, List.of(quiet)), with, changed);
    }

    private static List<ProjectedEvent> handled(Projector projector, List<ProjectedEvent> events) {
        return events.stream()
                .filter(event -> projector.handles(event.event().getClass()))
                .toList();
    }

    private static Draft draft(String actor, List<Supposed> events) {
        return new Draft(
                COMMAND,
                origin(),
                actor,
                null,
                null,
                COMMAND.toString(),
                COMMAND.toString(),
                events.stream().map(Supposed::recorded).toList(),
                List.of());
    }

    private static Origin.Command origin() {
        return new Origin.Command(COMMAND, "supposed", Hash.sha256(new byte[0]));
    }

    /** Stands for the ledger as it is, at the number before that of the events; it has none. */
    private static Commit quiet(Tail tail, Instant at, String actor) {
        return new Commit(
                tail.number() + COMMITS_APART,
                tail.next() + POSITIONS_APART,
                COMMAND,
                at.isBefore(tail.at()) ? tail.at() : at,
                origin(),
                actor,
                null,
                null,
                COMMAND.toString(),
                COMMAND.toString(),
                List.of(),
                tail.latest(),
                tail.chain(),
                tail.chain());
    }

    /**
     * Whether the thread is making an answer with or without events of a supposition: nothing of it may be kept for
     * other answers.
     */
    public static boolean isSupposing() {
        return CURRENT.isBound();
    }

    static Optional<Documents> documents() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get().documents) : Optional.empty();
    }

    static List<Commit> commits() {
        return CURRENT.isBound() ? CURRENT.get().commits : List.of();
    }

    /** An answer as of a commit. */
    @FunctionalInterface
    public interface AnswerAsOf<T> {

        T asOf(long commit);
    }

    /** The answer without the events. */
    public <T> T without(AnswerAsOf<T> answer) {
        return made(without, answer);
    }

    /** The answer with them. */
    public <T> T with(AnswerAsOf<T> answer) {
        return made(with, answer);
    }

    /** The answer without the events, then the answer with them alone. */
    public <T> Set<T> either(AnswerAsOf<? extends Collection<T>> answer) {
        Set<T> found = new LinkedHashSet<>(without(answer));
        found.addAll(with(answer));
        return found;
    }

    private static <T> T made(View view, AnswerAsOf<T> answer) {
        Supplier<T> supplied = () -> answer.asOf(view.commits.getLast().number());
        return ScopedValue.where(CURRENT, view).call(supplied::get);
    }

    /** The ids of the documents that the events change. */
    public Stream<String> changed() {
        return changed.written();
    }
}
