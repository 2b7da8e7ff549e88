package vn.soto.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.HolderId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.access.AccessCommand.CorrectGrant;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.access.AccessCommand.UnlinkAccount;
import vn.soto.domain.shared.RuleViolatedException;

/** Random commands of several administrators: whatever is accepted keeps the rules, by a recount of the stored events. */
final class RandomAccessTest extends SampleCommune {

    private static final int STEPS = 200;
    private static final String REASON = "Theo phân công của Ủy ban";
    private static final List<AccountId> ACCOUNTS =
            IntStream.range(0, 5).mapToObj(i -> new AccountId("a-" + i)).toList();

    private final Scenario scenario = Scenario.at(NOW).given(units()).firstAdministrator("a-0", TODAY);
    private final List<GrantId> grants = new ArrayList<>(List.of(new GrantId("first")));

    private AccountState state(AccountId account) {
        AccountState state = AccountState.blank(account);
        for (DomainEvent event : scenario.stream(AccessEvent.idOf(account))) {
            state = state.after((AccessEvent) event);
        }
        return state;
    }

    private static Set<Object> administrators(List<AccountState> accounts, LocalDate day) {
        Set<Object> persons = new HashSet<>();
        for (AccountState account : accounts) {
            if (account.holdsEverywhere(Role.ADMINISTRATOR, day)) {
                persons.add(person(account, day));
            }
        }
        return persons;
    }

    private List<AccountState> states() {
        return ACCOUNTS.stream().map(this::state).toList();
    }

    private static Object person(AccountState account, LocalDate day) {
        return account.personOn(day).<Object>map(person -> person).orElse(account.account());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsAcceptedKeepsTheRules(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int step = 0; step < STEPS; step++) {
            AccountId actor = some(ACCOUNTS, random);
            AccountId approver = random.nextInt(3) == 0 ? some(ACCOUNTS, random) : null;
            AccessCommand command = command(random, step);
            Set<Object> before = administrators(states(), TODAY);
            Object sender = person(state(actor), TODAY);
            Object second = approver == null ? null : person(state(approver), TODAY);
            Object subject = person(state(command.account()), TODAY);
            if (accepts(command, actor, approver)) {
                accepted++;
                String as = "seed " + seed + ", step " + step + ": " + command + " by " + actor;
                check(as, command, sender, second, subject, before);
            }
        }
        assertThat(accepted).as("seed %d", seed).isGreaterThan(STEPS / 10);
    }

    private void check(
            String as,
            AccessCommand command,
            Object sender,
            @Nullable Object second,
            Object subject,
            Set<Object> administrators) {
        List<AccountState> after = states();
        assertThat(IntStream.rangeClosed(0, 60)
                        .mapToObj(TODAY::plusDays)
                        .filter(day -> administrators(after, day).isEmpty()))
                .as(as)
                .isEmpty();
        if (!(command instanceof EndGrant)) {
            assertThat(List.of(sender, second == null ? sender : second)).as(as).doesNotContain(subject);
        }
        if (command instanceof GrantRole grant) {
            RoleGranted granted = (RoleGranted)
                    scenario.stream(AccessEvent.idOf(grant.account())).getLast();
            assertThat(granted.approval())
                    .as(as)
                    .isEqualTo(
                            grant.role() == Role.VIEWER
                                    ? GrantApproval.NOT_NEEDED
                                    : second != null ? GrantApproval.BY_TWO_PERSONS : GrantApproval.BY_ONE_PERSON);
            if (grant.role() != Role.VIEWER && second == null) {
                assertThat(administrators).as(as).hasSizeLessThan(2);
            }
            assertThat(state(grant.account()).grants().stream()
                            .filter(other -> other.role() == grant.role()
                                    && other.area().equals(granted.area())
                                    && other.includes(granted.effectiveFrom())))
                    .as(as)
                    .hasSize(1);
        }
    }

    private boolean accepts(AccessCommand command, AccountId actor, @Nullable AccountId approver) {
        Scenario sender = scenario.as(actor.value());
        if (approver == null) {
            sender.alone();
        } else {
            sender.approvedBy(approver.value());
        }
        try {
            sender.send(command);
            if (command instanceof GrantRole grant) {
                grants.add(grant.grant());
            }
            return true;
        } catch (RuleViolatedException | AggregateNotFoundException e) {
            return false;
        }
    }

    private AccessCommand command(Random random, int step) {
        AccountId account = some(ACCOUNTS, random);
        LocalDate day = TODAY.plusDays(random.nextInt(30) - 5);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                new GrantRole(
                        account,
                        new GrantId("g-" + step),
                        some(List.of(Role.ADMINISTRATOR, Role.OFFICER, Role.VIEWER), random),
                        random.nextBoolean() ? null : Area.of(COMMUNE),
                        day,
                        random.nextInt(3) == 0 ? day.plusDays(random.nextInt(20)) : null,
                        null,
                        REASON);
            case 3, 4 -> new EndGrant(account, some(grants, random), day, REASON);
            case 5 ->
                new CorrectGrant(
                        account, some(grants, random), day, random.nextBoolean() ? null : day.plusDays(9), REASON);
            case 6 -> new LinkAccount(account, null, new HolderId("h-" + random.nextInt(3)), day, REASON);
            default -> new UnlinkAccount(account, day, REASON);
        };
    }

    private static <T> T some(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
