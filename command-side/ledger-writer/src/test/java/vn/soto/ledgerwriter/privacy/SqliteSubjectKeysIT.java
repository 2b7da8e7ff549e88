package vn.soto.ledgerwriter.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.privacy.MasterKeyRefusedException;
import vn.soto.privacy.StoredKey;
import vn.soto.privacy.SubjectKey;
import vn.soto.privacy.SubjectKeyReader;
import vn.soto.privacy.sqlite.SqliteSubjectKeyReader;

@Tag("slow")
@Tag("threads")
final class SqliteSubjectKeysIT extends SubjectKeysContract {

    private static final long SEED = 20261125;

    @TempDir
    private Path folder;

    private Path file;
    private SqliteSubjectKeys writer;
    private SqliteSubjectKeyReader reader;

    @BeforeEach
    void open() {
        file = folder.resolve("keys.sqlite");
        writer = SqliteSubjectKeys.open(file, CLOCK);
        reader = SqliteSubjectKeyReader.open(file);
    }

    @AfterEach
    void close() {
        reader.close();
        writer.close();
    }

    @Override
    SubjectKeyReader reader() {
        return reader;
    }

    @Override
    SubjectKeyWriter writer() {
        return writer;
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        writer.createIfAbsent(wrapped(master, LAN));

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void isThereAfterItsProcessDied() {
        byte[] key = wrapped(master, LAN).get(LAN);
        writer.createIfAbsent(Map.of(LAN, key));

        // Not closed: as a killed process leaves it.
        try (SqliteSubjectKeys other = SqliteSubjectKeys.open(file, CLOCK);
                SqliteSubjectKeyReader reading = SqliteSubjectKeyReader.open(file)) {
            assertThat(other.createIfAbsent(wrapped(master, LAN)).get(LAN))
                    .isInstanceOfSatisfying(
                            StoredKey.Wrapped.class,
                            stored -> assertThat(stored.bytes()).isEqualTo(key));
            assertThat(reading.find(LAN)).isPresent();
        }
    }

    /** One altered row does not send the operator after another master key. */
    @Test
    void aDamagedProofIsNotBlamedOnTheMasterKey() throws SQLException {
        assertThat(Keyring.open(reader, writer, master, "test").keyOf(LAN)).isPresent();
        try (SqliteSession other = SqliteSession.writer(file)) {
            other.run("UPDATE master SET proof = zeroblob(length(proof))");
        }
        assertThatThrownBy(() -> Keyring.open(reader, writer, master, "test"))
                .isInstanceOf(MasterKeyRefusedException.class)
                .hasMessageContaining("row of the store that proves it is damaged");
    }

    /** One altered name hides neither itself nor the others, also as bytes that are no text and sort behind all. */
    @Test
    void anEntryOfNobodyIsDamaged() throws SQLException {
        Keyring.open(reader, writer, master, "test").prepare(List.of(LAN, HOME, Subject.parse("member:minh")));
        for (String name : List.of("'x'", "CAST(x'F265' AS TEXT)")) {
            try (SqliteSession other = SqliteSession.writer(file)) {
                other.run("UPDATE keys SET subject = " + name + " WHERE subject = (SELECT max(subject) FROM keys"
                        + " WHERE subject LIKE 'member:%')");
            }
        }

        assertThat(states(1))
                .isEqualTo(Map.of(
                        "household:lan", Keyring.State.OPENS, "x", Keyring.State.DAMAGED, "òe", Keyring.State.DAMAGED));
    }

    /** Thousands of keys, made and destroyed in many orders; whatever pages were split or moved, none of them is left. */
    @Test
    void noFileHoldsADestroyedKeyInAnyForm() throws IOException {
        Random random = new Random(SEED);
        Map<Subject, byte[]> keys = new HashMap<>();
        List<Subject> living = new ArrayList<>();
        List<Subject> gone = new ArrayList<>();
        for (int round = 0; round < 30; round++) {
            Map<Subject, byte[]> fresh = new HashMap<>();
            IntStream.range(0, random.nextInt(1, 200)).forEach(i -> {
                Subject subject = Subject.of(new HouseholdId("h-" + Long.toHexString(random.nextLong())));
                fresh.put(subject, master.wrap(SubjectKey.fresh(subject)));
            });
            writer.createIfAbsent(fresh);
            keys.putAll(fresh);
            living.addAll(fresh.keySet());
            Collections.shuffle(living, random);
            List<Subject> some = new ArrayList<>(living.subList(0, random.nextInt(living.size() / 2 + 1)));
            living.removeAll(some);
            gone.addAll(some);
            writer.destroy(some);

            byte[] everything = everyFile();
            assertThat(heldIn(everything, gone, keys)).as("seed %d", SEED).isEmpty();
        }
        writer.destroy(gone.subList(0, 1));
        assertThat(gone).hasSizeGreaterThan(500);
        assertThat(heldIn(everyFile(), living, keys))
                .as("what is looked for can be found")
                .containsAll(living);
        try (SqliteSubjectKeyReader again = SqliteSubjectKeyReader.open(file)) {
            assertThat(again.find(living).values()).allMatch(StoredKey.Wrapped.class::isInstance);
            assertThat(again.find(gone).values()).hasSize(gone.size()).allMatch(StoredKey.Destroyed.class::isInstance);
        }
    }

    /** A reader in the middle of something still needs the old pages, so nobody is told that they are gone. */
    @Test
    void aDestructionThatCouldNotCutTheLogIsNotReported() throws SQLException {
        writer.createIfAbsent(wrapped(master, LAN));
        try (SqliteSession lingering = SqliteSession.reader(file)) {
            lingering.run("BEGIN");
            lingering.number("SELECT count(*) FROM keys");

            assertThatThrownBy(() -> writer.destroy(List.of(LAN))).isInstanceOf(LedgerException.Unavailable.class);
            lingering.run("COMMIT");
        }
        writer.destroy(List.of(LAN));
        assertThat(reader.find(LAN)).hasValueSatisfying(key -> assertThat(key).isInstanceOf(StoredKey.Destroyed.class));
    }

    @Test
    void anotherFileIsNotTakenForAKeyStore() throws SQLException {
        Path other = folder.resolve("other.sqlite");
        try (SqliteSession session = SqliteSession.writer(other)) {
            session.run("CREATE TABLE keys (id INTEGER)");
        }

        assertThatThrownBy(() -> SqliteSubjectKeys.open(other, CLOCK)).hasMessageContaining("no key store");
        assertThatThrownBy(() -> SqliteSubjectKeyReader.open(other)).hasMessageContaining("no key store");
        assertThatThrownBy(() -> SqliteSubjectKeyReader.open(folder.resolve("absent.sqlite")))
                .isInstanceOf(LedgerException.Unavailable.class);
    }

    private byte[] everyFile() throws IOException {
        ByteArrayOutputStream everything = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                everything.writeBytes(Files.readAllBytes(each));
            }
        }
        return everything.toByteArray();
    }

    /** Those of whose key the bytes hold a part; a part is enough to look for, and finds remnants as well. */
    private static Set<Subject> heldIn(byte[] bytes, List<Subject> subjects, Map<Subject, byte[]> keys) {
        Map<Long, Subject> parts = new HashMap<>();
        BitSet beginnings = new BitSet();
        subjects.forEach(subject -> {
            long part = part(keys.getOrDefault(subject, new byte[StoredKey.LENGTH]));
            parts.put(part, subject);
            beginnings.set((int) (part >>> 48));
        });
        Set<Subject> held = new HashSet<>();
        long last = 0;
        for (int at = 0; at < bytes.length; at++) {
            last = (last << 8) | (bytes[at] & 0xff);
            // Few bytes begin as any part does, so a part is seldom looked up.
            if (at >= Long.BYTES - 1 && beginnings.get((int) (last >>> 48)) && parts.containsKey(last)) {
                held.add(parts.get(last));
            }
        }
        return held;
    }

    /** Eight bytes of the encrypted key. */
    private static long part(byte[] key) {
        return ByteBuffer.wrap(key).getLong(24);
    }

    private static final String ENDLESS =
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c";

    /** It keeps the log from being cut, so it makes way and begins again. */
    @Test
    void anErasureDoesNotWaitForALookAtTheWholeFile() throws Exception {
        Subject erased = Subject.of(new HouseholdId("01985b80-4c00-7000-8000-0000000000e1"));
        writer.createIfAbsent(wrapped(master, erased));
        CountDownLatch underWay = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        try (ExecutorService background = Executors.newSingleThreadExecutor()) {
            Future<Optional<Long>> look = background.submit(() -> writer.whole().read(own -> {
                own.run("BEGIN");
                long keys = own.number("SELECT count(*) FROM keys WHERE wrapped = zeroblob(60)");
                if (begun.incrementAndGet() == 1) {
                    underWay.countDown();
                    return own.number(ENDLESS);
                }
                return keys;
            }));
            try {
                underWay.await();

                writer.destroy(Set.of(erased));

                assertThat(look.get()).as("after it").contains(1L);
            } finally {
                // Otherwise the look would never end after a failure.
                writer.whole().close();
            }
        }
        assertThat(begun).hasValue(2);
        assertThat(writer.trouble()).isEmpty();
    }

    @Test
    void aLookEndsWhenTheFileIsClosed() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        try (ExecutorService background = Executors.newSingleThreadExecutor()) {
            Future<Optional<Long>> look = background.submit(() -> writer.whole().read(own -> {
                underWay.countDown();
                return own.number(ENDLESS);
            }));
            try {
                underWay.await();
            } finally {
                writer.whole().close();
            }
            assertThat(look.get()).isEmpty();
        }
        assertThat(writer.whole().complaint()).as("after it").isEmpty();
    }
}
