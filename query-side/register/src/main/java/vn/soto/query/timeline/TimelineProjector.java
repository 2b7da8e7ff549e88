package vn.soto.query.timeline;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.UndecodableEvent;

/**
 * Projects the events of each team: their places, kinds and days of recording, so that a timeline is counted without reading it.
 * Projects also the places of what corrects something. It reads no bodies, so it projects undecodable events too.
 */
@Component
final class TimelineProjector extends HeaderProjector {

    /** By the team's id. */
    static final LogType<TimelineRow, Long> TEAMS = LogType.of("team-timeline", TimelineRow.class, 64);

    private static final String TEAM = "team:";

    @Override
    public void on(Object event, EventContext at, Batch batch) {
        TimelineRow row = new TimelineRow(
                at.position(),
                at.commit(),
                Math.toIntExact(VietnamTime.day(at.at()).toEpochDay()),
                TimelineKind.of(event),
                isCorrection(event, at));
        at.tags().stream()
                .filter(tag -> tag.startsWith(TEAM))
                .forEach(tag -> TEAMS.append(tag.substring(TEAM.length()), row, batch));
        String aggregate = at.aggregate();
        if (at.corrects() != null && aggregate != null) {
            String id = Corrections.of(aggregate);
            batch.put(
                    Corrections.KIND,
                    batch.find(Corrections.KIND, id)
                            .orElseGet(() -> new Corrections(id, List.of()))
                            .with(row.place()));
        }
    }

    /** The header of the commit decides about an event that may be the first of its kind, or cannot be read. */
    private static boolean isCorrection(Object event, EventContext at) {
        return switch (event) {
            case Correcting correcting -> at.corrects() != null || !correcting.mayBeFirst();
            case UndecodableEvent _ -> at.corrects() != null;
            default -> false;
        };
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public List<DocumentType<?>> documentTypes() {
        return DocumentType.listed(TEAMS.documentTypes(), Corrections.KIND);
    }
}
