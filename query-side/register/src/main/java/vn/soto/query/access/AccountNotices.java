package vn.soto.query.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinkConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountLocked;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccessEvent.DeviceLocked;
import vn.soto.contracts.access.AccessEvent.DeviceUnlocked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountAct;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.SeparatePersons;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.projection.Documents;
import vn.soto.query.access.AccountNotice.Action;
import vn.soto.query.config.QuerySideConfiguration;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Histories;
import vn.soto.query.person.AccountPersons;

/**
 * The notices about accounts for approvers: recent chances to take an account over, and decisions made on the machine.
 */
@Component
public record AccountNotices(
        Documents documents,
        Histories histories,
        @Qualifier(QuerySideConfiguration.SUPPOSABLE) LedgerReader ledger,
        AccountPersons accounts) {

    /** How long they are told, in the ledger's time. */
    static final Duration TOLD = SeparatePersons.TAKEN_OVER;

    static final Comparator<AccountNotice> NEWEST_FIRST =
            Comparator.comparingLong(AccountNotice::commit).reversed();

    /**
     * Of the {@link #TOLD last days} before a commit, the newest first; of the same that one account did to another again and again,
     * the last.
     */
    public List<AccountNotice> of(long asOf) {
        return time(asOf).map(now -> until(now, asOf)).orElse(List.of());
    }

    private Optional<Instant> time(long asOf) {
        return ledger.commit(asOf).map(Commit::at);
    }

    private List<AccountNotice> until(Instant now, long asOf) {
        Instant since = now.minus(TOLD);
        List<String> days = VietnamTime.day(since)
                .datesUntil(VietnamTime.day(now).plusDays(1))
                .map(AccountList::noticed)
                .toList();
        Set<List<?>> told = new HashSet<>();
        return AccountList.find(days, documents, asOf)
                .flatMap(account -> notices(new AccountId(account), asOf).stream())
                .filter(notice -> !notice.at().isBefore(since))
                .sorted(NEWEST_FIRST)
                .filter(notice -> told.add(List.of(notice.account(), notice.action(), String.valueOf(notice.by()))))
                .toList();
    }

    /** Whether whoever approves may have to be told of it. */
    static boolean mayTell(AccessEvent event, String actor) {
        return actions(event, actor.equals(Origin.SystemTask.ACTOR)).findAny().isPresent();
    }

    private List<AccountNotice> notices(AccountId account, long asOf) {
        List<AccountNotice> notices = new ArrayList<>();
        AccountState state = AccountState.blank(account);
        for (Body body : histories.of(AccessEvent.idOf(account), asOf)) {
            AccountAct act = accounts.act(body);
            boolean onMachine = act.by() == null;
            if (onMachine || state.mayApproveFrom(VietnamTime.day(act.at()))) {
                long commit = body.commit().number();
                actions(act.event(), onMachine)
                        .map(action ->
                                new AccountNotice(act.at(), commit, account.value(), action, act.by(), onMachine))
                        .forEach(notices::add);
            }
            state = state.after(act.event());
        }
        return notices;
    }

    private static Stream<Action> actions(AccessEvent event, boolean onMachine) {
        return switch (event) {
            case AccountLocked _ -> Stream.of(Action.LOCKED);
            case AccountUnlocked _ -> Stream.of(Action.UNLOCKED);
            case AccountReset reset ->
                reset.factorRemoved()
                        ? Stream.of(Action.PASSWORD_RESET, Action.SECOND_FACTOR_REMOVED)
                        : Stream.of(Action.PASSWORD_RESET);
            case AccountConfirmed _ -> Stream.of(Action.CONFIRMED);
            case GrantEnded _ -> onMachine ? Stream.of(Action.RIGHT_ENDED) : Stream.of();
            case RoleGranted _,
                    GrantCorrected _,
                    AccountLinked _,
                    AccountLinkConfirmed _,
                    AccountUnlinked _,
                    DeviceLocked _,
                    DeviceUnlocked _ -> Stream.of();
        };
    }

    /**
     * Accounts with a right to approve that approve nothing of one person's. This ends when two persons give or link
     * the same again, or the machine confirms the account.
     *
     * @param rights   accounts to which that person alone gave such a right
     * @param unlinked accounts of which that person alone ended a link, also in earlier versions
     */
    record OfOneAlone(List<String> rights, List<String> unlinked) {}

    OfOneAlone ofOneAlone(long asOf) {
        return time(asOf).map(now -> ofOneAlone(now, asOf)).orElse(new OfOneAlone(List.of(), List.of()));
    }

    /** The history is read only of an account whose state lets it be one of them. */
    private OfOneAlone ofOneAlone(Instant now, long asOf) {
        LocalDate day = VietnamTime.day(now);
        SeparatePersons persons = accounts.at(now, asOf);
        List<AccountState> approving = AccountList.find(
                        List.of(AccountList.of(Role.ADMINISTRATOR), AccountList.of(Role.OFFICER)), documents, asOf)
                .flatMap(account -> documents.find(AccountRecord.KIND, account).stream())
                .flatMap(record -> record.asOf(asOf).stream())
                .filter(state -> state.mayApproveFrom(day))
                .toList();
        return new OfOneAlone(
                accounts(approving, state -> isGivenByOne(state, day), persons::hasARightOfOneAlone),
                accounts(approving, AccountNotices::hasAnEndedLink, persons::isUnlinkedByOneAlone));
    }

    private static List<String> accounts(
            List<AccountState> states, Predicate<AccountState> candidate, Predicate<AccountId> wanted) {
        return states.stream()
                .filter(candidate)
                .map(AccountState::account)
                .filter(wanted)
                .map(AccountId::value)
                .sorted()
                .toList();
    }

    private static boolean isGivenByOne(AccountState state, LocalDate day) {
        return state.grants().stream()
                .anyMatch(grant -> grant.role().mayApprove()
                        && grant.lasts(day)
                        && grant.approval() == GrantApproval.BY_ONE_PERSON);
    }

    private static boolean hasAnEndedLink(AccountState state) {
        return state.links().stream().anyMatch(link -> link.until() != null);
    }
}
