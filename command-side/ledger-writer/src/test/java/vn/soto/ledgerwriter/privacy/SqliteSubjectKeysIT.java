package vn.soto.ledgerwriter.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

            String everything = everyFile();
            assertThat(gone).as("seed %d", SEED).noneMatch(subject -> holds(everything, keys, subject));
        }
        writer.destroy(gone.subList(0, 1));
        assertThat(gone).hasSizeGreaterThan(500);
        String everything = everyFile();
        assertThat(living).as("what is looked for can be found").allMatch(subject -> holds(everything, keys, subject));
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

    private String everyFile() throws IOException {
        StringBuilder everything = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                everything.append(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
            }
        }
        return everything.toString();
    }

    /** A part of it is enough to look for, and finds remnants as well. */
    private static boolean holds(String everything, Map<Subject, byte[]> keys, Subject subject) {
        byte[] key = keys.getOrDefault(subject, new byte[StoredKey.LENGTH]);
        return everything.contains(new String(key, 20, 16, StandardCharsets.ISO_8859_1));
    }
}
