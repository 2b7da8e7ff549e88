package vn.soto.allinone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import vn.soto.allinone.account.AccountsFile;
import vn.soto.axon.UuidV7;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.access.AccessCommand;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.ObservableAppender;

/** Gives the accounts of an accounts file in the ledger, over the whole, what they assert: as two persons would have agreed. */
final class LedgerGrants {

    private static final String ADMINISTRATOR = AccountsFile.nameOf(Role.ADMINISTRATOR);
    private static final String REASON = "Theo phân công của Ủy ban";

    private final CommandSide commands;
    private final LocalDate today;

    private LedgerGrants(CommandSide commands, LocalDate today) {
        this.commands = commands;
        this.today = today;
    }

    /** @param members the members to whom accounts of members and leaders belong */
    static void record(ApplicationContext product, Iterable<AccountsFile.Line> accounts, Map<String, String> members) {
        Clock clock = product.getBean(Clock.class);
        new FirstAdministrator(
                        product.getBean(LedgerReader.class),
                        product.getBean(ObservableAppender.class),
                        product.getBean(EventCodec.class),
                        UuidV7.system(),
                        clock)
                .record(new AccountId(ADMINISTRATOR));
        LedgerGrants grants = new LedgerGrants(product.getBean(CommandSide.class), VietnamTime.day(clock.instant()));
        for (AccountsFile.Line account : accounts) {
            grants.record(account, members.get(account.name()));
        }
    }

    private void record(AccountsFile.Line account, @Nullable String member) {
        AccountId id = new AccountId(account.name());
        Role role = account.role();
        if (member != null) {
            agreed(new LinkAccount(id, new MemberId(member), null, today, REASON));
        } else if (!role.followsMembership()
                && role != Role.ORGANISATION_OFFICER
                && !account.name().equals(ADMINISTRATOR)) {
            GrantId grant = new GrantId(UUID.randomUUID().toString());
            agreed(new GrantRole(id, grant, role, null, today, null, null, REASON));
        }
    }

    private void agreed(AccessCommand command) {
        UUID id = UuidV7.system().get();
        commands.gateway()
                .submit(
                        new CommandRequest(id, ADMINISTRATOR, Set.of(), "test", "test", CaptureMetadata.none(), true),
                        command);
    }
}
