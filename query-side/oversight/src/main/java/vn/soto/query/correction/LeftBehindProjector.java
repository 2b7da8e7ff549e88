package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.IdList;
import vn.soto.projection.source.EventContext;

/**
 * Lists the records of help, outreach, training and assignment that later changes leave behind. It keeps what records rest on by
 * team and month, so a change reads those from its first day on. It has one segment, because a household is helped by
 * several teams.
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
                        RestingRecords.MONTHS,
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
            case AssistanceCounted of -> RestingHelp.apply(of, at, batch);
            case OutreachEvent of -> session(of, at, batch);
            case AttendanceStated of -> of.concerns().forEach(team -> training(of, team.value(), at, batch));
            default -> {
                // no record rests on it
            }
        }
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
            case AssignmentCorrected right -> corrected(right, at, batch);
            case HouseholdReturned back ->
                moved(
                        back.household(),
                        back.unit().value(),
                        back.effectiveFrom(),
                        back.unit().value(),
                        at,
                        batch);
            case HouseholdAssigned assigned -> assigned(assigned, at, batch);
            case HouseholdReassigned passed -> passed(passed, at, batch);
            case HouseholdUnassigned ended -> ended(ended, at, batch);
            default -> {
                // nobody is responsible for it before or after
            }
        }
    }

    private static void moved(RelocationCorrected event, EventContext at, Batch batch) {
        moved(event.household(), event.enteredFrom(), event.effectiveFrom(), event.from(), event.to(), at, batch);
    }

    private static void corrected(AssignmentCorrected event, EventContext at, Batch batch) {
        Responsible to = event.to();
        if (to != null) {
            String team = to.team().value();
            RestingRow now = charge(event, to, event.effectiveFrom(), at);
            new RestingRecords(team, RestingKind.ASSIGNMENT, batch)
                    .find(charge(event), VietnamTime.day(at.at()), at.position())
                    .filter(was -> was.day().equals(event.enteredFrom())
                            && was.members().equals(now.members()))
                    .ifPresent(was -> restate(team, RestingKind.ASSIGNMENT, was, now, at, batch));
        }
    }

    private static void assigned(HouseholdAssigned event, EventContext at, Batch batch) {
        String team = event.to().team().value();
        if (!precedes(team, event, event.effectiveFrom(), at, batch)) {
            begin(team, RestingKind.ASSIGNMENT, charge(event, event.to(), event.effectiveFrom(), at), batch);
        }
    }

    private static void ended(HouseholdUnassigned event, EventContext at, Batch batch) {
        String team = event.from().team().value();
        if (!precedes(team, event, event.effectiveFrom(), at, batch)) {
            restate(team, RestingKind.ASSIGNMENT, charge(event), null, at, batch);
        }
    }

    private static void passed(HouseholdReassigned event, EventContext at, Batch batch) {
        String from = event.from().team().value();
        String to = event.to().team().value();
        RestingRow now = charge(event, event.to(), event.effectiveFrom(), at);
        if (precedes(from, event, event.effectiveFrom(), at, batch)
                || precedes(to, event, event.effectiveFrom(), at, batch)) {
            return;
        }
        restate(from, RestingKind.ASSIGNMENT, charge(event), from.equals(to) ? now : null, at, batch);
        if (!from.equals(to)) {
            begin(to, RestingKind.ASSIGNMENT, now, batch);
        }
    }

    /** Whether an assignment to the team is coming after that day, on which the record rests. */
    private static boolean precedes(String team, HouseholdEvent event, LocalDate day, EventContext at, Batch batch) {
        return new RestingRecords(team, RestingKind.ASSIGNMENT, batch)
                .find(charge(event), VietnamTime.day(at.at()), at.position())
                .filter(coming -> day.isBefore(coming.day()))
                .isPresent();
    }

    private static String charge(HouseholdEvent event) {
        return event.household().value();
    }

    private static RestingRow charge(HouseholdEvent event, Responsible to, LocalDate since, EventContext at) {
        return new RestingRow(
                at.position(),
                charge(event),
                since,
                List.of(to.member().value()),
                event.unit().value(),
                event.household().value(),
                null,
                false);
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
        if (day != null) {
            judge(mover, day, at, batch);
        }
    }

    /** Corrects the day of a move. */
    private static void moved(
            Id mover, LocalDate entered, LocalDate right, UnitId from, UnitId to, EventContext at, Batch batch) {
        move(mover, new Moves.Move(at.position(), from.value(), right, to.value(), entered), batch);
        judge(mover, entered.isBefore(right) ? entered : right, at, batch);
    }

    /** Judges the help to who moved, from a day on. */
    private static void judge(Id mover, LocalDate day, EventContext at, Batch batch) {
        for (String team : helpers(mover, batch)) {
            TeamOnDays known = TeamFacts.of(team, batch).before(at.position());
            RecordJudge judge = new RecordJudge(team, known, known, at, batch);
            new RestingRecords(team, RestingKind.ASSISTANCE, batch)
                    .since(day, at.position()).stream()
                            .filter(row -> mover.value().equals(row.mover()))
                            .forEach(row -> judge.judge(RestingKind.ASSISTANCE, row, row));
        }
    }

    private static List<String> helpers(Id helped, Batch batch) {
        return batch.find(HELPERS, helped.value()).map(IdList::ids).orElse(List.of());
    }

    private static void session(OutreachEvent event, EventContext at, Batch batch) {
        String team = event.team().value();
        String id = event.session().value();
        if (event instanceof OutreachEvent.Told told) {
            RestingRow now = new RestingRow(
                    at.position(),
                    id,
                    told.holding().heldOn(),
                    told.holding().holders().stream().map(MemberId::value).toList(),
                    event.unit().value(),
                    null,
                    null,
                    false);
            state(team, RestingKind.OUTREACH, now, event instanceof OutreachHeld, at, batch);
        } else if (event instanceof OutreachVoided) {
            restate(team, RestingKind.OUTREACH, id, null, at, batch);
        }
    }

    private static void training(AttendanceStated event, String team, EventContext at, Batch batch) {
        RestingRow now = new RestingRow(
                at.position(),
                event.training().value(),
                event.attendance().on(),
                event.attendance().attendees().stream()
                        .filter(attendee -> attendee.team().value().equals(team))
                        .map(Attendee::member)
                        .map(MemberId::value)
                        .toList(),
                null,
                null,
                null,
                false);
        if (now.members().isEmpty()) {
            restate(team, RestingKind.TRAINING, now.record(), null, at, batch);
        } else {
            state(team, RestingKind.TRAINING, now, event instanceof TrainingHeld, at, batch);
        }
    }

    private static void state(
            String team, RestingKind kind, RestingRow now, boolean first, EventContext at, Batch batch) {
        Optional<RestingRow> was = first
                ? Optional.empty()
                : new RestingRecords(team, kind, batch).find(now.record(), now.day(), at.position());
        was.ifPresentOrElse(known -> restate(team, kind, known, now, at, batch), () -> begin(team, kind, now, batch));
    }

    static void begin(String team, RestingKind kind, RestingRow now, Batch batch) {
        new RestingRecords(team, kind, batch).put(now);
    }

    static void restate(
            String team, RestingKind kind, String record, @Nullable RestingRow now, EventContext at, Batch batch) {
        new RestingRecords(team, kind, batch)
                .find(record, VietnamTime.day(at.at()), at.position())
                .ifPresent(was -> restate(team, kind, was, now, at, batch));
    }

    static void restate(
            String team, RestingKind kind, RestingRow was, @Nullable RestingRow now, EventContext at, Batch batch) {
        RestingRecords records = new RestingRecords(team, kind, batch);
        records.put(was.goneAt(at.position()));
        if (now != null) {
            records.put(now);
        }
        TeamOnDays known = TeamFacts.of(team, batch).before(at.position());
        new RecordJudge(team, known, known, at, batch).judge(kind, was, now);
    }
}
