package vn.soto.query.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Micros;
import vn.soto.projection.Documents;
import vn.soto.query.goal.StatedTarget.Statement;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.person.CommitReasons.Shown;

/** Queries about the targets of units, as known at a commit. */
@Component
public record UnitGoals(Documents documents, LedgerReader ledger, CommitReasons reasons) {

    /** The targets in force for a quarter of each of the units that has any, by code of the indicator. */
    public Map<String, List<StatedTarget>> of(Collection<String> units, QuarterDays days, long asOf, Locale language) {
        Map<String, List<StatedTarget>> found = new HashMap<>();
        documents.find(UnitTargets.KIND, units).forEach((unit, targets) -> {
            List<StatedTarget> inForce = targets.of(days.quarter().toString(), asOf).values().stream()
                    .flatMap(rows -> stated(rows, days.lastDay(), language))
                    .toList();
            if (!inForce.isEmpty()) {
                found.put(unit, inForce);
            }
        });
        return found;
    }

    /** The goals in force of a unit for a quarter, by code of the indicator. */
    public SequencedMap<String, Goal> goals(String unit, Quarter quarter, long asOf) {
        SequencedMap<String, Goal> goals = new LinkedHashMap<>();
        documents
                .find(UnitTargets.KIND, unit)
                .ifPresent(targets -> targets.of(quarter.toString(), asOf)
                        .forEach((indicator, rows) -> Optional.ofNullable(
                                        rows.getLast().goal())
                                .ifPresent(goal -> goals.put(indicator, goal))));
        return goals;
    }

    private Stream<StatedTarget> stated(List<UnitTargets.TargetRow> rows, LocalDate lastDay, Locale language) {
        UnitTargets.TargetRow last = rows.getLast();
        return last.goal() == null
                ? Stream.empty()
                : Stream.of(new StatedTarget(
                        last.indicator(),
                        last.goal(),
                        Objects.requireNonNull(last.instrument()).number(),
                        Objects.requireNonNull(last.instrument()).signedOn(),
                        rows.stream()
                                .map(row -> statement(row, lastDay, language))
                                .toList()));
    }

    private Statement statement(UnitTargets.TargetRow row, LocalDate lastDay, Locale language) {
        Shown reason = ledger.commit(row.commit())
                .map(commit -> reasons.of(commit, language))
                .orElse(Shown.NONE);
        Instant at = Micros.instant(row.recordedAt());
        return new Statement(
                row.goal(), row.commit(), at, row.by(), VietnamTime.day(at).isAfter(lastDay), reason);
    }
}
