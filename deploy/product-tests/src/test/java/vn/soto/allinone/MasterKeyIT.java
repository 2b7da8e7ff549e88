package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.edge.PrivacySettings;
import vn.soto.ledgerwriter.ClockWatch;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.MasterKeyRefusedException;
import vn.soto.privacy.Opened;
import vn.soto.privacy.PersonalDataReader;

/** The master key across starts: created, kept, given or refused. */
final class MasterKeyIT {

    private static final Subject LAN = Subject.of(new MemberId("lan"));

    @TempDir
    private Path folder;

    @Test
    void isMadeAtTheFirstStartForItsOwnerAloneAndOpensWhatIsSealedFromThenOn() throws IOException {
        Sealed sealed;
        try (AnnotationConfigApplicationContext first = start(null, null)) {
            sealed = seal(first);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("master.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys.sqlite"))))
                .isEqualTo("rw-------");
        try (AnnotationConfigApplicationContext second = start(null, null)) {
            assertThat(open(second, sealed)).isEqualTo(new Opened.Clear("Lan"));
        }
    }

    @Test
    void isNotMadeAnewBesideKeysThatItCouldNotOpen() throws IOException {
        start(null, null).close();
        Files.delete(folder.resolve("master.key"));

        assertThatThrownBy(() -> start(null, null))
                .rootCause()
                .isInstanceOf(MasterKeyRefusedException.class)
                .hasMessageContaining("Thiếu khóa chủ")
                .hasMessageContaining("The master key is missing");
        assertThat(folder.resolve("master.key")).doesNotExist();
    }

    @Test
    void isTheOneOfItsStore() throws IOException {
        start(null, null).close();
        Files.writeString(folder.resolve("master.key"), MasterKey.freshText());

        assertThatThrownBy(() -> start(null, null))
                .rootCause()
                .isInstanceOf(MasterKeyRefusedException.class)
                .hasMessageContaining("không phải khóa chủ")
                .hasMessageContaining("not the one of this key store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw----r--", "rw-r--r--", "rw-----w-", "rw--w----", "rw------x"})
    void isRefusedIfOthersCanReadIt(String rights) throws IOException {
        start(null, null).close();
        Path file = folder.resolve("master.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

        assertThatThrownBy(() -> start(null, null))
                .rootCause()
                .isInstanceOf(MasterKeyRefusedException.class)
                .hasMessageContaining("Hãy chạy: chmod 600 " + file)
                .hasMessageContaining("Run: chmod 600 " + file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        start(null, null).close();
    }

    @Test
    void mayBeKeptElsewhereOrComeFromTheEnvironment() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("safe")).resolve("soto.key");
        Sealed sealed;
        try (AnnotationConfigApplicationContext first = start(null, elsewhere)) {
            sealed = seal(first);
        }
        assertThat(folder.resolve("master.key")).doesNotExist();
        String text = Files.readString(elsewhere);
        Files.move(elsewhere, folder.resolve("gone"), StandardCopyOption.ATOMIC_MOVE);
        try (AnnotationConfigApplicationContext second = start(text, null)) {
            assertThat(open(second, sealed)).isEqualTo(new Opened.Clear("Lan"));
        }
    }

    private static Sealed seal(AnnotationConfigApplicationContext process) {
        return process.getBean(Keyring.class).keyOf(LAN).orElseThrow().seal("Lan", new UUID(7, 1), "name");
    }

    private static Opened open(AnnotationConfigApplicationContext process, Sealed sealed) {
        return process.getBean(PersonalDataReader.class).of(LAN).text(LAN, "name", sealed);
    }

    private AnnotationConfigApplicationContext start(@Nullable String key, @Nullable Path file) {
        AnnotationConfigApplicationContext process = new AnnotationConfigApplicationContext();
        process.registerBean(SotoSettings.class, () -> new SotoSettings(folder, "x", false));
        process.registerBean("privacy", PrivacySettings.class, () -> new PrivacySettings(key, file));
        process.registerBean(DataFolder.class, () -> DataFolder.ensure(folder));
        Clock clock = Clock.fixed(Instant.parse("2026-07-01T02:03:04Z"), ZoneOffset.UTC);
        process.registerBean(Clock.class, () -> clock);
        process.registerBean(ClockWatch.class, () -> ClockWatch.of(clock, Clock.systemUTC(), Duration.ofMinutes(10)));
        process.register(EmbeddedKeys.class);
        process.refresh();
        return process;
    }

    /** The configuration without binding of settings, which the test supplies. */
    static final class EmbeddedKeys extends PrivacyConfiguration {}
}
