package vn.soto.command.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.command.privacy.PersonalDataFixture.CLOCK;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.WriteFault;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.StoredKey;
import vn.soto.privacy.sqlite.SqliteSubjectKeyReader;

/** The check of a key store over restarts, against one that begins anew. */
final class CheckedSubjectsIT {

    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
    private final MemoryLedger ledger = new MemoryLedger("test/checked", CLOCK);
    private final List<Long> read = new ArrayList<>();

    @TempDir
    private Path folder;

    /** The findings of a start, and the position from which it reads the ledger. */
    private UnopenableSubjects.Found found(MemorySubjectKeys store, CheckedSubjects kept) {
        read.clear();
        LedgerReader reader = (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(),
                new Class<?>[] {LedgerReader.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("events")) {
                        read.add((Long) arguments[0]);
                    }
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new UnopenableSubjects(reader, EventCodec.product(), Keyring.open(store, store, master, "test"), kept)
                .find(() -> false);
    }

    private PersonalDataFixture product(MemorySubjectKeys keys) {
        return new PersonalDataFixture(ledger, ledger, keys, keys, master);
    }

    private void record(MemorySubjectKeys keys, int number) {
        try (PersonalDataFixture product = product(keys)) {
            record(product, number);
        }
    }

    private static void record(PersonalDataFixture product, int number) {
        product.send(number, RecordMemberProfile.class, "{'member':'m-%d','name':'Nguyễn Văn A'}".formatted(number));
    }

    private static MemorySubjectKeys without(MemorySubjectKeys keys, Set<Subject> lost) {
        MemorySubjectKeys rest = new MemorySubjectKeys(CLOCK);
        keys.after("", Integer.MAX_VALUE).forEach((name, stored) -> {
            Subject subject = Subject.parse(name);
            if (!lost.contains(subject)) {
                rest.createIfAbsent(Map.of(subject, ((StoredKey.Wrapped) stored).bytes()));
            }
        });
        return rest;
    }

    @Test
    void aStartReadsOnFromTheLastAndFindsWhatOneFromTheBeginningFinds() {
        CheckedSubjects kept = CheckedSubjects.beside(folder.resolve("keys.sqlite"));
        MemorySubjectKeys keys = new MemorySubjectKeys(CLOCK);
        try (PersonalDataFixture product = product(keys)) {
            for (long seed = 1; seed <= 10; seed++) {
                Random random = new Random(seed);
                Set<Subject> lost = new HashSet<>();
                for (int step = 0; step < 12; step++) {
                    int number = (int) seed * 100 + step;
                    record(product, number);
                    if (random.nextInt(4) == 0) {
                        lost.add(Subject.of(new MemberId("m-" + ((int) seed * 100 + random.nextInt(step + 1)))));
                    }
                    if (random.nextInt(5) == 0) {
                        lost.clear();
                    }
                    MemorySubjectKeys left = without(keys, lost);
                    assertThat(found(left, kept).keyless())
                            .as("seed %s, step %s", seed, step)
                            .isEqualTo(found(left, CheckedSubjects.none()).keyless())
                            .containsAll(lost);
                }
            }
        }
    }

    @Test
    void whatWasCheckedIsNotReadAgainUnlessAnEntryIsGone() {
        CheckedSubjects kept = CheckedSubjects.beside(folder.resolve("keys.sqlite"));
        MemorySubjectKeys keys = new MemorySubjectKeys(CLOCK);
        record(keys, 1);
        assertThat(found(keys, kept).total()).isZero();
        assertThat(read).first().isEqualTo(0L);
        long end = ledger.tail().next();
        record(keys, 2);
        assertThat(found(keys, kept).total()).isZero();
        assertThat(read).containsExactly(end, ledger.tail().next());

        Subject first = Subject.of(new MemberId("m-1"));
        assertThat(found(without(keys, Set.of(first)), kept).keyless()).containsExactly(first);
        assertThat(read).first().isEqualTo(0L);
    }

    @Test
    void anAlteredFileAndThatOfAnotherLedgerSayNothing() throws IOException {
        CheckedSubjects kept = CheckedSubjects.beside(folder.resolve("keys.sqlite"));
        MemorySubjectKeys keys = new MemorySubjectKeys(CLOCK);
        record(keys, 1);
        found(keys, kept);
        Path file = folder.resolve("keys.checked");
        byte[] sound = Files.readAllBytes(file);
        for (int bit = 0; bit < sound.length * 8; bit += 7) {
            byte[] altered = sound.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, altered);
            assertThat(kept.read(ledger)).as("bit %s", bit).isEmpty();
        }
        for (int length = 0; length < sound.length; length++) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertThat(kept.read(ledger)).as("length %s", length).isEmpty();
        }
        Files.write(file, sound);
        assertThat(kept.read(ledger)).isPresent();
        assertThat(kept.read(new MemoryLedger("test/other", CLOCK))).isEmpty();
    }

    private static void refuses(PersonalDataFixture product, int number) {
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> profile(product, number))
                .satisfies(why -> assertThat(why.fault()).contains(WriteFault.KEY_DAMAGED));
    }

    private static void profile(PersonalDataFixture product, int number) {
        product.send(
                100 + number, RecordMemberProfile.class, "{'member':'m-%d','name':'Trần Văn B'}".formatted(number));
    }

    /** A new key would open none of the earlier texts, and keep the one that was removed from being put back. */
    @Test
    void aSubjectWhoseKeyWasRemovedGetsNoOtherUntilItIsPutBack() throws SQLException {
        Path file = folder.resolve("keys.sqlite");
        try (SqliteSubjectKeys keys = SqliteSubjectKeys.open(file, CLOCK);
                SqliteSubjectKeyReader reader = SqliteSubjectKeyReader.open(file);
                SqliteSession other = SqliteSession.writer(file);
                PersonalDataFixture product = new PersonalDataFixture(ledger, ledger, reader, keys, master)) {
            for (int number = 1; number <= 3; number++) {
                profile(product, number);
            }
            UnopenableSubjects subjects =
                    new UnopenableSubjects(ledger, EventCodec.product(), product.keyring, CheckedSubjects.beside(file));
            assertThat(subjects.find(() -> false).total()).isZero();
            other.run("CREATE TEMP TABLE removed AS SELECT * FROM keys WHERE id = 1");
            other.run("DELETE FROM keys WHERE id = 1");

            refuses(product, 1);
            refuses(product, 4);
            UnopenableSubjects.Found first =
                    new UnopenableSubjects.Found(Set.of(Subject.of(new MemberId("m-1"))), 0, 0, 1);
            assertThat(subjects.find(() -> false)).as("a look after another").isEqualTo(first);
            refuses(product, 1);
            profile(product, 4);

            other.run("INSERT INTO keys SELECT * FROM removed");
            profile(product, 1);
            assertThat(product.keyring.missing()).isZero();
            assertThat(subjects.find(() -> false).total()).isZero();
            other.run("DELETE FROM keys WHERE id = 1");
            assertThat(subjects.find(() -> false))
                    .as("put back, and removed again")
                    .isEqualTo(first);
        }
    }
}
