package vn.soto.query.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.report.Indicators;
import vn.soto.query.activity.Dashboard.Figures;

/** The figures of a dashboard by the code of their indicator. */
final class UnitFigures {

    /** Codes of the figures that count each household, business, team or person once; all others are sums. */
    static final List<String> COUNTED_ONCE = List.of("H04", "H04.businesses", "T01", "T02", "T02.suspended");

    private static final Map<String, ToLongFunction<Figures>> BY_CODE = byCode();

    private UnitFigures() {}

    static long of(String code, Figures figures) {
        return Indicators.service(code)
                .map(service -> figures.activity().byCode().getOrDefault(service, 0L))
                .orElseGet(() -> Objects.requireNonNull(BY_CODE.get(code), code).applyAsLong(figures));
    }

    /** The denominator of a value in this measure; the value itself for a count. */
    static long denominator(Measure measure, long value, Figures figures) {
        return switch (measure) {
            case COUNT -> value;
            case PERCENT_OF_HOUSEHOLDS -> figures.households().registered();
            case PERCENT_OF_ASSISTANCES -> figures.activity().assistances();
            case PERCENT_OF_MEMBERS -> figures.staff().members();
        };
    }

    private static Map<String, ToLongFunction<Figures>> byCode() {
        Map<String, ToLongFunction<Figures>> codes = new HashMap<>(Map.of(
                "H02", figures -> figures.households().assigned(),
                "T01", figures -> figures.staff().teams(),
                "T02", figures -> figures.staff().members(),
                "T02.suspended", figures -> figures.staff().suspended(),
                "H03", figures -> figures.households().unassigned(),
                "H04", figures -> figures.activity().households(),
                "H04.businesses", figures -> figures.activity().businesses(),
                "H05", figures -> figures.activity().assistances(),
                "H05.late", figures -> figures.activity().late()));
        put("H05", Channel.values(), Totals::byChannel, codes);
        put("H05", Beneficiary.Kind.values(), Totals::byBeneficiary, codes);
        put("M", Mode.values(), Totals::byMode, codes);
        put("O", AssistanceOutcome.values(), Totals::byOutcome, codes);
        put("V", Verification.values(), Totals::byVerification, codes);
        put("S", ServiceCategory.values(), Totals::byService, codes);
        return Map.copyOf(codes);
    }

    private static void put(
            String prefix,
            Enum<?>[] values,
            Function<Totals, Map<String, Long>> counts,
            Map<String, ToLongFunction<Figures>> codes) {
        for (Enum<?> value : values) {
            codes.put(
                    Indicators.code(prefix, value),
                    figures -> counts.apply(figures.activity()).getOrDefault(value.name(), 0L));
        }
    }

    /** The codes of the figures that are not 0, in order. */
    static List<String> occurring(Figures figures) {
        return Stream.concat(
                        BY_CODE.keySet().stream(),
                        figures.activity().byCode().keySet().stream().map(Indicators::ofService))
                .filter(code -> of(code, figures) != 0)
                .sorted()
                .toList();
    }

    /** Codes that are counted; those of services are others. */
    static Set<String> codes() {
        return BY_CODE.keySet();
    }
}
