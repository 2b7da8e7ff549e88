package vn.soto.query.indicator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.report.Indicators;

/** The name under which a dashboard has the same figure of a unit. */
public final class DashboardFields {

    private static final Map<String, String> FIELDS = fields();
    private static final Map<String, String> CODES =
            FIELDS.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final String BY_CODE = "byCode.";

    private DashboardFields() {}

    static Optional<String> of(String code) {
        return Optional.ofNullable(FIELDS.get(code));
    }

    /** The code of the figure that a dashboard has under this name; empty if it has no indicator. */
    public static Optional<String> code(String field) {
        return field.startsWith(BY_CODE)
                ? Optional.of("C." + field.substring(BY_CODE.length()))
                : Optional.ofNullable(CODES.get(field));
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>(Map.of(
                "T01", "teams",
                "T02", "members",
                "T02.suspended", "suspended",
                "H02", "assigned",
                "H03", "unassigned",
                "H04", "households",
                "H04.businesses", "businesses",
                "H05", "assistances",
                "H05.late", "late",
                "C", "byCode"));
        put("H05", "byChannel", Channel.values(), fields);
        put("H05", "byBeneficiary", Beneficiary.Kind.values(), fields);
        put("M", "byMode", Mode.values(), fields);
        put("O", "byOutcome", AssistanceOutcome.values(), fields);
        put("V", "byVerification", Verification.values(), fields);
        put("S", "byService", ServiceCategory.values(), fields);
        return Map.copyOf(fields);
    }

    private static void put(String prefix, String field, Enum<?>[] values, Map<String, String> fields) {
        for (Enum<?> value : values) {
            fields.put(Indicators.code(prefix, value), field + "." + value.name());
        }
    }
}
