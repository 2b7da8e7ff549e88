package vn.soto.ledgerwriter.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.SubjectKey;
import vn.soto.privacy.sqlite.KeyFile;
import vn.soto.privacy.sqlite.SqliteSubjectKeyReader;

/** A store of a million keys: what a start waits for, and how long the look at each key takes behind it. Prints both. */
@Tag("slow")
@Tag("long")
final class ManyKeysIT {

    private static final int KEYS = 1_000_000;
    private static final int AT_ONCE = 2_000;
    private static final Clock CLOCK = Clock.systemUTC();

    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");

    @TempDir
    private Path folder;

    @Test
    void aStartDoesNotWaitForTheLookAtEachKey() throws SQLException {
        Path file = folder.resolve("keys.sqlite");
        fill(file);
        long begun = System.nanoTime();
        try (SqliteSubjectKeys writer = SqliteSubjectKeys.open(file, CLOCK);
                SqliteSubjectKeyReader reader = SqliteSubjectKeyReader.open(file)) {
            Keyring keyring = Keyring.open(reader, writer, master, "test");
            Duration start = Duration.ofNanos(System.nanoTime() - begun);
            int seen = 0;
            Set<Keyring.State> states = new HashSet<>();
            for (SequencedMap<String, Keyring.State> page = keyring.statesAfter("", AT_ONCE);
                    !page.isEmpty();
                    page = keyring.statesAfter(page.lastEntry().getKey(), AT_ONCE)) {
                seen += page.size();
                states.addAll(page.values());
            }
            assertThat(seen).isEqualTo(KEYS);
            assertThat(states).containsExactly(Keyring.State.OPENS);
            System.out.printf(
                    "ManyKeysIT: %d keys: a start waits %d ms, each was looked at after %d ms%n",
                    KEYS,
                    start.toMillis(),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
            assertThat(start).isLessThan(Duration.ofSeconds(1));
        }
    }

    private void fill(Path file) throws SQLException {
        SqliteSubjectKeys.open(file, CLOCK).close();
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.inTransaction(() -> {
                PreparedStatement insert =
                        session.prepared("INSERT INTO keys (subject, wrapped, since) VALUES (?, ?, ?)");
                for (int i = 0; i < KEYS; i++) {
                    Subject household = Subject.of(new HouseholdId(new UUID(0x7000L + i, i).toString()));
                    insert.setString(1, household.toString());
                    insert.setBytes(2, master.wrap(SubjectKey.fresh(household)));
                    insert.setString(3, KeyFile.since(CLOCK.instant()));
                    insert.addBatch();
                    if (i % AT_ONCE == AT_ONCE - 1) {
                        insert.executeBatch();
                    }
                }
            });
        }
        SqliteSubjectKeys.open(file, CLOCK).close();
    }
}
