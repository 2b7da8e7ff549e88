package vn.soto.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.StoredCommit;
import vn.soto.ledger.Tail;
import vn.soto.ledger.WrongLedgerException;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.testkit.Seeds;

/**
 * Seeded alterations of the files of a ledger, with its anchor and without, against {@code verify} and against a start:
 * 40, or 3,000 with {@code -Dsoto.long=true}. Each is found, or the ledger says the same as before. Without an anchor
 * there are exceptions, listed in {@link Alteration}: a shorter ledger, and one with a chain made again, which only a
 * noted head reveals.
 */
@Tag("slow")
final class MutationIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final int MUTANTS = LONG ? 3_000 : 20;
    private static final int TURNS = LONG ? 12 : 1;
    private static final int COMMITS = 60;
    private static final List<Alteration> KINDS = List.of(Alteration.values());

    /**
     * Harmless alterations: a bit in free space, pages also in the log, a row for itself, an equal value, an anchor's
     * other line.
     */
    private static final Set<Alteration> HARMLESS = EnumSet.of(
            Alteration.FLIPPED_BIT_IN_THE_FILE,
            Alteration.FLIPPED_BIT_IN_THE_LOG,
            Alteration.TRUNCATED_FILE,
            Alteration.TRUNCATED_LOG,
            Alteration.SWAPPED_ROWS,
            Alteration.SWAPPED_VALUES,
            Alteration.ANCHOR);

    /** Rows about commits before the last hundred. */
    private static final Map<String, String> FURTHER_BACK = Map.of(
            "commits", "SELECT rowid FROM commits WHERE number <= " + COMMITS,
            "events", "SELECT rowid FROM events WHERE commit_number <= " + COMMITS);

    @TempDir
    private static Path folder;

    private static LedgerOnDisk sound;
    private static Tail tail;
    private static List<Commit> commits;

    @BeforeAll
    static void write() throws IOException {
        sound = new LedgerOnDisk(folder.resolve("sound.db"));
        LedgerOnDisk running = new LedgerOnDisk(folder.resolve("running.db"));
        LedgerOnDisk.write(running.file(), COMMITS / 2);
        try (SqliteLedger ledger = LedgerOnDisk.open(running.file())) {
            tail = LedgerOnDisk.append(ledger, COMMITS / 2, 43);
            running.copyTo(sound); // half of it is in the log
        }
        Files.write(Anchor.fileOf(sound.file()), new Anchor(tail.number(), tail.chain()).line());
        commits = Forgery.commits(sound);
    }

    @Test
    void everyAlterationIsFoundOrTheLedgerSaysWhatItSaid() {
        Map<Alteration, Integer> found = new EnumMap<>(Alteration.class);
        Seeds.each(MUTANTS, seed -> {
            Alteration kind = KINDS.get((int) (seed % KINDS.size()));
            if (isFound(kind, new Random(seed), (int) (seed / KINDS.size()))) {
                found.merge(kind, 1, Integer::sum);
            }
        });
        assertThat(found).as("mutants found, by kind").containsKeys(Alteration.values());
    }

    private static boolean isFound(Alteration kind, Random random, int turn) {
        try {
            LedgerOnDisk mutant = copy();
            try {
                kind.apply(mutant, random, turn);
            } catch (SQLException e) {
                return false; // An index refused it; the mutant is as it was.
            }
            boolean withAnchor = kind == Alteration.ANCHOR || random.nextBoolean();
            if (!withAnchor) {
                Files.delete(Anchor.fileOf(mutant.file()));
            }
            boolean found = isFoundByVerify(kind, mutant, withAnchor);
            start(kind, mutant, withAnchor, found);
            return found;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isFoundByVerify(Alteration kind, LedgerOnDisk mutant, boolean withAnchor) {
        Shell verify = Shell.run("verify", mutant.file());
        if (verify.exit() != 0) {
            return true;
        }
        List<Commit> now = Forgery.commits(mutant);
        if (now.equals(commits)) {
            assertThat(kind).as("passed as sound").isIn(HARMLESS);
            return false;
        }
        assertThat(kind.isHiddenFromVerify() && !withAnchor)
                .as("%s passed as sound", kind)
                .isTrue();
        assertThat(Shell.run("verify", mutant.file(), "--expect", tail.number() + ":" + tail.chain())
                        .exit())
                .as("%s, with a noted head", kind)
                .isEqualTo(1);
        return true;
    }

    /** A start is refused, or the product reads what the ledger said, and can be started again after it wrote. */
    private static void start(Alteration kind, LedgerOnDisk mutant, boolean withAnchor, boolean told) {
        SqliteLedger ledger;
        try {
            ledger = LedgerOnDisk.open(mutant.file());
        } catch (LedgerException | WrongLedgerException refused) {
            return;
        }
        try (ledger) {
            boolean hidden = kind.isHiddenFromStart() && !withAnchor;
            List<StoredCommit> read = ledger.reader().read(1, 2 * COMMITS);
            assertThat(hidden || read.equals(commits))
                    .as("%s, anchor %s: a start read something else", kind, withAnchor)
                    .isTrue();
            if (!hidden) {
                checkIndexes(kind, ledger.reader());
            }
            LedgerOnDisk.append(ledger, 1, 44);
        }
        assertThatNoException()
                .as("%s: the next start", kind)
                .isThrownBy(() -> LedgerOnDisk.open(mutant.file()).close());
        Shell after = Shell.run("verify", mutant.file());
        assertThat(told || after.exit() == 0)
                .as("%s, anchor %s: verify after an append: %s", kind, withAnchor, after.err())
                .isTrue();
    }

    /** A command that is not found would be recorded twice, and a wrong head taken for right. */
    private static void checkIndexes(Alteration kind, LedgerReader reader) {
        Map<String, Long> heads = new HashMap<>();
        for (Commit commit : commits) {
            if (commit.origin() instanceof Origin.Command command) {
                assertThat(reader.commitOfCommand(command.id()))
                        .as("%s: command of commit %d", kind, commit.number())
                        .contains(commit);
            }
            commit.events().stream()
                    .flatMap(event -> Stream.ofNullable(event.aggregate()))
                    .forEach(place -> heads.merge(place.id(), place.sequence(), Math::max));
        }
        heads.forEach((aggregate, head) -> assertThat(reader.head(aggregate))
                .as("%s: head of %s", kind, aggregate)
                .hasValue(head));
    }

    /** All commits are among the last 100; of each column in a row that the seed picks. */
    @Test
    void aValueThatWasChangedInAnyColumnIsNotStartedFrom() throws IOException, SQLException {
        Random random = new Random(8);
        for (Alteration.Column column : Alteration.columns(copy())) {
            LedgerOnDisk mutant = copy();
            List<String> rows = mutant.ask("SELECT rowid FROM " + column.table());
            String row = rows.get(random.nextInt(rows.size()));
            new Forgery(mutant, random).flip(column.table(), column.name(), Long.parseLong(row));
            assertThatThrownBy(() -> LedgerOnDisk.open(mutant.file()).close())
                    .as("%s of row %s", column, row)
                    .isInstanceOfAny(LedgerException.Damaged.class, WrongLedgerException.class);
        }
    }

    /** No hash covers the latest time, which a commit continues: in the first of the last 100 it is compared with the one before. */
    @Test
    void theLatestTimeOfTheFirstOfTheLastHundredIsNotStartedFrom() throws SQLException {
        LedgerOnDisk longer = new LedgerOnDisk(folder.resolve("longer.db"));
        try (SqliteLedger ledger = LedgerOnDisk.open(longer.file())) {
            LedgerOnDisk.append(ledger, 101, 44);
            for (long seed = 45; !isRaisedByTheNext(ledger.reader()); seed++) {
                LedgerOnDisk.append(ledger, 1, seed);
            }
        }
        longer.change("UPDATE commits SET latest = latest + 1 WHERE number = (SELECT max(number) - 99 FROM commits)");

        assertThatThrownBy(() -> LedgerOnDisk.open(longer.file()).close())
                .isInstanceOf(LedgerException.Damaged.class)
                .hasMessageContaining("running maximum");
    }

    /** Whether the commit after the first of the last 100 has an event later than all before it. */
    private static boolean isRaisedByTheNext(LedgerReader reader) {
        long first = reader.tail().number() - 99;
        List<Commit> two = reader.commits(first, 2);
        return two.getFirst().latest().isBefore(two.getLast().latest());
    }

    /** SQLite itself refuses a value that another row has where only one may. */
    private static boolean isFlipped(LedgerOnDisk mutant, Alteration.Column column, Random random) throws SQLException {
        try {
            new Forgery(mutant, random)
                    .flip(column.table(), column.name(), furtherBack(mutant, column.table(), random));
            return true;
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("UNIQUE constraint failed")) {
                return false;
            }
            throw e;
        }
    }

    /**
     * More sound commits follow than the 100 that a start compares. So it takes place for most of these, and what was
     * altered is told where it is read. The latest time is left out: no hash covers it, and no answer has it.
     */
    @Test
    void whatWasAlteredBeforeTheLastHundredIsToldWhereItIsRead() throws IOException, SQLException {
        LedgerOnDisk deep = new LedgerOnDisk(folder.resolve("deep.db"));
        LedgerOnDisk.write(deep.file(), COMMITS + 120);
        List<Commit> all = Forgery.commits(deep);
        Random random = new Random(9);
        List<Alteration.Column> columns = Alteration.columns(deep).stream()
                .filter(column -> FURTHER_BACK.containsKey(column.table()))
                .filter(column -> !column.name().equals("latest"))
                .toList();
        int tried = LONG ? columns.size() : 8;
        int told = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            for (Alteration.Column column : shuffled(columns, random).subList(0, tried)) {
                LedgerOnDisk mutant = copy(deep);
                if (isFlipped(mutant, column, random)) {
                    told += toldWhereItIsRead(mutant, all, column.toString());
                }
            }
            for (String table : FURTHER_BACK.keySet()) {
                LedgerOnDisk mutant = copy(deep);
                mutant.change("DELETE FROM %s WHERE rowid = %d".formatted(table, furtherBack(mutant, table, random)));
                told += toldWhereItIsRead(mutant, all, "a row less in " + table);
            }
            LedgerOnDisk mutant = copy(deep);
            mutant.change("UPDATE commits SET number = -7 WHERE number = 20");
            mutant.change("UPDATE commits SET number = 20 WHERE number = 30");
            mutant.change("UPDATE commits SET number = 30 WHERE number = -7");
            told += toldWhereItIsRead(mutant, all, "two commits exchanged");
        }
        assertThat(told).as("started and told").isGreaterThan(tried / 2);
    }

    private static <T> List<T> shuffled(List<T> all, Random random) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static long furtherBack(LedgerOnDisk ledger, String table, Random random) throws SQLException {
        List<String> rows = ledger.ask(FURTHER_BACK.getOrDefault(table, ""));
        return Long.parseLong(rows.get(random.nextInt(rows.size())));
    }

    /** 1 if the ledger is started from and one of its commits is told to be damaged; none reads other than it was. */
    private static int toldWhereItIsRead(LedgerOnDisk mutant, List<Commit> all, String what) {
        SqliteLedger ledger;
        try {
            ledger = LedgerOnDisk.open(mutant.file());
        } catch (LedgerException | WrongLedgerException refused) {
            return 0;
        }
        try (ledger) {
            List<StoredCommit> read = new ArrayList<>();
            List<StoredCommit> page = ledger.reader().read(1, all.size());
            while (!page.isEmpty()) {
                read.addAll(page);
                page = ledger.reader().read(read.size() + 1, all.size());
            }
            assertThat(read).as(what).hasSameSizeAs(all);
            int damaged = 0;
            for (int i = 0; i < all.size(); i++) {
                damaged += read.get(i) instanceof DamagedCommit ? 1 : 0;
                assertThat(read.get(i) instanceof DamagedCommit || read.get(i).equals(all.get(i)))
                        .as("%s: commit %d reads something else", what, i + 1)
                        .isTrue();
            }
            return Math.min(1, damaged);
        }
    }

    @Test
    void aChangedAnchorIsFoundOrItsOtherLineCounts() throws IOException {
        Random random = new Random(5);
        byte[] lines = Files.readAllBytes(Anchor.fileOf(sound.file()));
        for (int i = 0; i < MUTANTS / 4; i++) {
            LedgerOnDisk mutant = copy();
            byte[] changed = lines.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(Anchor.fileOf(mutant.file()), changed);
            Shell verify = Shell.run("verify", mutant.file());
            assertThat(verify.exit() == 1 || verify.out().contains("anchor:            "))
                    .isTrue();
            assertThat(verify.out()).doesNotContain("none, so");
        }
    }

    @Test
    void anAnchorThatNamesAnotherHeadIsFound() throws IOException {
        LedgerOnDisk mutant = copy();
        for (Anchor anchor : List.of(
                new Anchor(tail.number() + 1, tail.chain()),
                new Anchor(tail.number(), commits.getFirst().chain()))) {
            Files.write(Anchor.fileOf(mutant.file()), anchor.line());
            assertThat(Shell.run("verify", mutant.file()).exit()).isEqualTo(1);
        }
    }

    @Test
    void aFileCutToNothingOrGoneBesideItsAnchorIsDamage() throws IOException {
        LedgerOnDisk mutant = copy();
        Files.write(mutant.file(), new byte[0]);
        Shell cut = Shell.run("verify", mutant.file());
        assertThat(cut.exit()).isEqualTo(1);
        assertThat(cut.err()).contains("lacks the commits up to " + tail.number());
        Files.write(mutant.file(), "không phải sổ cái".repeat(500).getBytes(StandardCharsets.UTF_8));
        assertThat(Shell.run("verify", mutant.file()).exit()).isEqualTo(1);
        Files.delete(mutant.file());
        assertThat(Shell.run("verify", mutant.file()).exit()).isEqualTo(1);
        Files.delete(Anchor.fileOf(mutant.file()));
        assertThat(Shell.run("verify", mutant.file()).exit()).isEqualTo(2);
    }

    private static LedgerOnDisk copy() throws IOException {
        return copy(sound);
    }

    private static LedgerOnDisk copy(LedgerOnDisk of) throws IOException {
        LedgerOnDisk mutant = new LedgerOnDisk(folder.resolve("mutant.db"));
        of.copyTo(mutant);
        return mutant;
    }
}
