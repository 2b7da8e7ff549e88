package vn.soto.query.correction;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.correction.AffectedRecords;
import vn.soto.contracts.correction.AffectedRecords.OfMoved;
import vn.soto.contracts.correction.HomeChange;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.contracts.correction.RestingRecords;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.RowListType;
import vn.soto.projection.source.EventContext;

/**
 * Lists the records of help, outreach, training and assignment that later changes leave behind. It keeps what records rest on by
 * team and part of a month, so a change reads those from its first day on.
 */
@Component
final class LeftBehindProjector extends EventProjector<ProductEvent> {

    /** Teams that have helped a household or business. */
    static final RowListType<String> HELPERS = RowListType.ids("helping-teams");

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
                Stream.of(
                                List.of(
                                        Succession.KIND,
                                        TeamChanges.COVERING.documents(),
                                        TeamFacts.ROWS.documents(),
                                        Moves.KIND,
                                        HELPERS.documents()),
                                RestingDocuments.ROWS.documentTypes(),
                                List.of(RestingDocuments.PARTS.documents(), RestingDocuments.ASSIGNED.documents()),
                                LeftBehind.HITS.documentTypes(),
                                List.of(RecordJudge.TEAMS.documents()))
                        .<DocumentType<?>>flatMap(List::stream)
                        .toList());
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
            case HouseholdFirstHelped helped ->
                HELPERS.add(helped.household().value(), helped.team().value(), batch);
            case AssistanceStated of -> helpedBusiness(of, batch);
            default -> {
                // neither a team nor who was helped changes
            }
        }
        if (!(event instanceof HouseholdRegistered || event instanceof BusinessRegistered)) {
            HomeChange.by(event).ifPresent(change -> move(change, at, batch));
        }
        AffectedRecords.by(event).ifPresent(affected -> {
            if (affected instanceof OfMoved help) {
                judge(help, at, batch);
            }
        });
        RestingRecords.teams(event).forEach(team -> new JudgedRecords(team, at, batch).on(event));
    }

    private static void helpedBusiness(AssistanceStated event, Batch batch) {
        BusinessId business = event.beneficiary().business();
        if (business != null) {
            HELPERS.add(business.value(), event.team().value(), batch);
        }
    }

    private static void move(HomeChange change, EventContext at, Batch batch) {
        String moved = change.moved().value();
        Moves moves = batch.find(Moves.KIND, moved).orElseGet(() -> new Moves(moved, List.of()));
        batch.put(Moves.KIND, moves.with(Moves.Move.of(change, at.position())));
    }

    /** Judges the help to who moved. */
    private static void judge(OfMoved help, EventContext at, Batch batch) {
        for (String team : helpers(help.moved(), batch)) {
            RecordJudge judge = new RecordJudge(team, at, batch);
            new RestingDocuments(team, RestingKind.ASSISTANCE, batch)
                    .since(help.since(), at.position()).stream()
                            .filter(row -> help.moved().equals(row.mover()))
                            .forEach(row -> judge.judge(RestingKind.ASSISTANCE, row, row, help.rules()));
        }
    }

    private static List<String> helpers(Id helped, Batch batch) {
        return HELPERS.find(helped.value(), batch);
    }
}
