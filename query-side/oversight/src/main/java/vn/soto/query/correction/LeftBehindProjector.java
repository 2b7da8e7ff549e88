package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.correction.AffectedRecords;
import vn.soto.contracts.correction.AffectedRecords.OfMoved;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.contracts.correction.RestingRecords;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.IdList;
import vn.soto.projection.source.EventContext;

/**
 * Lists the records of help, outreach, training and assignment that later changes leave behind. It keeps what records rest on by
 * team and month, so a change reads those from its first day on.
 */
@Component
final class LeftBehindProjector extends EventProjector<ProductEvent> {

    /** Teams that have helped a household or business. */
    static final DocumentType<IdList> HELPERS = IdList.in("helping-teams");

    LeftBehindProjector() {
        super(
                "left-behind",
                List.of(
                        UnitEvent.class,
                        TeamEvent.class,
                        HouseholdEvent.class,
                        BusinessEvent.class,
                        AssistanceCounted.class,
                        OutreachEvent.class,
                        AttendanceStated.class),
                LeftBehindProjector::aggregate,
                List.of(
                        Succession.KIND,
                        TeamChanges.COVERING,
                        TeamFacts.KIND,
                        Moves.KIND,
                        HELPERS,
                        RestingMonth.KIND,
                        RestingDocuments.MONTHS,
                        LeftBehind.KIND,
                        RecordJudge.TEAMS));
    }

    private static String aggregate(ProductEvent event) {
        return switch (event) {
            case UnitEvent of -> of.unit().value();
            case TeamEvent of -> of.team().value();
            case HouseholdEvent of -> of.household().value();
            case BusinessEvent of -> of.business().value();
            case AssistanceCounted of -> of.assistance().value();
            case OutreachEvent of -> of.session().value();
            case AttendanceStated of -> of.training().value();
            default -> throw new IllegalStateException("nothing rests on " + event.getClass());
        };
    }

    @Override
    protected void fold(ProductEvent event, EventContext at, Batch batch) {
        switch (event) {
            case UnitEvent change -> TeamChanges.apply(change, at, batch);
            case TeamEvent change -> TeamChanges.apply(change, at, batch);
            case BusinessRegistered registered -> registered(registered.business(), registered.unit(), at, batch);
            case HouseholdEvent of -> household(of, at, batch);
            case BusinessRelocated moved ->
                moved(
                        moved.business(),
                        moved.from().value(),
                        moved.effectiveFrom(),
                        moved.unit().value(),
                        at,
                        batch);
            case BusinessRelocationCorrected right ->
                moved(
                        right.business(),
                        right.enteredFrom(),
                        right.effectiveFrom(),
                        right.from(),
                        right.to(),
                        at,
                        batch);
            case AssistanceStated of -> helpedBusiness(of, batch);
            default -> {
                // neither a team nor who was helped changes
            }
        }
        AffectedRecords.by(event).ifPresent(affected -> {
            if (affected instanceof OfMoved help) {
                judge(help.moved(), help.since(), at, batch);
            }
        });
        RestingRecords.teams(event).forEach(team -> new JudgedRecords(team, at, batch).on(event));
    }

    private static void household(HouseholdEvent event, EventContext at, Batch batch) {
        switch (event) {
            case HouseholdRegistered registered -> registered(registered.household(), registered.unit(), at, batch);
            case HouseholdFirstHelped helped ->
                IdList.add(HELPERS, helped.household().value(), helped.team().value(), batch);
            case HouseholdLeft left -> moved(left.household(), left.unit().value(), null, null, at, batch);
            case HouseholdRelocated moved ->
                moved(
                        moved.household(),
                        moved.from().value(),
                        moved.effectiveFrom(),
                        moved.unit().value(),
                        at,
                        batch);
            case RelocationCorrected right -> moved(right, at, batch);
            case ReturnCorrected right ->
                moved(right.household(), right.enteredFrom(), right.effectiveFrom(), right.to(), right.to(), at, batch);
            case HouseholdReturned back ->
                moved(
                        back.household(),
                        back.unit().value(),
                        back.effectiveFrom(),
                        back.unit().value(),
                        at,
                        batch);
            default -> {
                // it stays where it is
            }
        }
    }

    private static void moved(RelocationCorrected event, EventContext at, Batch batch) {
        moved(event.household(), event.enteredFrom(), event.effectiveFrom(), event.from(), event.to(), at, batch);
    }

    private static void helpedBusiness(AssistanceStated event, Batch batch) {
        BusinessId business = event.beneficiary().business();
        if (business != null) {
            IdList.add(HELPERS, business.value(), event.team().value(), batch);
        }
    }

    private static void registered(Id mover, UnitId unit, EventContext at, Batch batch) {
        move(mover, new Moves.Move(at.position(), unit.value(), null, null, null), batch);
    }

    private static void move(Id mover, Moves.Move move, Batch batch) {
        Moves moves = batch.find(Moves.KIND, mover.value()).orElseGet(() -> new Moves(mover.value(), List.of()));
        batch.put(Moves.KIND, moves.with(move));
    }

    /** @param before the unit it leaves, as far as this is its first move */
    private static void moved(
            Id mover, String before, @Nullable LocalDate day, @Nullable String unit, EventContext at, Batch batch) {
        move(mover, new Moves.Move(at.position(), before, day, unit, null), batch);
    }

    /** Corrects the day of a move. */
    private static void moved(
            Id mover, LocalDate entered, LocalDate right, UnitId from, UnitId to, EventContext at, Batch batch) {
        move(mover, new Moves.Move(at.position(), from.value(), right, to.value(), entered), batch);
    }

    /** Judges the help to who moved, from a day on. */
    private static void judge(Id mover, LocalDate day, EventContext at, Batch batch) {
        for (String team : helpers(mover, batch)) {
            TeamOnDays known = TeamFacts.of(team, batch).before(at.position());
            RecordJudge judge = new RecordJudge(team, known, known, at, batch);
            new RestingDocuments(team, RestingKind.ASSISTANCE, batch)
                    .since(day, at.position()).stream()
                            .filter(row -> mover.value().equals(row.mover()))
                            .forEach(row -> judge.judge(RestingKind.ASSISTANCE, row, row));
        }
    }

    private static List<String> helpers(Id helped, Batch batch) {
        return batch.find(HELPERS, helped.value()).map(IdList::ids).orElse(List.of());
    }
}
