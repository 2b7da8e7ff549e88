package vn.soto.query.correction;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.correction.AffectedRecords;
import vn.soto.contracts.correction.AffectedRecords.OfMoved;
import vn.soto.contracts.correction.HomeChange;
import vn.soto.contracts.correction.RestingRecords;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.RowListType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.report.FigureFold;

/**
 * Keeps what figures count of each team, and lists the records of help, outreach, training and assignment that later changes leave
 * behind. Both are one projector, since a record is judged by what is kept of it. Behind a failed event those of the same aggregate wait.
 */
@Component
final class FigureProjector extends EventProjector<ProductEvent> {

    /** Teams that have helped a household or business. */
    static final RowListType<String> HELPERS = RowListType.ids("helping-teams");

    FigureProjector() {
        super(
                "figures",
                List.of(
                        UnitEvent.class,
                        TeamEvent.class,
                        HouseholdEvent.class,
                        BusinessEvent.class,
                        AssistanceCounted.class,
                        AttendanceStated.class,
                        OutreachEvent.class,
                        CommunityGroupEvent.class,
                        SupportRequestEvent.class,
                        HouseholdTotalStated.class),
                FigureProjector::aggregate,
                Stream.of(
                                FigureFold.DOCUMENTS,
                                List.of(
                                        Succession.KIND,
                                        TeamChanges.COVERING.documents(),
                                        Moves.KIND,
                                        HELPERS.documents()),
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
            case AttendanceStated of -> of.training().value();
            case OutreachEvent of -> of.session().value();
            case CommunityGroupEvent of -> of.group().value();
            case SupportRequestEvent of -> of.request().value();
            case HouseholdTotalStated of -> new ReportId(of.team(), of.quarter()).toString();
            default -> throw new IllegalStateException("figures do not count " + event.getClass());
        };
    }

    @Override
    protected void fold(ProductEvent event, EventContext at, Batch batch) {
        FigureFold.apply(event, at, batch);
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
        HomeChange.by(event).ifPresent(change -> move(change, at, batch));
        if (AffectedRecords.by(event).orElse(null) instanceof OfMoved help) {
            HELPERS.find(help.moved().value(), batch)
                    .forEach(team -> new TeamRecords(new TeamId(team), at, batch)
                            .judgeHelp(help.moved(), help.since(), help.rules()));
        }
        if (RestingRecords.mayRestate(event)) {
            RestingRecords.teams(event).forEach(team -> new TeamRecords(team, at, batch).judgeRestated(event));
        }
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
}
