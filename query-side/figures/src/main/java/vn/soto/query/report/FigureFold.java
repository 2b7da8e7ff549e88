package vn.soto.query.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.report.Entered;
import vn.soto.contracts.report.TeamFigures;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.TeamTags;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.source.EventContext;

/** Keeps what figures count of each team, found by its tag; an event may belong to two. */
public final class FigureFold {

    /** In the order in which a batch writes them. */
    public static final List<DocumentType<?>> DOCUMENTS = List.of(FigurePart.KIND, FigureTeam.KIND);

    private FigureFold() {}

    /** The lists in the documents of a batch. */
    public static TeamFigures in(Batch batch) {
        return new TeamFigures(FigureDocuments.in(batch));
    }

    public static void apply(ProductEvent event, EventContext at, Batch batch) {
        Entered entered = new Entered(at.event(), at.commit(), at.at(), at.actor(), at.device(), noteBytes(event));
        TeamTags.teams(at.tags()).forEach(team -> in(batch).add(team, at.position(), event, entered));
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
