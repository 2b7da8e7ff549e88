package vn.soto.domain.household;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.household.ConsentRule.CONSENTS_ARE_IN_ORDER;
import static vn.soto.domain.household.ConsentRule.CONSENT_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.household.ConsentRule.CONSENT_IS_IN_FORCE;
import static vn.soto.domain.household.ConsentRule.CONSENT_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.household.ConsentRule.CONSENT_IS_NOT_RECORDED_TWICE;
import static vn.soto.domain.household.ConsentRule.CONSENT_IS_OF_A_HOUSEHOLD_THAT_COUNTS;
import static vn.soto.domain.household.ConsentRule.CONSENT_NAMES_A_VERSION_OF_ITS_TEXT;
import static vn.soto.domain.household.ConsentRule.CONSENT_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.household.ConsentRule.CORRECTED_CONSENT_LIES_BETWEEN_ITS_NEIGHBOURS;
import static vn.soto.domain.household.ConsentRule.WITHDRAWAL_TO_TAKE_BACK_IS_THE_LAST_CHANGE;
import static vn.soto.domain.household.ConsentRule.WITNESS_BELONGS_TO_TEAM;
import static vn.soto.domain.shared.CommonRule.WHO_CORRECTS_THE_RECORD_IS_NAMED_IN_IT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentEvent.ConsentCorrected;
import vn.soto.contracts.household.ConsentEvent.ConsentFlaggedMissing;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawalTakenBack;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawn;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.household.ConsentCommand.CorrectConsent;
import vn.soto.domain.household.ConsentCommand.RecordConsent;
import vn.soto.domain.household.ConsentCommand.TakeBackConsentWithdrawal;
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

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    /** For each purpose, the consents by first day; empty from the day of a withdrawal on. */
    private final Map<ConsentPurpose, NavigableMap<LocalDate, Optional<Consent>>> known =
            new EnumMap<>(ConsentPurpose.class);

    /** The consents that the last withdrawal of their purpose took the place of, being of the same day. */
    private final Map<ConsentPurpose, Consent> ofTheDay = new EnumMap<>(ConsentPurpose.class);

    @SuppressWarnings("NullAway.Init")
    Consents() {}

    static String idOf(HouseholdId household) {
        return "consents:" + household;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordConsent command, ReadOnlyAggregates consulted, Clock clock) {
        Consent consent = command.consent();
        CONSENT_NAMES_A_VERSION_OF_ITS_TEXT.require(consent.textVersion() >= 1);
        checkDay(consent.purpose(), consent.day(), clock);
        CONSENT_IS_OF_A_HOUSEHOLD_THAT_COUNTS.require(
                consulted.ask(Household.class, command.household(), Household::counts));
        checkWitness(consent, consulted);
        CONSENT_IS_NOT_RECORDED_TWICE.require(latest(consent.purpose())
                .filter(before -> before.textVersion() == consent.textVersion())
                .isEmpty());
        apply(new ConsentRecorded(command.household(), consent));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CorrectConsent command, ReadOnlyAggregates consulted, Clock clock) {
        Consent right = command.consent();
        CONSENT_NAMES_A_VERSION_OF_ITS_TEXT.require(right.textVersion() >= 1);
        NavigableMap<LocalDate, Optional<Consent>> all = of(right.purpose());
        Consent entered = all.getOrDefault(command.enteredOn(), Optional.empty())
                .orElseThrow(() -> CONSENT_TO_CORRECT_IS_KNOWN.refused(command.enteredOn()));
        WHO_CORRECTS_THE_RECORD_IS_NAMED_IN_IT.require(
                command.by() == null || command.by().equals(entered.witness()));
        CONSENT_CORRECTION_CHANGES_SOMETHING.require(!right.equals(entered));
        checkNotInTheFuture(right.day(), clock);
        LocalDate before = all.lowerKey(entered.day());
        LocalDate after = all.higherKey(entered.day());
        CORRECTED_CONSENT_LIES_BETWEEN_ITS_NEIGHBOURS.require(
                (before == null || right.day().isAfter(before))
                        && (after == null || right.day().isBefore(after)),
                before == null ? Days.FIRST : before.plusDays(1),
                after == null ? VietnamTime.day(clock.instant()) : after.minusDays(1));
        checkWitness(right, consulted);
        apply(new ConsentCorrected(command.household(), entered.day(), right));
    }

    private static void checkWitness(Consent consent, ReadOnlyAggregates consulted) {
        WITNESS_BELONGS_TO_TEAM.require(
                consulted.ask(Team.class, consent.team(), team -> team.wasMember(consent.witness(), consent.day())),
                consent.day());
    }

    /** Withdraws a consent, of a duplicate household too: withdrawal is always possible. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(WithdrawConsent command, Clock clock) {
        checkDay(command.purpose(), command.effectiveFrom(), clock);
        CONSENT_IS_IN_FORCE.require(latest(command.purpose()).isPresent());
        apply(new ConsentWithdrawn(command.household(), command.purpose(), command.effectiveFrom()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(TakeBackConsentWithdrawal command) {
        NavigableMap<LocalDate, Optional<Consent>> all = of(command.purpose());
        WITHDRAWAL_TO_TAKE_BACK_IS_THE_LAST_CHANGE.require(
                !all.isEmpty()
                        && all.lastKey().equals(command.effectiveFrom())
                        && all.lastEntry().getValue().isEmpty(),
                command.effectiveFrom());
        apply(new ConsentWithdrawalTakenBack(command.household(), command.purpose(), command.effectiveFrom()));
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
        checkNotInTheFuture(day, clock);
        LocalDate last = of(purpose).isEmpty() ? day : of(purpose).lastKey();
        CONSENTS_ARE_IN_ORDER.require(!day.isBefore(last), last);
    }

    private static void checkNotInTheFuture(LocalDate day, Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        CONSENT_IS_NOT_IN_THE_FUTURE.require(!day.isAfter(today), day, today);
    }

    private Optional<Consent> latest(ConsentPurpose purpose) {
        return of(purpose).isEmpty()
                ? Optional.empty()
                : of(purpose).lastEntry().getValue();
    }

    /** Whether the household had consented to that purpose on that day, as known now. */
    public boolean hold(ConsentPurpose purpose, LocalDate day) {
        var found = of(purpose).floorEntry(day);
        return found != null && found.getValue().isPresent();
    }

    private NavigableMap<LocalDate, Optional<Consent>> of(ConsentPurpose purpose) {
        return known.getOrDefault(purpose, new TreeMap<>());
    }

    private void put(ConsentPurpose purpose, LocalDate day, Optional<Consent> consent) {
        known.computeIfAbsent(purpose, p -> new TreeMap<>()).put(day, consent);
    }

    @EventHandler
    void evolve(ConsentRecorded event) {
        id = idOf(event.household());
        put(event.consent().purpose(), event.consent().day(), Optional.of(event.consent()));
    }

    @EventHandler
    void evolve(ConsentCorrected event) {
        Consent right = event.consent();
        of(right.purpose()).remove(event.enteredOn());
        put(right.purpose(), right.day(), Optional.of(right));
    }

    @EventHandler
    void evolve(ConsentWithdrawn event) {
        id = idOf(event.household());
        ofTheDay.remove(event.purpose());
        of(event.purpose())
                .getOrDefault(event.effectiveFrom(), Optional.empty())
                .ifPresent(consent -> ofTheDay.put(event.purpose(), consent));
        put(event.purpose(), event.effectiveFrom(), Optional.empty());
    }

    @EventHandler
    void evolve(ConsentWithdrawalTakenBack event) {
        Consent sameDay = ofTheDay.remove(event.purpose());
        if (sameDay == null) {
            of(event.purpose()).remove(event.effectiveFrom());
        } else {
            put(event.purpose(), event.effectiveFrom(), Optional.of(sameDay));
        }
    }

    @EventHandler
    void evolve(ConsentFlaggedMissing event) {
        id = idOf(event.household());
    }
}
