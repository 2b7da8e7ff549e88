package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.axon.UuidV7;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.command.dispatch.FirstAdministrator.Outcome;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessRule;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.harness.Version1;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

/** A ledger of version 1 has no grants: it goes on as before until a start records the first administrator, once. */
@Tag("threads")
final class FirstAdministratorOfVersion1IT {

    private static final AccountId AN = new AccountId("an");
    private static final String REASON = "Theo phân công của Ủy ban";

    private final EventCodec codec = EventCodec.product();
    private final Clock clock = Clock.systemUTC();

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() {
        Version1.copyTo(folder);
    }

    private SqliteLedger open() {
        return SqliteLedger.open(
                folder.resolve("ledger.sqlite"),
                "soto/phien-ban-1",
                clock,
                WriterSettings.standard(),
                new SimpleMeterRegistry());
    }

    private Outcome record(SqliteLedger ledger, AccountId account) {
        return new FirstAdministrator(ledger.reader(), ledger.appender(), codec, UuidV7.system(), clock)
                .record(account);
    }

    private CommandSide start(SqliteLedger ledger) {
        return CommandSide.start(
                ledger.reader(), ledger.appender(), codec, clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
    }

    private static void send(CommandSide side, Command command) {
        side.gateway().submit(new CommandRequest(UuidV7.system().get(), AN.value()), command);
    }

    private static GrantRole auditor() {
        return new GrantRole(
                new AccountId("bình"),
                new GrantId(new UUID(0x7000L, 1).toString()),
                Role.AUDITOR,
                null,
                LocalDate.of(2026, 8, 20),
                null,
                null,
                REASON);
    }

    @Test
    void aLedgerOfVersion1GetsItsFirstAdministratorOnceAndStaysSound() {
        long before;
        try (SqliteLedger ledger = open();
                CommandSide side = start(ledger)) {
            before = ledger.reader().tail().number();
            assertThat(FirstAdministrator.isRecorded(ledger.reader())).isFalse();
            assertThatThrownBy(() -> send(side, auditor()))
                    .isInstanceOfSatisfying(
                            RuleViolatedException.class,
                            refused ->
                                    assertThat(refused.rule()).isEqualTo(AccessRule.FIRST_ADMINISTRATOR_IS_RECORDED));

            assertThat(record(ledger, AN)).isEqualTo(Outcome.RECORDED);
            send(side, auditor());
        }
        try (SqliteLedger ledger = open()) {
            assertThat(record(ledger, AN)).isEqualTo(Outcome.RECORDED_BEFORE);
            assertThat(record(ledger, new AccountId("chi"))).isEqualTo(Outcome.ANOTHER_IS);
            assertThat(ledger.reader().tail().number()).isEqualTo(before + 2);
            assertThat(ChainVerifier.verify(ledger.reader()))
                    .isEqualTo(ledger.reader().tail());
        }
    }
}
