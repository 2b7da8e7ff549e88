package vn.soto.query.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.contracts.report.CountedEvents;
import vn.soto.contracts.report.FigureStore;
import vn.soto.contracts.report.TeamParts;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Batch;
import vn.soto.projection.Documents;

/** The items that figures count, in the documents of a store or of a batch. */
final class FigureDocuments {

    private FigureDocuments() {}

    private static String id(TeamId team, String part) {
        return team.value() + "/" + part;
    }

    static List<String> ids(TeamId team, Collection<String> parts) {
        return parts.stream().map(part -> id(team, part)).toList();
    }

    /** For queries, which add nothing. */
    static FigureStore in(Documents documents) {
        return new FigureStore() {
            @Override
            public Optional<TeamParts> team(TeamId team) {
                return documents.find(FigureTeam.KIND, team.value()).map(FigureTeam::parts);
            }

            @Override
            public Map<String, CountedEvents> parts(TeamId team, Collection<String> names) {
                Map<String, CountedEvents> parts = new HashMap<>();
                documents
                        .find(FigurePart.KIND, ids(team, names))
                        .forEach((id, part) ->
                                parts.put(id.substring(team.value().length() + 1), part.events()));
                return parts;
            }

            @Override
            public void put(TeamId team, String name, CountedEvents part) {
                throw new UnsupportedOperationException("a query adds nothing");
            }

            @Override
            public void put(TeamParts team) {
                throw new UnsupportedOperationException("a query adds nothing");
            }
        };
    }

    /** For the projector. */
    static FigureStore in(Batch batch) {
        return new FigureStore() {
            @Override
            public Optional<TeamParts> team(TeamId team) {
                return batch.find(FigureTeam.KIND, team.value()).map(FigureTeam::parts);
            }

            @Override
            public Map<String, CountedEvents> parts(TeamId team, Collection<String> names) {
                Map<String, CountedEvents> parts = new HashMap<>();
                names.forEach(name ->
                        batch.find(FigurePart.KIND, id(team, name)).ifPresent(part -> parts.put(name, part.events())));
                return parts;
            }

            @Override
            public void put(TeamId team, String name, CountedEvents part) {
                batch.put(FigurePart.KIND, new FigurePart(id(team, name), part));
            }

            @Override
            public void put(TeamParts team) {
                batch.put(FigureTeam.KIND, FigureTeam.of(team));
            }
        };
    }
}
