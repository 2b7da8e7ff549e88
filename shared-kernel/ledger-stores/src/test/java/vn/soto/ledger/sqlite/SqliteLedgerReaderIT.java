package vn.soto.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;
import vn.soto.testkit.DraftSamples;

@Tag("threads")
final class SqliteLedgerReaderIT {

    private static final String ORIGIN = "demo/reader";
    private static final Instant RECORDED = Instant.parse("2026-07-01T00:00:00Z");
    private static final int COMMITS = 40;

    @TempDir
    private Path folder = Path.of("");

    private Path file = folder;
    private List<Commit> written = List.of();

    @BeforeEach
    void write() throws SQLException {
        file = folder.resolve("ledger.db");
        written = samples();
        try (SqliteSession session = SqliteSession.writer(file)) {
            Layout.prepare(session, file, ORIGIN);
            Map<String, Long> streams = new HashMap<>();
            for (Commit commit : written) {
                insert(session, commit, streams);
            }
        }
    }

    @Test
    void readsRowsAsTheCommitsTheyWere() {
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(file)) {
            assertThat(reader.commits(1, COMMITS + 1)).isEqualTo(written);
            assertThat(ChainVerifier.verify(reader)).isEqualTo(written.getLast().tail());
        }
    }

    @Test
    void cannotWriteWhateverItIsAsked() throws SQLException {
        try (SqliteSession reader = SqliteSession.reader(file)) {
            assertThatThrownBy(() -> reader.run("DELETE FROM commits"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("READONLY");
        }
    }

    @Test
    void saysThatARowIsMissing() throws SQLException {
        change("DELETE FROM events WHERE position = 5");
        assertDamaged();
    }

    @Test
    void noticesAnyChangedRow() throws SQLException {
        change("UPDATE commits SET actor = actor || '.' WHERE number = 7");
        assertDamaged();
    }

    @Test
    void saysThatARowMakesNoSense() throws SQLException {
        change("UPDATE commits SET chain = x'00' WHERE number = 9");
        assertDamaged();
    }

    @Test
    void refusesFilesThatAreNoLedger() throws IOException {
        Path other = Files.writeString(folder.resolve("other.db"), "this is no database, nor long enough");
        assertThatExceptionOfType(LedgerException.Damaged.class).isThrownBy(() -> SqliteLedgerReader.open(other));
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> SqliteLedgerReader.open(folder.resolve("missing.db")));
        assertThat(folder.resolve("missing.db")).doesNotExist();
    }

    @Test
    void readsNothingOnceClosed() {
        SqliteLedgerReader reader = SqliteLedgerReader.open(file);
        reader.close();
        assertThatExceptionOfType(LedgerException.Unavailable.class).isThrownBy(reader::tail);
    }

    private List<String> aggregates() {
        return written.stream()
                .flatMap(commit -> commit.events().stream())
                .flatMap(event -> Stream.ofNullable(event.aggregate()))
                .map(StreamPosition::id)
                .distinct()
                .toList();
    }

    /** By as many virtual threads as there are questions, so that passes read for several of them. */
    private static <T> List<CompletableFuture<T>> atOnce(List<Callable<T>> questions) {
        return questions.stream()
                .map(question -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return question.call();
                            } catch (LedgerException e) {
                                throw e;
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        task -> Thread.ofVirtual().start(task)))
                .toList();
    }

    @Test
    void readsForManyAtOnceWhatEachWouldReadAlone() {
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(file)) {
            List<Callable<List<StoredEvent>>> streams = aggregates().stream()
                    .<Callable<List<StoredEvent>>>map(id -> () -> reader.aggregate(id, 0, Integer.MAX_VALUE))
                    .toList();
            List<Callable<List<Commit>>> commits = written.stream()
                    .<Callable<List<Commit>>>map(commit -> () -> reader.commitsAt(List.of(commit.number())))
                    .toList();
            List<CompletableFuture<List<StoredEvent>>> found = atOnce(streams);
            List<CompletableFuture<List<Commit>>> single = atOnce(commits);
            assertThat(found)
                    .extracting(CompletableFuture::join)
                    .isEqualTo(aggregates().stream()
                            .map(id -> reader.aggregate(id, 0, Integer.MAX_VALUE))
                            .toList());
            assertThat(single)
                    .extracting(CompletableFuture::join)
                    .isEqualTo(written.stream().map(List::of).toList());
            assertThat(atOnce(List.<Callable<List<StoredEvent>>>of(() -> reader.aggregate("\"ấp\" \\\n", 0, 9)))
                            .getFirst()
                            .join())
                    .as("nobody's id")
                    .isEmpty();
        }
    }

    @Test
    void aDamagedRowFailsThoseWhoAskForItAndNobodyElse() throws SQLException {
        change("UPDATE commits SET chain = x'00' WHERE number = 9");
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(file)) {
            List<CompletableFuture<List<Commit>>> found = atOnce(written.stream()
                    .<Callable<List<Commit>>>map(commit -> () -> reader.commitsAt(List.of(commit.number())))
                    .toList());
            for (Commit commit : written) {
                CompletableFuture<List<Commit>> each = found.get((int) commit.number() - 1);
                if (commit.number() == 9) {
                    assertThatThrownBy(each::join).hasRootCauseInstanceOf(RuntimeException.class);
                } else {
                    assertThat(each.join()).containsExactly(commit);
                }
            }
        }
    }

    private void assertDamaged() {
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(file)) {
            assertThatExceptionOfType(LedgerException.Damaged.class).isThrownBy(() -> ChainVerifier.verify(reader));
        }
    }

    private void change(String sql) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.run("PRAGMA ignore_check_constraints = ON");
            session.run(sql);
        }
    }

    private static List<Commit> samples() {
        DraftSamples samples = new DraftSamples(1);
        List<Commit> commits = new ArrayList<>();
        Tail tail = Tail.empty(ORIGIN);
        for (int i = 0; i < COMMITS; i++) {
            Commit commit = Commit.after(tail, samples.next(), RECORDED.plusMillis(i));
            commits.add(commit);
            tail = commit.tail();
        }
        return commits;
    }

    private static void insert(SqliteSession session, Commit commit, Map<String, Long> streams) throws SQLException {
        var row = session.prepared(CommitRow.INSERT);
        CommitRow.bind(row, commit);
        row.executeUpdate();
        long position = commit.first();
        for (RecordedEvent event : commit.events()) {
            StreamPosition slot = event.aggregate();
            Long stream = slot == null ? null : stream(session, slot.id(), streams);
            var body = session.prepared(EventRow.INSERT);
            EventRow.bind(body, position++, commit.number(), event, stream);
            body.executeUpdate();
        }
    }

    private static Long stream(SqliteSession session, String name, Map<String, Long> streams) throws SQLException {
        Long known = streams.get(name);
        if (known != null) {
            return known;
        }
        long id = streams.size() + 1L;
        var row = session.prepared("INSERT INTO streams (id, name) VALUES (?, ?)");
        row.setLong(1, id);
        row.setString(2, name);
        row.executeUpdate();
        streams.put(name, id);
        return id;
    }
}
