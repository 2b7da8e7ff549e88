package vn.soto.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.StoredKey;
import vn.soto.privacy.SubjectKey;
import vn.soto.privacy.sqlite.SqliteSubjectKeyReader;

final class BackupKeysIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T02:03:04Z"), ZoneOffset.UTC);
    private static final Subject LAN = Subject.of(new MemberId("lan"));
    private static final Subject MINH = Subject.of(new MemberId("minh"));

    @TempDir
    private Path folder;

    @Test
    void copiesKeysAndErasuresWhileTheStoreIsOpen() throws IOException {
        Path keys = folder.resolve("keys.sqlite");
        Path copy = folder.resolve("keys-backup.sqlite");
        MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
        try (SqliteSubjectKeys open = SqliteSubjectKeys.open(keys, CLOCK)) {
            open.createIfAbsent(Map.of(LAN, master.wrap(SubjectKey.fresh(LAN))));
            open.destroy(List.of(MINH));

            Shell shell = Shell.run("backup-keys", keys, copy);

            assertThat(shell.exit()).as(shell.err()).isZero();
            assertThat(shell.out()).contains("2");
            assertThat(Shell.run("backup-keys", keys, copy).exit())
                    .as("nothing is overwritten")
                    .isEqualTo(2);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        try (SqliteSubjectKeyReader reader = SqliteSubjectKeyReader.open(copy)) {
            assertThat(reader.find(LAN))
                    .hasValueSatisfying(key -> assertThat(key).isInstanceOf(StoredKey.Wrapped.class));
            assertThat(reader.find(MINH))
                    .hasValueSatisfying(key -> assertThat(key).isInstanceOf(StoredKey.Destroyed.class));
        }
    }

    @Test
    void aLedgerIsNoKeyStore() {
        Path ledger = folder.resolve("ledger.sqlite");
        LedgerOnDisk.write(ledger, 3);

        assertThat(Shell.run("backup-keys", ledger, folder.resolve("copy")).exit())
                .isEqualTo(2);
        assertThat(folder.resolve("copy")).doesNotExist();
    }
}
