package vn.soto.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.shared.Sealed;
import vn.soto.privacy.reads.PersonalDataRead;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.privacy.reads.SqlitePersonalDataReads;

final class VerifyReadsIT {

    @TempDir
    private Path folder;

    private Path reads() {
        Path reads = folder.resolve("reads.sqlite");
        try (SqlitePersonalDataReads register = SqlitePersonalDataReads.open(reads)) {
            for (int i = 0; i < 3; i++) {
                register.append(List.of(new PersonalDataRead(
                        Instant.EPOCH.plusSeconds(i), "lan", "officer", "member:m-1", "/api/members/m-1", null, null)));
            }
        }
        return reads;
    }

    /** As entries of the versions without chains are. */
    @Test
    void aRegisterWhoseChainsWereRemovedIsNotTakenForAnOlderOne() throws SQLException {
        Path reads = reads();
        new LedgerOnDisk(reads).change("UPDATE reads SET chain = NULL");

        Shell changed = Shell.run("verify-reads", reads);
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err()).contains("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"words = '!'", "words = ''", "words = NULL", "subject = 'nobody'", "at = 9223372036854775807"})
    void whateverAnEntryReadsAfterwardsItIsNamed(String change) throws SQLException {
        Path reads = folder.resolve("reads.sqlite");
        try (SqlitePersonalDataReads register = SqlitePersonalDataReads.open(reads)) {
            register.append(List.of(new PersonalDataRead(
                    Instant.EPOCH, "lan", "officer", "member:m-1", "/x", "COMPLAINT", new Sealed("s".repeat(40)))));
        }
        assertThat(Shell.run("verify-reads", reads).exit()).isZero();
        new LedgerOnDisk(reads).change("UPDATE reads SET " + change);

        Shell changed = Shell.run("verify-reads", reads);
        assertThat(changed.exit()).as(changed.err()).isEqualTo(1);
        assertThat(changed.err()).contains("entry 1 was changed");
        try (SqlitePersonalDataReads register = SqlitePersonalDataReads.open(reads)) {
            assertThat(register.find(new PersonalDataReads.Search(null, null, null, null, null, 9))
                            .reads())
                    .hasSize(1);
        }
    }

    @Test
    void itsExitTellsWhetherAnEntryWasChanged() throws SQLException {
        Path reads = reads();
        Shell whole = Shell.run("verify-reads", reads);
        assertThat(whole.exit()).as(whole.err()).isZero();
        assertThat(whole.out()).contains("nguyên vẹn", "is whole");

        new LedgerOnDisk(reads).change("UPDATE reads SET account = 'x' WHERE id = 2");
        Shell changed = Shell.run("verify-reads", reads);
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err()).contains("2");

        assertThat(Shell.run("verify-reads").exit()).isEqualTo(2);
        assertThat(Shell.run("verify-reads", folder.resolve("none.sqlite")).exit())
                .isEqualTo(2);
    }
}
