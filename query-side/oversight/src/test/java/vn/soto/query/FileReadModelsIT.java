package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.projection.DelegatingDocuments;
import vn.soto.projection.DocumentDifferences;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.Projection;
import vn.soto.projection.ReadModel;
import vn.soto.projection.ReadModelStore;
import vn.soto.projection.ReadModelsUnavailableException;
import vn.soto.projection.file.ReadModelsFile;
import vn.soto.projection.progress.ClaimSettings;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.CommitToken;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;
import vn.soto.testkit.Await;

/** A start goes on with the file of the one before; a file that does not fit is made anew, and nothing else. */
@Tag("threads")
final class FileReadModelsIT {

    private static final int CACHE = 1 << 20;

    private final Sample sample = new Sample(21, 30);
    private final TeamId team = sample.teams.getFirst();

    @TempDir
    private Path folder;

    @TempDir
    private static Path first;

    private Path path() {
        return folder.resolve("read-models.sqlite");
    }

    private ReadModelsFile open(String program, LedgerReader ledger) {
        return ReadModelsFile.open(path(), program, ledger, CACHE);
    }

    private ReadModelsFile open() {
        return open("1", sample.scribe.lasting());
    }

    private QuerySideFixture side(ReadModelsFile file) {
        return new QuerySideFixture(sample.scribe.lasting(), sample.scribe.codec, sample.scribe.clock, Map.of(), file);
    }

    private long tail() {
        return sample.scribe.ledger.tail().number();
    }

    private long rename(String name) {
        return sample.scribe
                .write(new TeamRenamed(team, name, Sample.DECISION, Sample.DAY))
                .number();
    }

    private void fold() {
        try (ReadModelsFile file = open();
                QuerySideFixture side = side(file)) {
            side.upTo(tail());
        }
    }

    /** Makes the files that {@link #fold} leaves of the sample as it is at first, unless they are there: once for all tests. */
    private void folded() {
        if (Files.exists(path())) {
            return;
        }
        try {
            if (Files.exists(first.resolve(path().getFileName()))) {
                FileSystemUtils.copyRecursively(first, folder);
            } else {
                fold();
                FileSystemUtils.copyRecursively(folder, first);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the file and requires that it is new, and gives the same answers. */
    private void requireAnew() {
        try (ReadModelsFile file = open();
                QuerySideFixture side = side(file)) {
            assertThat(file.upTo()).isZero();
            assertThat(new Json(side.upTo(tail()).http()).answer("/api/teams/" + team))
                    .containsKey("name");
        }
    }

    @Test
    void aStartGoesOnWhereTheLastStopLeftIt() {
        folded();
        long last = rename("Tổ đổi tên");
        try (ReadModelsFile file = open();
                QuerySideFixture side = side(file)) {
            assertThat(file.upTo()).isEqualTo(last - 1);
            assertThat(new Json(side.upTo(last).http()).answer("/api/teams/" + team))
                    .containsEntry("name", "Tổ đổi tên");
        }
    }

    /** Each has progress of its own: a kill may leave either behind the other, or the search index not yet made. */
    @Test
    @Tag("long")
    void theReadModelsAndTheSearchIndexGoOnFromDifferentCommits() throws IOException {
        List<Path> moments = new ArrayList<>();
        List<String> names = Boolean.getBoolean("soto.long")
                ? List.of("Tổ đầu tiên", "Tổ thứ hai", "Tổ thứ ba")
                : List.of("Tổ đầu tiên", "Tổ thứ hai");
        for (String name : names) {
            rename(name);
            fold();
            Path moment = Files.createDirectory(folder.resolve("moment-" + moments.size()));
            Files.copy(path(), moment.resolve("read-models.sqlite"));
            FileSystemUtils.copyRecursively(folder.resolve("search"), moment.resolve("search"));
            moments.add(moment);
        }
        rename("Tổ cuối cùng");
        for (Path models : moments) {
            for (Path search : moments) {
                Files.copy(models.resolve("read-models.sqlite"), path(), StandardCopyOption.REPLACE_EXISTING);
                FileSystemUtils.deleteRecursively(folder.resolve("search"));
                FileSystemUtils.copyRecursively(search.resolve("search"), folder.resolve("search"));
                try (ReadModelsFile file = open();
                        QuerySideFixture side = side(file)) {
                    Json json = new Json(side.upTo(tail()).http());
                    assertThat(json.answer("/api/teams/" + team)).containsEntry("name", "Tổ cuối cùng");
                    for (String typed : List.of("cuoi+cung", team.value())) {
                        assertThat((List<?>)
                                        json.answer("/api/search?q=" + typed).get("hits"))
                                .as("%s in %s with %s", typed, models, search)
                                .hasSize(1);
                    }
                }
            }
        }
    }

    /** The page of the last commit is read, for the commits after it. */
    @Test
    void nothingIsReadAgainNotForTheSearchIndexEither() {
        folded();
        List<Long> read = new CopyOnWriteArrayList<>();
        LedgerReader counted = (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (self, method, arguments) -> {
                    String thread = Thread.currentThread().getName();
                    if (method.getName().equals("read")
                            && (thread.startsWith("tracker-")
                                    || thread.equals("own")
                                    || thread.startsWith("projection-"))) {
                        read.add((Long) arguments[0]);
                    }
                    return method.invoke(sample.scribe.ledger, arguments);
                });
        long last = rename("Tổ tìm thấy ngay");
        try (ReadModelsFile file = open("1", counted);
                QuerySideFixture side = new QuerySideFixture(
                        counted, sample.scribe.codec, sample.scribe.clock, Map.of("soto.query.page-size", 5), file)) {
            Json json = new Json(side.upTo(last).http());
            assertThat(String.valueOf(json.answer("/api/search?q=tim+thay+ngay").get("hits")))
                    .contains(team.value());
            assertThat(String.valueOf(json.answer("/api/search?q=" + team).get("hits")))
                    .contains(team.value());
        }
        assertThat(read).isNotEmpty().allMatch(first -> first >= last - 5);
    }

    @Test
    void whatAReplayMadeIsThereAfterAStart() throws SQLException {
        folded();
        String dashboard = "/api/dashboards/p?quarter=2026-Q3";
        Object figures;
        try (ReadModelsFile file = open();
                QuerySideFixture side = side(file)) {
            figures = new Json(side.http()).answer(dashboard).get("total");
            side.replayAll();
            rename("Tổ sau khi dựng lại");
            side.signal();
            side.upTo(tail());
            assertThat(new Json(side.http()).answer(dashboard)).containsEntry("total", figures);
        }
        try (ReadModelsFile file = open();
                QuerySideFixture side = side(file)) {
            assertThat(file.upTo()).isEqualTo(tail());
            Json json = new Json(side.http());
            assertThat(json.answer(dashboard)).containsEntry("total", figures);
            assertThat(json.answer("/api/teams/" + team)).containsEntry("name", "Tổ sau khi dựng lại");
        }
        try (SqliteSession session = SqliteSession.reader(path())) {
            assertThat(session.number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'documents%'"))
                    .as("none of the old ones")
                    .isEqualTo(session.number("SELECT count(*) FROM collection"));
        }
    }

    /** The file, in which no more than some writes beside the documents that answer succeed. */
    private record FewWritesBeside(ReadModelsFile file, long most, AtomicLong written) implements ReadModelStore {

        FewWritesBeside(ReadModelsFile file, long most) {
            this(file, most, new AtomicLong());
        }

        @Override
        public Documents documents() {
            return new Front(file.documents(), this);
        }

        @Override
        public ProjectionCluster cluster(ClaimSettings claims, CommitToken beginning) {
            return file.cluster(claims, beginning);
        }

        /** The documents that answer. */
        private record Front(Documents documents, FewWritesBeside store) implements DelegatingDocuments {

            @Override
            public Documents beside() {
                return new Beside(documents.beside(), store);
            }

            @Override
            public DocumentDifferences differences(List<DocumentType<?>> types, Documents made) {
                return documents.differences(types, ((Beside) made).documents);
            }

            @Override
            public void replace(List<DocumentType<?>> types, Documents made) {
                documents.replace(types, ((Beside) made).documents);
            }
        }

        private record Beside(Documents documents, FewWritesBeside store) implements DelegatingDocuments {

            @Override
            public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> some) {
                if (store.written.incrementAndGet() > store.most) {
                    throw new ReadModelsUnavailableException("no more writes", new IOException());
                }
                documents.write(kind, some);
            }
        }
    }

    private QuerySideFixture side(ReadModelStore store) {
        return new QuerySideFixture(
                sample.scribe.lasting(),
                sample.scribe.codec,
                sample.scribe.clock,
                Map.of("soto.query.page-size", 5),
                store);
    }

    /** With the progress and the dead letters that are in the file; what it made is not made again. */
    @Test
    void aReplayThatAStopLeftGoesOn() throws SQLException {
        sample.scribe.writeUnknown(new TeamRenamed(team, "Tổ", Sample.DECISION, Sample.DAY));
        fold();
        try (ReadModelsFile file = open();
                QuerySideFixture side = side(new FewWritesBeside(file, 3))) {
            Projection teams = side.projections().named("teams").orElseThrow();
            teams.replay();
            Await.until("some is made", () -> teams.replayed().stream().anyMatch(token -> token.number() > 0));
            Await.until("no more is", teams::failing);
        }
        try (ReadModelsFile file = open()) {
            FewWritesBeside store = new FewWritesBeside(file, Long.MAX_VALUE);
            assertThat(file.upTo()).as("the replay is no read model").isEqualTo(tail());
            try (QuerySideFixture side = side(store)) {
                Projection teams = side.replayed().projections().named("teams").orElseThrow();
                assertThat(teams.takeOvers()).isOne();
                assertThat(teams.differences()).contains(DocumentDifferences.NONE);
                assertThat(teams.deadLetters()).isPositive();
                long goneOn = store.written.getAndSet(0);
                teams.replay();
                side.replayed();
                assertThat(store.written.get()).isGreaterThan(goneOn);
                assertThat(teams.differences()).contains(DocumentDifferences.NONE);
            }
        }
        try (SqliteSession session = SqliteSession.reader(path())) {
            assertThat(session.number("SELECT count(*) FROM lane WHERE tracker LIKE 'rebuild%'"))
                    .isZero();
            assertThat(session.number("SELECT count(*) FROM collection WHERE name LIKE 'anew %'"))
                    .isZero();
        }
    }

    @Test
    void aCancelledReplayLeavesNothing() throws SQLException {
        folded();
        try (ReadModelsFile file = open();
                QuerySideFixture side = side(new FewWritesBeside(file, 3))) {
            Projection teams = side.projections().named("teams").orElseThrow();
            teams.replay();
            Await.until("no more is made", teams::failing);
            teams.cancelReplay();
            assertThat(teams.failing()).isFalse();
        }
        try (SqliteSession session = SqliteSession.reader(path())) {
            assertThat(session.number("SELECT count(*) FROM lane WHERE tracker LIKE 'rebuild%'"))
                    .isZero();
            assertThat(session.number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'documents%'"))
                    .isEqualTo(session.number("SELECT count(*) FROM collection"));
        }
        try (ReadModelsFile file = open();
                QuerySideFixture side = side(file)) {
            assertThat(side.projections().named("teams").orElseThrow().replayed())
                    .isEmpty();
        }
    }

    @Test
    void thatOfAnotherVersionIsMadeAnew() {
        folded();
        try (ReadModelsFile file = open("2", sample.scribe.ledger)) {
            assertThat(file.upTo()).isZero();
        }
    }

    @Test
    void thatOfAnotherLedgerIsMadeAnew() {
        folded();
        EventLog other = new Sample(22, 30).scribe;
        try (ReadModelsFile file = open("1", other.ledger)) {
            assertThat(file.upTo()).isZero();
        }
    }

    @Test
    void anOlderLedgerNeverMeetsYoungerReadModels() {
        Sample older = new Sample(21, 30);
        assertThat(older.scribe.ledger.tail()).isEqualTo(sample.scribe.ledger.tail());
        rename("Tổ sau bản sao lưu");
        fold();
        try (ReadModelsFile file = open("1", older.scribe.ledger)) {
            assertThat(file.upTo()).isZero();
        }
    }

    @Test
    void oneThatIsCutOrZeroedOrNoDatabaseIsMadeAnew() throws IOException {
        for (boolean zeroed : List.of(true, false)) {
            folded();
            byte[] bytes = Files.readAllBytes(path());
            damage(zeroed ? new byte[bytes.length] : Arrays.copyOf(bytes, bytes.length / 2));
            requireAnew();
        }
        damage("không phải cơ sở dữ liệu".getBytes(StandardCharsets.UTF_8));
        requireAnew();
    }

    /** Without the log of writes, from which SQLite would restore it. */
    private void damage(byte[] bytes) throws IOException {
        Files.write(path(), bytes);
        Files.deleteIfExists(Path.of(path() + "-wal"));
    }

    @Test
    void oneWithAnythingThatIsNotItsOwnIsMadeAnew() throws SQLException {
        List<String> all = List.of(
                "CREATE TRIGGER t BEFORE INSERT ON lane BEGIN SELECT RAISE(IGNORE); END",
                "CREATE VIEW v AS SELECT * FROM lane",
                "CREATE INDEX i ON lane(number)");
        for (String strange : Boolean.getBoolean("soto.long") ? all : all.subList(0, 1)) {
            folded();
            change(strange);
            requireAnew();
        }
    }

    private void change(String sql) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(path())) {
            session.run(sql);
        }
    }

    /** The read that finds it fails, so no wrong answer is made, and the next start makes the file anew. */
    @Test
    void aRowThatIsNotAsItWasWrittenIsNoAnswer() throws SQLException {
        folded();
        try (SqliteSession session = SqliteSession.writer(path())) {
            for (String table : session.list(
                    "SELECT name FROM sqlite_schema WHERE name LIKE 'documents%'", row -> row.getString(1))) {
                session.run("UPDATE " + table + " SET body = CAST(substr(body, 1, length(body) - 1) || x'00' AS BLOB)"
                        + " WHERE substr(body, -1) <> x'00'");
            }
        }
        try (ReadModelsFile file = open();
                QuerySideFixture side = side(file)) {
            assertThat(file.upTo()).isEqualTo(tail());
            assertThat(new Json(side.http()).status("/api/teams/" + team)).isBetween(500, 599);
        }
        requireAnew();
    }

    @Test
    void deadLettersAreThereAfterAStart() {
        sample.scribe.writeUnknown(new TeamRenamed(team, "Tổ", Sample.DECISION, Sample.DAY));
        rename("Tổ chờ sau đó");
        List<Long> letters = new ArrayList<>();
        for (int start = 0; start < 3; start++) {
            try (ReadModelsFile file = open();
                    QuerySideFixture side = side(file)) {
                assertThat(file.upTo()).isEqualTo(start == 0 ? 0 : tail());
                letters.add(side.upTo(tail()).projections().deadLetters());
                side.projections().named("teams").orElseThrow().retry();
                letters.add(side.projections().deadLetters());
            }
        }
        assertThat(letters).allMatch(number -> number > 1).containsOnly(letters.getFirst());
    }

    @Test
    void aReadDoesNotWaitForAWrite() throws SQLException {
        folded();
        try (ReadModelsFile file = open();
                QuerySideFixture side = side(file);
                SqliteSession writer = SqliteSession.writer(path())) {
            writer.inTransaction(() -> assertThat(new Json(side.upTo(tail()).http()).answer("/api/teams/" + team))
                    .containsKey("name"));
        }
    }

    /** A write that breaks off in its middle leaves neither a document nor progress. */
    @Test
    @Tag("long")
    void aWriteIsWholeOrNotThere() throws SQLException {
        folded();
        long before = tail();
        LongStream.range(0, 20).forEach(number -> rename("Tổ " + number));
        ReadModelsFile broken = open();
        change("CREATE TRIGGER t BEFORE INSERT ON lane BEGIN SELECT RAISE(ABORT, 'no room'); END");
        try (QuerySideFixture side = side(broken)) {
            assertThat(new Json(side.upTo(tail()).http()).answer("/api/teams/" + team))
                    .as("seen at once, whether it is in the file or not")
                    .containsEntry("name", "Tổ 19");
        }
        change("DROP TRIGGER t");
        try (ReadModelsFile file = open();
                QuerySideFixture side = side(file)) {
            assertThat(file.upTo()).isEqualTo(before);
            assertThat(new Json(side.upTo(tail()).http()).answer("/api/teams/" + team))
                    .containsEntry("name", "Tổ 19");
        }
    }

    @Test
    void itHoldsNamesAsTheLedgerHoldsThemForItsOwnerAlone() throws IOException {
        MemberId member = new MemberId("m-nguyen");
        sample.scribe.write(new MemberProfileRecorded(
                member, QuerySideFixture.KEYS.seal(Subject.of(member), "name", "Nguyễn Thị Mẫu Đơn"), null));
        try (ReadModelsFile file = open();
                QuerySideFixture side = side(file)) {
            side.upTo(tail());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                    .isEqualTo("rw-------");
        }
        String stored = Files.readString(path(), StandardCharsets.ISO_8859_1);
        assertThat(stored)
                .contains("m-nguyen")
                .doesNotContain(new String("Mẫu Đơn".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
}
