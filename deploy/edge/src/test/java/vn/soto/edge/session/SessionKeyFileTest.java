package vn.soto.edge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.edge.start.StartRefusedException;
import vn.soto.testkit.SettableClock;

final class SessionKeyFileTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(FIRST);
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("session.keys");
    }

    private SessionCodec codec() {
        return new SessionCodec(SessionKeyFile.open(file, clock), clock);
    }

    private Session session() {
        return Session.begin("s1", "lan", 0, Set.of(), clock.instant());
    }

    @Test
    void theFileIsForItsOwnerAlone() throws IOException {
        codec();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileOpenToOthersIsClosedToThem() throws IOException {
        codec();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        codec();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aRestartSignsNobodyOut() {
        String cookie = codec().encode(session());

        assertThat(codec().decode(cookie)).isPresent();
    }

    @Test
    void aNewKeySignsNobodyOutAndTheOneBeforeIsForgottenAtTheNext() {
        SessionCodec codec = codec();
        clock.set(FIRST.plus(SessionKeyFile.SIGNS).minusSeconds(1));
        String before = codec.encode(session());
        clock.set(FIRST.plus(SessionKeyFile.SIGNS));
        String after = codec.encode(session());

        assertThat(after.split("\\.", -1)[1]).isNotEqualTo(before.split("\\.", -1)[1]);
        clock.set(FIRST.plus(SessionKeyFile.SIGNS).plus(Duration.ofHours(11)));
        assertThat(codec.decode(before)).isPresent();
        assertThat(codec().decode(before)).as("after a restart").isPresent();

        clock.set(FIRST.plus(SessionKeyFile.SIGNS.multipliedBy(2)));
        codec.encode(session());
        assertThat(file).content().hasLineCount(2).doesNotContain(before.split("\\.", -1)[1]);
    }

    /** As on a full disk: what is in the way of the new file cannot be removed. */
    @Test
    void aNewKeyThatCannotBeWrittenLeavesTheOneBeforeSigningUntilItCan() throws IOException {
        SessionCodec codec = codec();
        String before = codec.encode(session());
        Path inTheWay = Files.createDirectories(folder.resolve("session.keys.unfinished/x"));
        clock.set(FIRST.plus(SessionKeyFile.SIGNS));

        String kept = codec.encode(session());
        assertThat(kept.split("\\.", -1)[1]).isEqualTo(before.split("\\.", -1)[1]);
        assertThat(codec.decode(kept)).isPresent();

        Files.delete(inTheWay);
        clock.set(FIRST.plus(SessionKeyFile.SIGNS).plus(SessionKeyFile.BETWEEN_TRIALS));
        String after = codec.encode(session());
        assertThat(after.split("\\.", -1)[1]).isNotEqualTo(before.split("\\.", -1)[1]);
        assertThat(codec.decode(kept)).isPresent();
    }

    @Test
    void aFileThatIsRemovedSignsEverybodyOut() throws IOException {
        String cookie = codec().encode(session());
        Files.delete(file);

        assertThat(codec().decode(cookie)).isEmpty();
    }

    @Test
    void anInterruptedRotationLeavesTheKeysAsTheyWere() throws IOException {
        String cookie = codec().encode(session());
        Files.writeString(file.resolveSibling("session.keys.unfinished"), "half");
        clock.set(FIRST.plus(SessionKeyFile.SIGNS.multipliedBy(2)));

        SessionCodec codec = codec();
        codec.encode(session());
        clock.set(FIRST.plusSeconds(60));

        assertThat(codec.decode(cookie)).isPresent();
    }

    @Test
    void aDamagedFileStopsTheStartAndIsNotRepeated() throws IOException {
        Files.writeString(file, "secret!\n");

        assertThatThrownBy(this::codec)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("is damaged")
                .hasMessageNotContaining("secret!");
    }
}
