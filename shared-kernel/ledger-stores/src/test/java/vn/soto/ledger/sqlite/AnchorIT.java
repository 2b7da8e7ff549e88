package vn.soto.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;

final class AnchorIT {

    private static final Anchor OLD = new Anchor(41, Hash.sha256(new byte[] {1}));
    private static final Anchor NEW = new Anchor(42, Hash.sha256(new byte[] {2}));

    @Test
    void isAbsentWithoutAFile(@TempDir Path folder) {
        assertThat(Anchor.read(ledger(folder))).isEmpty();
    }

    @Test
    void isTheLaterOfTheTwoLines(@TempDir Path folder) throws IOException {
        write(folder, OLD.line(), NEW.line());
        assertThat(Anchor.read(ledger(folder))).contains(NEW);
        write(folder, NEW.line(), OLD.line());
        assertThat(Anchor.read(ledger(folder))).contains(NEW);
        write(folder, OLD.line());
        assertThat(Anchor.read(ledger(folder))).contains(OLD);
    }

    @Test
    void survivesAWriteTornAnywhere(@TempDir Path folder) throws IOException {
        for (int kept = 0; kept < NEW.line().length; kept += 7) {
            byte[] torn = OLD.line();
            System.arraycopy(NEW.line(), 0, torn, 0, kept);
            write(folder, OLD.line(), torn);
            assertThat(Anchor.read(ledger(folder)).orElseThrow())
                    .as("torn after %d bytes", kept)
                    .isIn(OLD, NEW);
        }
    }

    @Test
    void isTheOtherLineWhereOneWasLost(@TempDir Path folder) throws IOException {
        write(folder, new byte[Anchor.LINE], NEW.line());
        assertThat(Anchor.read(ledger(folder))).contains(NEW);
        write(folder, NEW.line(), new byte[Anchor.LINE]);
        assertThat(Anchor.read(ledger(folder))).contains(NEW);
    }

    @Test
    void isDamagedWhenNeitherLineIsWhole(@TempDir Path folder) throws IOException {
        byte[] line = NEW.line();
        line[0]++;
        write(folder, line, Arrays.copyOf(OLD.line(), Anchor.LINE / 2));
        assertThatExceptionOfType(LedgerException.Damaged.class).isThrownBy(() -> Anchor.read(ledger(folder)));
    }

    /** A loss of power leaves a file that was just made without content, or with zeros. */
    @Test
    void saysNothingIfItIsEmptyOrZeros(@TempDir Path folder) throws IOException {
        for (byte[] nothing : new byte[][] {{}, new byte[40], new byte[2 * Anchor.LINE]}) {
            write(folder, nothing);
            assertThat(Anchor.read(ledger(folder))).isEmpty();
            assertThat(Anchor.isEmpty(Anchor.fileOf(ledger(folder)))).isTrue();
        }
        write(folder, NEW.line());
        assertThat(Anchor.isEmpty(Anchor.fileOf(ledger(folder)))).isFalse();
        assertThat(Anchor.isEmpty(folder.resolve("none"))).isFalse();
    }

    @Test
    void isDamagedIfItHasMoreThanTwoLines(@TempDir Path folder) throws IOException {
        write(folder, OLD.line(), NEW.line(), OLD.line());
        assertThatExceptionOfType(LedgerException.Damaged.class).isThrownBy(() -> Anchor.read(ledger(folder)));
    }

    private static void write(Path folder, byte[]... lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            bytes.write(line);
        }
        Files.write(Anchor.fileOf(ledger(folder)), bytes.toByteArray());
    }

    private static Path ledger(Path folder) {
        return folder.resolve("ledger.db");
    }
}
