package vn.soto.query.activity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.report.Indicators;

/** The condition by which a figure counts records of help, by its code. */
final class FigureConditions {

    private static final Map<String, Predicate<ActivityRow>> BY_CODE = byCode();

    private FigureConditions() {}

    /** Empty if the figure counts no records of help. */
    static Optional<Predicate<ActivityRow>> of(String code) {
        return Indicators.service(code)
                .<Predicate<ActivityRow>>map(
                        service -> row -> row.said().services().contains(service))
                .or(() -> Optional.ofNullable(BY_CODE.get(code)));
    }

    private static Map<String, Predicate<ActivityRow>> byCode() {
        Map<String, Predicate<ActivityRow>> codes = new HashMap<>(Map.of(
                "H05",
                row -> true,
                "H05.late",
                row -> row.said().late(),
                "H04",
                CountedHelp.isFor(Beneficiary.Kind.HOUSEHOLD),
                "H04.businesses",
                CountedHelp.isFor(Beneficiary.Kind.BUSINESS)));
        put("H05", Channel.values(), (row, channel) -> row.said().channel() == channel, codes);
        put("H05", Beneficiary.Kind.values(), (row, kind) -> row.beneficiary() == kind, codes);
        put("M", Mode.values(), (row, mode) -> row.said().mode() == mode, codes);
        put("O", AssistanceOutcome.values(), (row, outcome) -> row.said().outcome() == outcome, codes);
        put("V", Verification.values(), (row, result) -> row.said().verification() == result, codes);
        put(
                "S",
                ServiceCategory.values(),
                (row, category) -> row.said().categories().contains(category),
                codes);
        return Map.copyOf(codes);
    }

    private static <E extends Enum<E>> void put(
            String prefix, E[] values, BiPredicate<ActivityRow, E> holds, Map<String, Predicate<ActivityRow>> codes) {
        for (E value : values) {
            codes.put(Indicators.code(prefix, value), row -> holds.test(row, value));
        }
    }
}
