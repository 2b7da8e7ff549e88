package vn.soto.query.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.FiguresOfDays;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.TeamFigures;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.projection.ReadModel;
import vn.soto.web.MemoryShare;
import vn.soto.web.SharedResults;

/**
 * The figures of teams that were derived last, kept while the documents behind them are unchanged. A question about an
 * area thus derives only those teams again that have new records. Thread-safe.
 */
final class RememberedFigures implements FiguresOfDays {

    private static final long OF_AN_ID = 90;

    private final Documents documents;
    private final TeamFigures figures;
    private final SharedResults<Period, Derived> known =
            new SharedResults<>(MemoryShare.FIGURES.bytes(), derived -> OptionalLong.of(derived.size()));

    RememberedFigures(Documents documents, TeamFigures figures) {
        this.documents = documents;
        this.figures = figures;
    }

    private record Period(int version, TeamId team, QuarterDays days) {}

    /**
     * @param from   documents from which it derives
     * @param before position after the last event that counts
     * @param end    position after the last event in the documents: all later ones are the same to it
     * @param distinct absent where nobody asked for it: it takes ten times the room
     */
    private record Derived(
            List<ReadModel> from,
            long before,
            long end,
            List<Figure> figures,
            @Nullable Map<String, Set<String>> distinct) {

        boolean isOf(List<ReadModel> documents, long position) {
            return (before == position || Math.min(before, position) >= end) && from.equals(documents);
        }

        long size() {
            return OF_AN_ID
                    * (10L
                            + figures.size()
                            + Stream.ofNullable(distinct)
                                    .flatMap(each -> each.values().stream())
                                    .mapToLong(Set::size)
                                    .sum());
        }
    }

    @Override
    public List<Figure> figures(int version, TeamId team, QuarterDays days, long before) {
        return derived(new Period(version, team, days), before, false).figures;
    }

    @Override
    public Map<String, Set<String>> distinct(int version, TeamId team, QuarterDays days, long before) {
        return Objects.requireNonNull(derived(new Period(version, team, days), before, true).distinct);
    }

    private Derived derived(Period asked, long before, boolean distinct) {
        List<ReadModel> from = from(asked);
        return known.find(asked)
                .filter(derived -> derived.isOf(from, before) && (derived.distinct != null || !distinct))
                .orElseGet(() -> {
                    Indicators indicators = figures.derive(asked.version, asked.team, asked.days, before);
                    Derived derived = new Derived(
                            from, before, end(from), indicators.figures(), distinct ? indicators.distinct() : null);
                    known.put(asked, derived);
                    return derived;
                });
    }

    private List<ReadModel> from(Period asked) {
        Optional<FigureTeam> team = documents.find(FigureTeam.KIND, asked.team.value());
        List<ReadModel> from = new ArrayList<>(team.stream().toList());
        team.map(FigureTeam::parts).map(parts -> TeamFigures.parts(parts, asked.days)).stream()
                .map(names -> FigureDocuments.ids(asked.team, names))
                .flatMap(ids -> {
                    Map<String, FigurePart> parts = documents.find(FigurePart.KIND, ids);
                    return ids.stream().flatMap(id -> Stream.ofNullable(parts.get(id)));
                })
                .forEach(from::add);
        return from;
    }

    private static long end(List<ReadModel> documents) {
        return documents.stream()
                        .flatMap(document -> document instanceof FigurePart part
                                ? part.events().positions().stream()
                                : Stream.empty())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(-1)
                + 1;
    }
}
