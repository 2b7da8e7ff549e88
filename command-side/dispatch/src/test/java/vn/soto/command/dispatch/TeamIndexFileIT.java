package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.DecodedCommits;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/** An index that a start takes up from its file, against one that is made anew. */
final class TeamIndexFileIT extends RandomTeams {

    private static final int HOUSEHOLDS = 20;

    /** Of a frame of the log, of which half is written, too. */
    private static final int HALF = (4_096 + 24) / 2;

    @TempDir
    private Path folder;

    private Path file;
    private final List<String> read = new ArrayList<>();

    /** The answers of an index that was made of the ledger alone, by its tail. */
    private final Map<Long, Map<String, Object>> madeAnew = new HashMap<>();

    @BeforeEach
    void fill() {
        file = folder.resolve("command-index.sqlite");
        for (int household = 0; household < HOUSEHOLDS; household++) {
            append(registered("h-" + household, "HK-" + household / 2));
        }
        fill(1, Boolean.getBoolean("soto.long") ? 400 : 150);
    }

    private static DomainEvent registered(String household, String reference) {
        return new HouseholdRegistered(new HouseholdId(household), UNIT, reference, null);
    }

    private TeamIndex index(LedgerReader of) {
        return TeamIndex.in(new IndexPlace(file, "1", 48L << 20, DecodedCommits.NONE), of, CODEC);
    }

    /** Its answers up to the tail, beside figures. */
    private Map<String, Object> answers(TeamIndex index) {
        long end = index.upToTail().number() + 1;
        Map<String, Object> answers = new TreeMap<>();
        for (int number = 0; number < HOUSEHOLDS; number++) {
            String tag = "household:h-" + number;
            answers.put("references " + number, index.references().find(UNIT, "hk " + number, end));
            answers.put("changed " + number, index.beneficiaryHelp().isChanged(tag));
            for (int day = 0; day < 600; day += 30) {
                LocalDate on = LocalDate.of(2025, 1, 1).plusDays(day);
                List<AssistanceStated> help =
                        index.beneficiaryHelp().on(on, tag, end, Set.of()).toList();
                answers.put(tag + " " + on, help);
            }
        }
        IntStream.range(0, TEAMS).mapToObj(RandomTeams::team).forEach(team -> {
            answers.put("caseload of " + team, index.households(team));
            answers.put("help by " + team, index.recorded(team, YearMonth.of(2025, 1), Long.MAX_VALUE));
        });
        return answers;
    }

    private void isLikeOneMadeAnew(TeamIndex index, String as) {
        assertThat(answers(index))
                .as(as)
                .isEqualTo(
                        madeAnew.computeIfAbsent(ledger.tail().number(), _ -> answers(new TeamIndex(ledger, CODEC))));
        compare(index, as);
    }

    private void write() {
        try (TeamIndex index = index(ledger)) {
            index.catchUp();
            answers(index);
        }
    }

    /** Notes which headers and which commits' contents are read. */
    private LedgerReader watched() {
        return (LedgerReader) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LedgerReader.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "headers" -> read.add("headers from " + arguments[0]);
                        case "commitsAt" -> ((List<?>) arguments[0]).forEach(number -> read.add("commit " + number));
                        default -> {}
                    }
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void aStartReadsNothingOfTheLedgerTwice() {
        write();
        long written = ledger.tail().number();
        try (TeamIndex index = index(watched())) {
            assertThat(index.catchUp()).isEqualTo(written);
            assertThat(read).containsExactly("headers from " + (written + 1));
            isLikeOneMadeAnew(index, "after a start");
            read.clear();
            fill(2, 30);
            index.catchUp();
            assertThat(read).contains("headers from " + (written + 1));
            assertThat(read.stream()
                            .filter(each -> each.startsWith("commit "))
                            .map(each -> Long.parseLong(each.substring(7))))
                    .isNotEmpty()
                    .allMatch(number -> number > written);
            isLikeOneMadeAnew(index, "and with what came since");
        }
    }

    /** Of the ledger so far, decoded, without each seventh commit; it has them at once and still says that it is behind. */
    private final class Reader implements DecodedCommits {

        private boolean behind = true;

        @Override
        public List<DecodedCommit> after(long number) {
            return ledger.commits(number + 1, 10).stream()
                    .filter(commit -> commit.number() % 7 != 0)
                    .map(commit -> new DecodedCommit(
                            commit.number(),
                            commit.stored().stream()
                                    .map(stored -> new DecodedEvent(
                                            stored.position(), stored.event().tags(), CODEC.decode(stored)))
                                    .toList()))
                    .toList();
        }

        @Override
        public boolean isFarBehind() {
            return behind;
        }
    }

    @Test
    void whatAnotherReaderHasDecodedIsNotReadAgain() {
        Reader reader = new Reader();
        LedgerReader watched = watched();
        try (TeamIndex index = TeamIndex.in(new IndexPlace(file, "1", 48L << 20, reader), watched, CODEC)) {
            index.catchUp();
            assertThat(index.isFollowing()).isTrue();
            assertThat(read).noneMatch(each -> each.startsWith("commit "));
            reader.behind = false;
            index.catchUp();
            assertThat(read.stream().filter(each -> each.startsWith("commit ")))
                    .isNotEmpty()
                    .allMatch(each -> Long.parseLong(each.substring(7)) % 7 == 0);
            isLikeOneMadeAnew(index, "after another reader");
        }
        try (TeamIndex index = index(ledger)) {
            isLikeOneMadeAnew(index, "and after a start");
        }
    }

    @Test
    void manyCommitsAreCountedWhileTheOtherReaderGoesOn() {
        fill(3, 4_800);
        Reader reader = new Reader();
        try (TeamIndex index = TeamIndex.in(new IndexPlace(file, "1", 48L << 20, reader), watched(), CODEC)) {
            index.catchUp();
            read.clear();
            fill(4, 20);
            reader.behind = false;
            index.catchUp();
            assertThat(read.stream().filter(each -> each.startsWith("commit "))).hasSizeLessThan(200);
            isLikeOneMadeAnew(index, "after many");
        }
    }

    /** Killed right after it read the ledger, again and again: each start reads what was committed since the last. */
    @Test
    @SuppressWarnings("MustBeClosedChecker") // a killed process closes nothing
    void aStartThatIsKilledSoonLeavesWhatItHasRead() throws IOException {
        long before = 0;
        for (int start = 0; start < 4; start++) {
            read.clear();
            Path left = folder.resolve("left-by-" + start);
            index(watched()).catchUp();
            assertThat(read.getFirst()).isEqualTo("headers from " + (before + 1));
            before = ledger.tail().number();
            Files.copy(file, left);
            Files.copy(Path.of(file + "-wal"), Path.of(left + "-wal"));
            file = left;
            fill(start, 30);
        }
        try (TeamIndex index = index(ledger)) {
            isLikeOneMadeAnew(index, "four starts that were killed");
        }
    }

    /** However often it stops, and whatever was asked and written before. */
    @Test
    void manyStartsMakeWhatOneMakes() {
        for (int start = 0; start < 8; start++) {
            try (TeamIndex index = index(ledger)) {
                fill(start, 40);
                if (start % 2 == 0) {
                    index.catchUp();
                    index.keep();
                }
                append(registered("i-" + start, "HK-" + start));
                fill(100 + start, 10);
                if (start % 3 == 0) {
                    answers(index);
                }
            }
        }
        try (TeamIndex index = index(ledger)) {
            isLikeOneMadeAnew(index, "eight starts");
        }
    }

    /** Nobody who asks is told; and the next write that succeeds has all of it. */
    @Test
    void aWriteThatFailsIsMadeUpForLater() throws SQLException {
        write();
        try (TeamIndex index = index(ledger);
                SqliteSession other = SqliteSession.writer(file)) {
            other.run("CREATE TRIGGER t BEFORE INSERT ON part WHEN new.id LIKE 'help %'"
                    + " BEGIN SELECT RAISE(ABORT, 'no room'); END");
            long before = ledger.tail().number();
            fill(3, 50);
            index.catchUp();
            index.keep();
            isLikeOneMadeAnew(index, "while nothing is written");
            assertThat(other.number("SELECT value FROM about WHERE name = 'number'"))
                    .isEqualTo(before);
            fill(4, 5);
            index.catchUp();
            other.run("DROP TRIGGER t");
        }
        assertThat(number()).isEqualTo(ledger.tail().number());
        try (TeamIndex index = index(ledger)) {
            isLikeOneMadeAnew(index, "after it");
        }
    }

    /** Months that memory has no room for are in the file as they are. */
    @Test
    void whatMemoryDropsIsKept() {
        IndexFile.Opened none = IndexFile.open(file, "small", ledger);
        try (TeamIndex small = new TeamIndex(ledger, CODEC, 2_000, 500, DecodedCommits.NONE, none)) {
            small.catchUp();
            compare(small, "dropped");
        }
        IndexFile.Opened there = IndexFile.open(file, "small", ledger);
        assertThat(there.number()).isEqualTo(ledger.tail().number());
        try (TeamIndex large = new TeamIndex(watched(), CODEC, 1_000_000, 500, DecodedCommits.NONE, there)) {
            large.catchUp();
            assertThat(read).hasSize(1);
            compare(large, "dropped and kept");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE part SET body = CAST(substr(body, 1, length(body) - 1) || x'07' AS BLOB) WHERE id LIKE 'commits %'",
                "UPDATE part SET body = x'' WHERE id LIKE 'figures %'",
                "UPDATE part SET checksum = checksum + 1",
                "UPDATE part SET id = id || 'x' WHERE id LIKE 'help %'",
                "DELETE FROM part WHERE id LIKE 'references %'",
                "DELETE FROM part",
                "DELETE FROM about",
                "UPDATE about SET value = '1' WHERE name = 'number'",
                "UPDATE about SET value = 'x' WHERE name = 'chain'",
                "UPDATE about SET value = '0' WHERE name = 'checksums'",
                "CREATE TABLE other(x)",
                "CREATE INDEX other ON part(checksum)",
                "CREATE VIEW other AS SELECT * FROM part",
                "CREATE TRIGGER other AFTER INSERT ON part BEGIN DELETE FROM part; END",
                "DROP TABLE about",
            })
    void aChangedFileIsMadeAnew(String sql) throws SQLException {
        write();
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.run(sql);
        }
        isMadeAnew(sql);
    }

    private void isMadeAnew(String as) {
        IndexFile.Opened opened = IndexFile.open(file, "1", ledger);
        assertThat(opened.number()).as(as).isZero();
        opened.file().close();
        try (TeamIndex index = index(ledger)) {
            isLikeOneMadeAnew(index, as);
        }
        assertThat(number())
                .as("the next start goes on, " + as)
                .isEqualTo(ledger.tail().number());
    }

    private long number() {
        IndexFile.Opened opened = IndexFile.open(file, "1", ledger);
        opened.file().close();
        return opened.number();
    }

    @Test
    void aFileThatIsCutZeroedOrNoneIsMadeAnew() throws IOException {
        write();
        byte[] sound = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 100, 4_096, sound.length / 2}) {
            Files.write(file, Arrays.copyOf(sound, length));
            isMadeAnew(length + " bytes");
        }
        Files.write(file, Arrays.copyOf(sound, sound.length - 1));
        isMadeAnewIfItMatters("without the last byte");
        for (int page = 0; page < sound.length / 4_096; page++) {
            byte[] zeroed = sound.clone();
            Arrays.fill(zeroed, 4_096 * page, 4_096 * (page + 1), (byte) 0);
            Files.write(file, zeroed);
            isMadeAnewIfItMatters("page " + page);
        }
        Files.writeString(file, "no database".repeat(1_000));
        isMadeAnew("no database");
    }

    /** A page that holds nothing means nothing, nor does the end of one that is not full. */
    private void isMadeAnewIfItMatters(String as) {
        if (number() == 0) {
            isMadeAnew(as);
        } else {
            try (TeamIndex index = index(ledger)) {
                isLikeOneMadeAnew(index, as);
            }
        }
    }

    @Test
    void aFileOfAnotherProgramOrLedgerIsMadeAnew() throws IOException {
        write();
        Path kept = folder.resolve("kept");
        Files.copy(file, kept);
        IndexFile.Opened opened = IndexFile.open(file, "2", ledger);
        assertThat(opened.number()).isZero();
        opened.file().close();
        Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
        try (MemoryLedger older =
                new MemoryLedger(ledger.origin(), Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC))) {
            opened = IndexFile.open(file, "1", older);
            assertThat(opened.number()).as("a ledger without its last commit").isZero();
            opened.file().close();
        }
    }

    /** A loss of power, or a kill between any two writes, leaves the file and a beginning of its log of writes. */
    @Test
    void everyBeginningOfTheLogIsOfOneMoment() throws IOException {
        byte[] database;
        byte[] log;
        Set<Long> moments = new TreeSet<>(Set.of(0L));
        try (TeamIndex index = index(ledger)) {
            for (int write = 0; write < 6; write++) {
                fill(write, 20);
                append(registered("j-" + write, "HK-" + write));
                index.catchUp();
                answers(index);
                index.keep();
                moments.add(ledger.tail().number());
            }
            database = Files.readAllBytes(file);
            log = Files.readAllBytes(Path.of(file + "-wal"));
        }
        Set<Long> seen = new TreeSet<>();
        int at = 0;
        for (int length = 0; length < log.length + HALF; length += HALF) {
            file = folder.resolve("cut-" + length);
            Files.write(file, database);
            Files.write(Path.of(file + "-wal"), Arrays.copyOf(log, Math.min(length, log.length)));
            if (seen.add(number()) || at++ % 16 == 0) {
                try (TeamIndex index = index(ledger)) {
                    isLikeOneMadeAnew(index, "log of " + length + " bytes");
                }
            }
        }
        assertThat(seen).containsExactlyElementsOf(moments);
    }
}
