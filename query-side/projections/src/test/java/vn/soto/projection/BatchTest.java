package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.projection.Events.event;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.Test;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.ProjectedEvent;

final class BatchTest {

    private static final DocumentType<Account> ACCOUNTS = new DocumentType<>("accounts", Account.class);
    private static final DocumentType<Owner> OWNERS = new DocumentType<>("owners", Owner.class);

    private record Account(@BsonId String id, String owner, List<String> lines) implements ReadModel {}

    private record Owner(@BsonId String id, int lines) implements ReadModel {}

    private record Opened(String account, String owner) {}

    /** Needs the account, which alone says who its owner is. */
    private record Booked(String account, String line) {}

    private static final class Bank implements PlainProjector {

        @Override
        public void on(Object event, EventContext at, Batch batch) {
            if (event instanceof Opened opened) {
                batch.put(ACCOUNTS, new Account(opened.account, opened.owner, List.of()));
            } else if (event instanceof Booked booked) {
                Account account = batch.find(ACCOUNTS, booked.account).orElseThrow();
                List<String> lines = Stream.concat(account.lines.stream(), Stream.of(booked.line))
                        .toList();
                batch.put(ACCOUNTS, new Account(account.id, account.owner, lines));
                Owner owner = batch.find(OWNERS, account.owner).orElse(new Owner(account.owner, 0));
                if (booked.line.isEmpty()) {
                    throw new IllegalArgumentException("nothing to book");
                }
                batch.put(OWNERS, new Owner(owner.id, owner.lines + 1));
            }
        }

        @Override
        public List<DocumentType<?>> documentTypes() {
            return List.of(ACCOUNTS, OWNERS);
        }
    }

    private final Bank bank = new Bank();
    private final CountingDocuments documents = new CountingDocuments();

    private void openTen() {
        Batch.fold(
                bank,
                documents,
                IntStream.range(0, 10)
                        .mapToObj(number -> event(new Opened("a" + number, "o" + number % 3), number))
                        .toList());
        documents.reads = 0;
        documents.readsOfMany = 0;
    }

    private static List<ProjectedEvent> hundredLines() {
        return IntStream.range(0, 100)
                .mapToObj(number -> event(new Booked("a" + number % 10, "line " + number), 10L + number))
                .toList();
    }

    @Test
    void readsTogetherWhatItsEventsNeedEvenWhereADocumentSaysWhatThatIs() {
        openTen();
        Batch.fold(bank, documents, hundredLines());

        assertThat(documents.reads).isZero();
        assertThat(documents.readsOfMany).isEqualTo(2);
        assertThat(documents.find(OWNERS, List.of("o0", "o1", "o2")).values())
                .containsExactlyInAnyOrder(new Owner("o0", 40), new Owner("o1", 30), new Owner("o2", 30));
    }

    @Test
    void trialRunsLeaveNothing() {
        openTen();
        Batch.fold(bank, documents, List.of(event(new Booked("a0", "one"), 10)));

        assertThat(documents.find(ACCOUNTS, "a0")).contains(new Account("a0", "o0", List.of("one")));
    }

    @Test
    void readsNothingAheadWhereThatSavesNothing() {
        openTen();
        documents.local = true;
        Batch.fold(bank, documents, hundredLines());

        assertThat(documents.readsOfMany).isZero();
        assertThat(documents.reads).isEqualTo(13);
        assertThat(new MemoryDocuments().local()).isTrue();
    }

    @Test
    void whatAFailedEventChangedIsAsIfItHadNeverBeen() {
        openTen();
        ProjectedEvent good = event(new Booked("a0", "good"), 10);
        ProjectedEvent bad = event(new Booked("a0", ""), 11);
        Batch batch = Batch.open(bank, documents, List.of(good, bad, good));
        batch.fold(bank, good);
        assertThatThrownBy(() -> batch.fold(bank, bad)).hasMessage("nothing to book");
        batch.fold(bank, good);
        batch.write(bank.documentTypes(), documents);

        assertThat(documents.find(ACCOUNTS, "a0")).contains(new Account("a0", "o0", List.of("good", "good")));
        assertThat(documents.find(OWNERS, "o0")).contains(new Owner("o0", 2));
    }
}
