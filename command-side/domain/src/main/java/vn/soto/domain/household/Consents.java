package vn.soto.domain.household;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.household.ConsentRule.CONSENTS_ARE_IN_ORDER;
import static vn.soto.domain.household.ConsentRule.CONSENT_IS_IN_FORCE;
import static vn.soto.domain.household.ConsentRule.CONSENT_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.household.ConsentRule.CONSENT_IS_NOT_RECORDED_TWICE;
import static vn.soto.domain.household.ConsentRule.CONSENT_IS_OF_A_HOUSEHOLD_THAT_COUNTS;
import static vn.soto.domain.household.ConsentRule.CONSENT_NAMES_A_VERSION_OF_ITS_TEXT;
import static vn.soto.domain.household.ConsentRule.WITNESS_BELONGS_TO_TEAM;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.household.ConsentEvent.ConsentFlaggedMissing;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawn;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.household.ConsentCommand.RecordConsent;
import vn.soto.domain.household.ConsentCommand.WithdrawConsent;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;

/**
 * A household's consents, by purpose and day. They have a stream of their own, so that consents and assignments do not
 * wait for each other.
 */
@AggregateRoot(type = "consents")
public final class Consents {

    /** Version that stands for "no consent". */
    private static final int NONE = 0;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    /** For each purpose, the version of the text consented to, by first day. */
    private final Map<ConsentPurpose, NavigableMap<LocalDate, Integer>> versions = new EnumMap<>(ConsentPurpose.class);

    @SuppressWarnings("NullAway.Init")
    Consents() {}

    static String idOf(HouseholdId household) {
        return "consents:" + household;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordConsent command, ReadOnlyAggregates consulted, Clock clock) {
        CONSENT_NAMES_A_VERSION_OF_ITS_TEXT.require(command.textVersion() >= 1);
        checkDay(command.purpose(), command.day(), clock);
        CONSENT_IS_OF_A_HOUSEHOLD_THAT_COUNTS.require(
                consulted.ask(Household.class, command.household(), Household::counts));
        WITNESS_BELONGS_TO_TEAM.require(
                consulted.ask(Team.class, command.team(), team -> team.wasMember(command.witness(), command.day())),
                command.day());
        CONSENT_IS_NOT_RECORDED_TWICE.require(latest(command.purpose()) != command.textVersion());
        apply(new ConsentRecorded(command.household(), command.consent()));
    }

    /** Withdraws a consent, of a duplicate household too: withdrawal is always possible. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(WithdrawConsent command, Clock clock) {
        checkDay(command.purpose(), command.effectiveFrom(), clock);
        CONSENT_IS_IN_FORCE.require(latest(command.purpose()) != NONE);
        apply(new ConsentWithdrawn(command.household(), command.purpose(), command.effectiveFrom()));
    }

    /**
     * Flags a consent that was not valid on the day of an action that needs it, such as a call after the help. Callers
     * are the commands for such actions, except where a law requires the action; the flag is in the commit of the
     * action. Never refuses.
     */
    public static void need(
            HouseholdId household,
            ConsentPurpose purpose,
            LocalDate day,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten) {
        String id = idOf(household);
        boolean holds = consulted
                .find(Consents.class, id, consents -> consents.hold(purpose, day))
                .orElse(false);
        if (!holds) {
            alsoWritten.change(
                    Consents.class,
                    id,
                    Consents::new,
                    consents -> apply(new ConsentFlaggedMissing(household, purpose, day)));
        }
    }

    private void checkDay(ConsentPurpose purpose, LocalDate day, Clock clock) {
        Days.check(day);
        LocalDate today = VietnamTime.day(clock.instant());
        CONSENT_IS_NOT_IN_THE_FUTURE.require(!day.isAfter(today), day, today);
        LocalDate last = of(purpose).isEmpty() ? day : of(purpose).lastKey();
        CONSENTS_ARE_IN_ORDER.require(!day.isBefore(last), last);
    }

    private int latest(ConsentPurpose purpose) {
        return of(purpose).isEmpty() ? NONE : of(purpose).lastEntry().getValue();
    }

    /** Whether the household had consented to that purpose on that day, as known now. */
    public boolean hold(ConsentPurpose purpose, LocalDate day) {
        var version = of(purpose).floorEntry(day);
        return version != null && version.getValue() != NONE;
    }

    private NavigableMap<LocalDate, Integer> of(ConsentPurpose purpose) {
        return versions.getOrDefault(purpose, new TreeMap<>());
    }

    private void put(ConsentPurpose purpose, LocalDate day, int version) {
        versions.computeIfAbsent(purpose, p -> new TreeMap<>()).put(day, version);
    }

    @EventHandler
    void evolve(ConsentRecorded event) {
        id = idOf(event.household());
        put(event.consent().purpose(), event.consent().day(), event.consent().textVersion());
    }

    @EventHandler
    void evolve(ConsentWithdrawn event) {
        id = idOf(event.household());
        put(event.purpose(), event.effectiveFrom(), NONE);
    }

    @EventHandler
    void evolve(ConsentFlaggedMissing event) {
        id = idOf(event.household());
    }
}
