package vn.soto.query.correction;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.correction.LeftBehind.Hit;

/** Finds the records that changes left behind and that do not fit again yet. */
@Component
record RecordsToCorrect(Documents documents) {

    private static final Comparator<CorrectionView> LATEST_FIRST = Comparator.comparingLong(CorrectionView::commit)
            .reversed()
            .thenComparing(CorrectionView::team)
            .thenComparing(CorrectionView::day)
            .thenComparing(CorrectionView::record);

    /** Those left behind last first; of one team, or of all. */
    List<CorrectionView> find(Optional<String> team, long asOf, Locale language) {
        List<String> teams = team.map(List::of).orElseGet(() -> RecordJudge.TEAMS.find(RecordJudge.ALL, documents));
        return LeftBehind.HITS.find(teams, documents).entrySet().stream()
                .flatMap(left -> byRecord(left.getValue(), asOf).stream()
                        .map(hits -> CorrectionView.of(left.getKey(), hits, language)))
                .sorted(LATEST_FIRST)
                .toList();
    }

    private static Collection<List<Hit>> byRecord(List<Hit> left, long asOf) {
        Map<String, List<Hit>> byRecord = left.stream()
                .filter(hit -> hit.openAsOf(asOf))
                .collect(Collectors.groupingBy(
                        hit -> hit.kind() + " " + hit.record(), LinkedHashMap::new, Collectors.toList()));
        return byRecord.values();
    }
}
