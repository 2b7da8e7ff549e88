package vn.soto.domain.access;

import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;
import static vn.soto.domain.shared.CounterRule.EVENT_IS_NOT_FINAL;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinkConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountLocked;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.access.AccessCommand.CorrectGrant;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.access.AccessCommand.UnlinkAccount;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of an account. A grant or link that is taken back has not been in force on any day. */
public final class AccessCounterCommands {

    private AccessCounterCommands() {}

    public static CounterCommand of(AccessEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case RoleGranted granted ->
                CounterCommand.of(new EndGrant(
                        granted.account(),
                        granted.grant(),
                        granted.effectiveFrom().minusDays(1),
                        reason));
            case GrantEnded ended -> restore(ended.account(), ended.grant(), earlier, reason);
            case GrantCorrected corrected -> restore(corrected.account(), corrected.grant(), earlier, reason);
            case AccountLinked linked ->
                CounterCommand.of(new UnlinkAccount(
                        linked.account(), linked.effectiveFrom().minusDays(1), reason));
            case AccountLinkConfirmed _ -> confirmed(earlier);
            case AccountUnlinked unlinked ->
                CounterCommand.of(new LinkAccount(
                        unlinked.account(),
                        unlinked.person().member(),
                        unlinked.person().holder(),
                        unlinked.lastDay().plusDays(1),
                        reason));
            case AccountLocked _, AccountUnlocked _, AccountReset _, AccountConfirmed _ ->
                CounterCommand.refusedBy(EVENT_IS_NOT_FINAL);
        };
    }

    /** With a link its first confirmation goes, too; a later one ends with the link alone. */
    private static CounterCommand confirmed(EarlierEvents earlier) {
        boolean first =
                earlier.last(Stream::of).filter(AccountLinked.class::isInstance).isPresent();
        return first ? CounterCommand.FOLLOWS : CounterCommand.refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
    }

    /** Gives the grant the days that it had before. */
    private static CounterCommand restore(AccountId account, GrantId grant, EarlierEvents earlier, String reason) {
        Optional<LocalDate> from =
                earlier.last(before -> days(before, grant).flatMap(days -> Stream.ofNullable(days.from())));
        Optional<GrantDays> last = earlier.last(before -> days(before, grant));
        return from.isPresent() && last.isPresent()
                ? CounterCommand.of(
                        new CorrectGrant(account, grant, from.get(), last.get().until(), reason))
                : CounterCommand.refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
    }

    /** @param from absent if the event does not state it */
    private record GrantDays(
            @Nullable LocalDate from, @Nullable LocalDate until) {}

    private static Stream<GrantDays> days(DomainEvent event, GrantId grant) {
        return switch (event) {
            case RoleGranted granted
            when granted.grant().equals(grant) -> Stream.of(new GrantDays(granted.effectiveFrom(), granted.lastDay()));
            case GrantCorrected corrected
            when corrected.grant().equals(grant) ->
                Stream.of(new GrantDays(corrected.effectiveFrom(), corrected.lastDay()));
            case GrantEnded ended when ended.grant().equals(grant) -> Stream.of(new GrantDays(null, ended.lastDay()));
            default -> Stream.empty();
        };
    }
}
