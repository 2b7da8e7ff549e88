package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceResultsStated;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceResult;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;

/** Figures of records of help and of the households and businesses helped: H04, H05, M, S, O, V, R and C. */
final class HelpFigures {

    static final String HOUSEHOLDS = "H04";
    static final String BUSINESSES = "H04.businesses";

    private final int version;
    private final SequencedMap<AssistanceId, Help> records = new LinkedHashMap<>();

    HelpFigures(int version) {
        this.version = version;
    }

    /** @param positions ledger positions of all events that determine how the record counts */
    private record Help(AssistanceState state, List<Long> positions) {

        Help after(long position, AssistanceCounted event) {
            List<Long> all = new ArrayList<>(positions);
            all.add(position);
            return new Help(state.after(event), List.copyOf(all));
        }

        boolean countsIn(Predicate<LocalDate> days) {
            return !state.voided() && days.test(state.day());
        }
    }

    void on(long position, AssistanceCounted event) {
        if (event instanceof AssistanceRecorded) {
            records.put(event.assistance(), new Help(AssistanceState.first(event), List.of(position)));
        } else if (counts(event)) {
            records.computeIfPresent(event.assistance(), (id, help) -> help.after(position, event));
        }
    }

    private boolean counts(AssistanceCounted event) {
        return switch (event) {
            case AssistanceFollowedUp _ -> version >= 4;
            case AssistanceResultsStated _ -> version >= 6;
            default -> true;
        };
    }

    /** @param survivor maps a household to the one as which it counts */
    void count(Predicate<LocalDate> days, UnaryOperator<HouseholdId> survivor, Evidence evidence) {
        SequencedMap<HouseholdId, List<Long>> households = new LinkedHashMap<>();
        SequencedMap<BusinessId, List<Long>> businesses = new LinkedHashMap<>();
        for (Help help : records.values()) {
            if (help.countsIn(days)) {
                HouseholdId household = help.state.beneficiary().household();
                helped(household == null ? null : survivor.apply(household), help, households);
                helped(help.state.beneficiary().business(), help, businesses);
                HelpCodes.of(help.state, version).forEach(code -> evidence.count(code, help.positions));
                results(help.state)
                        .forEach(result -> evidence.count(
                                HelpCodes.code(HelpCodes.RESULTS, result.kind()), result.count(), help.positions));
            }
        }
        households.values().forEach(positions -> evidence.count(HOUSEHOLDS, inOrder(positions)));
        businesses.values().forEach(positions -> evidence.count(BUSINESSES, inOrder(positions)));
    }

    /** Its results, as far as they were told. */
    private static List<AssistanceResult> results(AssistanceState state) {
        return Objects.requireNonNullElse(state.results(), List.of());
    }

    /** The households and businesses behind the distinct figures, by code. */
    Map<String, Set<String>> helped(Predicate<LocalDate> days, UnaryOperator<HouseholdId> survivor) {
        Set<String> households = new HashSet<>();
        Set<String> businesses = new HashSet<>();
        records.values().stream().filter(help -> help.countsIn(days)).forEach(help -> {
            HouseholdId household = help.state.beneficiary().household();
            BusinessId business = help.state.beneficiary().business();
            if (household != null) {
                households.add(survivor.apply(household).value());
            }
            if (business != null) {
                businesses.add(business.value());
            }
        });
        return Map.of(HOUSEHOLDS, households, BUSINESSES, businesses);
    }

    private static <T> void helped(@Nullable T beneficiary, Help help, Map<T, List<Long>> helped) {
        if (beneficiary != null) {
            helped.computeIfAbsent(beneficiary, b -> new ArrayList<>()).addAll(help.positions);
        }
    }

    private static List<Long> inOrder(List<Long> positions) {
        return positions.stream().sorted().toList();
    }
}
