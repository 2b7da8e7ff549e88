package vn.soto.query.household;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCredited;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentEvent;
import vn.soto.contracts.household.ConsentEvent.ConsentCorrected;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawalTakenBack;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawn;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.DayCorrected;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.DuplicatesChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ResidenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.DayCorrection;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.household.EntryDay.HelpBefore;
import vn.soto.query.household.Household.Agreement;
import vn.soto.query.household.Household.Charge;
import vn.soto.query.household.Household.Duplicates;
import vn.soto.query.household.Household.Residence;
import vn.soto.query.household.Household.Stay;
import vn.soto.query.household.Household.Turn;
import vn.soto.query.household.Household.What;
import vn.soto.query.resident.ResidentChanges;

/** Projects households, and by them who counts in each residential unit on each day. */
@Component
public final class HouseholdProjector extends EventProjector<DomainEvent> {

    public HouseholdProjector() {
        super(
                "households",
                List.of(HouseholdEvent.class, ConsentEvent.class, AssistanceCounted.class, AssistanceCredited.class),
                HouseholdProjector::aggregate,
                DocumentType.listed(
                        ResidentChanges.documentTypes(), UnconfirmedHelp.KIND, Household.KIND, EarlyHelp.KIND));
    }

    @Override
    protected void fold(DomainEvent event, EventContext at, Batch batch) {
        switch (event) {
            case HouseholdEvent household -> counting(household, at, batch);
            case ConsentEvent consent -> fold(consent, at, batch);
            case AssistanceEvent help -> new HelpedHouseholds(at, batch).fold(help);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private static void counting(HouseholdEvent event, EventContext at, Batch batch) {
        String id = event.household().value();
        Household before = batch.find(Household.KIND, id).orElse(null);
        fold(event, at, batch);
        batch.find(Household.KIND, id).filter(after -> !after.equals(before)).ifPresent(after -> {
            ResidentChanges changes = new ResidentChanges();
            ResidentHistory.changed(before, after, at.position(), changes, batch);
            changes.append(batch);
        });
    }

    private static void fold(HouseholdEvent event, EventContext at, Batch batch) {
        switch (event) {
            case HouseholdRegistered registered -> registered(registered, at, batch);
            case HouseholdAssigned assigned ->
                change(event, batch, one -> one.with(charge(at, assigned.to(), assigned.effectiveFrom())));
            case HouseholdReassigned passed ->
                change(event, batch, one -> one.with(charge(at, passed.to(), passed.effectiveFrom())));
            case HouseholdUnassigned ended -> change(event, batch, one -> one.with(nobody(at, ended)));
            case HouseholdRelocated moved ->
                change(event, batch, one -> one.with(home(at, moved.unit(), moved.effectiveFrom())));
            case DayCorrected right -> correct(right, at, batch);
            case RelocationWithdrawn withdrawn -> withdraw(withdrawn, at, batch);
            case ResidenceCorrected right ->
                change(event, batch, one -> one.with(new Stay(at.position(), at.commit(), right.livesSince())));
            case ReferenceCorrected right -> change(event, batch, one -> one.with(reference(at, right)));
            case HouseholdLeft left ->
                change(event, batch, one -> one.with(turn(at, What.LEFT, left.effectiveFrom(), null)));
            case HouseholdReturned back ->
                change(
                        event,
                        batch,
                        one -> one.with(home(at, back.unit(), back.effectiveFrom()))
                                .with(turn(at, What.RETURNED, back.effectiveFrom(), null)));
            case HouseholdMerged merged ->
                change(event, batch, one -> one.with(turn(at, What.MERGED, null, merged.survivor())));
            case HouseholdSeparated separated ->
                change(event, batch, one -> one.with(turn(at, What.SEPARATED, null, null)));
            case DuplicatesChanged changed -> change(event, batch, one -> one.with(duplicates(at, changed)));
            case RegistrationWithdrawn withdrawn ->
                change(event, batch, one -> one.with(turn(at, What.WITHDRAWN, null, null)));
            default -> {
                // shown elsewhere, as a first help is with the help itself
            }
        }
    }

    private static void fold(ConsentEvent event, EventContext at, Batch batch) {
        switch (event) {
            case ConsentRecorded recorded ->
                change(event.household(), batch, one -> one.with(agreement(at, recorded.consent(), null)));
            case ConsentCorrected corrected ->
                change(
                        event.household(),
                        batch,
                        one -> one.with(agreement(at, corrected.consent(), corrected.enteredOn())));
            case ConsentWithdrawn withdrawn -> {
                Agreement row = withdrawal(at, withdrawn.purpose(), withdrawn.effectiveFrom(), null);
                change(event.household(), batch, one -> one.with(row));
            }
            case ConsentWithdrawalTakenBack back -> {
                Agreement row = withdrawal(at, back.purpose(), back.effectiveFrom(), back.effectiveFrom());
                change(event.household(), batch, one -> one.with(row));
            }
            default -> {
                // about what was done, not about what was agreed
            }
        }
    }

    private static void registered(HouseholdRegistered event, EventContext at, Batch batch) {
        String id = event.household().value();
        List<HelpBefore> early = EarlyHelp.of(id, batch).helped();
        EntryDay day = EntryDay.of(VietnamTime.day(at.at())).with(early);
        Household known = batch.find(Household.KIND, id)
                .orElseGet(() -> Household.registered(
                        id,
                        event.reference(),
                        home(at, event.unit(), null),
                        new Stay(at.position(), at.commit(), event.livesSince()),
                        day));
        batch.put(Household.KIND, known.day() == null ? known.with(day) : known);
        if (!early.isEmpty()) {
            batch.put(EarlyHelp.KIND, new EarlyHelp(id, List.of()));
        }
    }

    private static void change(HouseholdEvent event, Batch batch, UnaryOperator<Household> change) {
        change(event.household(), batch, change);
    }

    private static void change(HouseholdId id, Batch batch, UnaryOperator<Household> change) {
        batch.put(
                Household.KIND,
                change.apply(batch.find(Household.KIND, id.value()).orElseThrow()));
    }

    private static Residence home(EventContext at, UnitId unit, @Nullable LocalDate from) {
        return new Residence(at.position(), at.commit(), unit, from);
    }

    private static Charge charge(EventContext at, Responsible to, LocalDate from) {
        return new Charge(at.position(), at.commit(), to.team(), to.member(), null, from);
    }

    private static Charge nobody(EventContext at, HouseholdUnassigned event) {
        return new Charge(at.position(), at.commit(), null, null, event.cause(), event.effectiveFrom());
    }

    private static Turn turn(EventContext at, What what, @Nullable LocalDate day, @Nullable HouseholdId survivor) {
        return new Turn(at.position(), at.commit(), what, day, survivor);
    }

    private static Duplicates duplicates(EventContext at, DuplicatesChanged event) {
        return new Duplicates(
                at.position(),
                at.commit(),
                event.duplicates().stream().map(HouseholdId::value).toList());
    }

    private static void correct(DayCorrected right, EventContext at, Batch batch) {
        switch (right) {
            case AssignmentCorrected of ->
                correct(right, Household.CHARGES.name(), key(of.to()), key(of.from()), at, batch);
            case RelocationCorrected of ->
                correct(
                        right,
                        Household.HOMES.name(),
                        of.to().value(),
                        of.from().value(),
                        at,
                        batch);
            case DepartureCorrected _ -> correct(right, Household.TURNS.name(), What.LEFT.name(), null, at, batch);
            case ReturnCorrected of -> {
                correct(right, Household.TURNS.name(), What.RETURNED.name(), null, at, batch);
                correct(right, Household.HOMES.name(), of.to().value(), null, at, batch);
            }
        }
    }

    private static void withdraw(RelocationWithdrawn never, EventContext at, Batch batch) {
        String from = never.from().value();
        String to = never.to().value();
        LocalDate entered = never.enteredFrom();
        DayCorrection home =
                new DayCorrection(at.position(), at.commit(), Household.HOMES.name(), to, from, entered, null);
        change(never, batch, one -> one.with(home));
        never.responsible().stream().findFirst().ifPresent(goesOn -> {
            DayCorrection end = new DayCorrection(
                    at.position(), at.commit(), Household.CHARGES.name(), key(null), key(goesOn), entered, null);
            change(never, batch, one -> one.with(end));
        });
    }

    private static String key(@Nullable Responsible one) {
        return one == null ? Household.key(null, null) : Household.key(one.team(), one.member());
    }

    private static void correct(
            DayCorrected right, String history, String value, @Nullable String before, EventContext at, Batch batch) {
        DayCorrection correction = new DayCorrection(
                at.position(), at.commit(), history, value, before, right.enteredFrom(), right.effectiveFrom());
        change(right, batch, one -> one.with(correction));
    }

    private static Household.Reference reference(EventContext at, ReferenceCorrected event) {
        return new Household.Reference(at.position(), at.commit(), event.reference());
    }

    private static Agreement agreement(EventContext at, Consent consent, @Nullable LocalDate entered) {
        return new Agreement(
                at.position(),
                at.commit(),
                consent.purpose(),
                consent.textVersion(),
                consent.method(),
                consent.team(),
                consent.witness(),
                consent.day(),
                entered);
    }

    private static Agreement withdrawal(
            EventContext at, ConsentPurpose purpose, LocalDate day, @Nullable LocalDate takenBack) {
        return new Agreement(at.position(), at.commit(), purpose, null, null, null, null, day, takenBack);
    }

    private static String aggregate(DomainEvent event) {
        return switch (event) {
            case HouseholdEvent household -> household.household().value();
            case ConsentEvent consent -> consent.household().value();
            case AssistanceEvent help -> help.assistance().value();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }
}
