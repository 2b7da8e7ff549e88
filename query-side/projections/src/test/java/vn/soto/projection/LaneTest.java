package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.projection.DocumentsContract.NOTES;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.Test;
import vn.soto.projection.DocumentsContract.Note;
import vn.soto.projection.progress.LaneLostException;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.TrackedCommit;

/** A lane may be interrupted anywhere: its documents are at most ahead of their token. */
final class LaneTest {

    private final CountingDocuments documents = new CountingDocuments();
    private final SequencedDeadLetterQueue<EventMessage<?>> deadLetters =
            InMemorySequencedDeadLetterQueue.defaultQueue();
    private final List<Long> stored = new ArrayList<>();
    private Consumer<CommitToken> storing = token -> stored.add(token.number());
    private final Lane lane = new Lane(
            "lane",
            List.of(new BoundProjector(new Noting(), documents, deadLetters)),
            token(0),
            token -> storing.accept(token),
            Runnable::run,
            2);

    private static final class Noting implements PlainProjector {

        @Override
        public void on(Object event, EventContext at, Batch batch) {
            batch.put(NOTES, new Note("c" + at.commit(), List.of(event.toString())));
        }

        @Override
        public boolean handles(Class<?> event) {
            return event == String.class;
        }

        @Override
        public List<DocumentType<?>> documentTypes() {
            return List.of(NOTES);
        }
    }

    private static CommitToken token(long number) {
        return new CommitToken(number, "chain");
    }

    private static TrackedCommit commit(long number, Object event) {
        return new TrackedCommit(token(number), List.of(Events.event(event, number)));
    }

    private static List<TrackedCommit> commits(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(number -> commit(number, "event " + number))
                .toList();
    }

    private long noted() {
        return documents.find(NOTES, List.of("c1", "c2", "c3", "c4", "c5")).size();
    }

    @Test
    void storesItsProgressAfterTheDocumentsOfEachBatch() {
        List<Long> documentsThen = new ArrayList<>();
        storing = token -> documentsThen.add(noted());
        lane.begin(token(0));
        lane.project(commits(1, 5));

        assertThat(documentsThen).containsExactly(2L, 4L, 5L);
        assertThat(lane.position()).isEqualTo(token(5));
    }

    @Test
    void storesNoProgressOfABatchThatIsNotWrittenAndTakesItUpAgain() {
        lane.begin(token(0));
        documents.unavailable = new MongoException("the store went away");
        lane.project(commits(1, 1));
        assertThat(stored).isEmpty();
        assertThat(lane.failing()).isTrue();
        assertThat(lane.isReady()).as("it rests first").isFalse();
        assertThat(deadLetters.size()).as("no event is at fault").isZero();

        documents.unavailable = null;
        lane.project(commits(1, 2));
        assertThat(stored).containsExactly(2L);
        assertThat(lane.failing()).isFalse();
        assertThat(noted()).isEqualTo(2);
    }

    @Test
    void projectsAgainWhatItsTokenDoesNotHave() {
        lane.begin(token(0));
        storing = token -> {
            throw new MongoException("the store went away");
        };
        lane.project(commits(1, 2));
        assertThat(noted()).as("documents are ahead").isEqualTo(2);
        assertThat(lane.position()).isEqualTo(token(0));

        storing = token -> stored.add(token.number());
        lane.project(commits(1, 2));
        assertThat(stored).containsExactly(2L);
    }

    @Test
    void endsWhenAnotherProcessHasTakenItOver() {
        lane.begin(token(0));
        storing = token -> {
            throw new LaneLostException("lane");
        };
        lane.project(commits(1, 1));
        assertThat(lane.isClaimed()).isFalse();
        assertThat(lane.failing()).isFalse();
    }

    @Test
    void movesOnOverWhatNoProjectorWants() {
        lane.begin(token(0));
        lane.project(List.of(commit(1, 7L), new TrackedCommit(token(2), List.of())));
        assertThat(lane.position()).isEqualTo(token(2));
        assertThat(noted()).isZero();

        lane.project(commits(1, 3));
        assertThat(noted()).as("of those behind its position none").isEqualTo(1);
    }
}
