package vn.soto.query.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.report.Entered;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.TeamFigures;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.team.TeamEvent.TeamCounted;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;

/**
 * Projects what figures count of each team, found by its tag; an event may belong to two. Behind a failed event those of the
 * same aggregate wait.
 */
@Component
final class FigureProjector extends EventProjector<ProductEvent> {

    private static final String TEAM = "team:";

    FigureProjector() {
        super("figures", TeamFigures.COUNTED, FigureProjector::aggregate, List.of(FigurePart.KIND, FigureTeam.KIND));
    }

    private static String aggregate(ProductEvent event) {
        return switch (event) {
            case AssistanceCounted help -> help.assistance().value();
            case HouseholdCounted household -> household.household().value();
            case TeamCounted team -> team.team().value();
            case AttendanceStated attendance -> attendance.training().value();
            case OutreachEvent session -> session.session().value();
            case CommunityGroupEvent group -> group.group().value();
            case SupportRequestEvent request -> request.request().value();
            case HouseholdTotalStated stated -> new ReportId(stated.team(), stated.quarter()).toString();
            default -> throw new IllegalStateException("figures do not count " + event.getClass());
        };
    }

    @Override
    protected void fold(ProductEvent event, EventContext at, Batch batch) {
        TeamFigures figures = new TeamFigures(FigureDocuments.in(batch));
        Entered entered = new Entered(at.event(), at.commit(), at.at(), at.actor(), at.device(), noteBytes(event));
        at.tags().stream()
                .filter(tag -> tag.startsWith(TEAM))
                .map(tag -> new TeamId(tag.substring(TEAM.length())))
                .forEach(team -> figures.add(team, at.position(), event, entered));
    }

    private static @Nullable Integer noteBytes(ProductEvent event) {
        Sealed note = switch (event) {
            case AssistanceRecorded recorded -> recorded.note();
            case AssistanceCorrected corrected -> corrected.note();
            default -> null;
        };
        return note == null ? null : note.text().length() * 3 / 4;
    }
}
