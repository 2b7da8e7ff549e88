package vn.soto.query.report;

import java.time.YearMonth;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import vn.soto.contracts.report.CountedEvents;
import vn.soto.contracts.report.TeamParts;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * {@link TeamParts} as a document.
 *
 * @param id     the team's
 * @param months like {@code 2026-07}
 */
public record FigureTeam(@BsonId String id, long last, int full, List<String> months, Binary open)
        implements ReadModel {

    static final DocumentType<FigureTeam> KIND = new DocumentType<>("figure-teams", FigureTeam.class);

    static FigureTeam of(TeamParts parts) {
        return new FigureTeam(
                parts.team().value(),
                parts.last(),
                parts.full(),
                parts.months().stream().map(YearMonth::toString).toList(),
                new Binary(parts.open().bytes()));
    }

    TeamParts parts() {
        return new TeamParts(
                new TeamId(id),
                last,
                full,
                months.stream().map(YearMonth::parse).toList(),
                CountedEvents.of(open.getData()));
    }
}
