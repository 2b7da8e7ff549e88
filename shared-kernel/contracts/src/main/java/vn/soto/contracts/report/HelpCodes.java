package vn.soto.contracts.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ResultKind;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;

/** Codes of the figures that count records of help, by their attributes. */
final class HelpCodes {

    static final String ALL = "H05";
    static final String LATE = "H05.late";
    static final String JOINT = "H05.joint";

    private static final String OF_A_SERVICE = Indicators.BY_SERVICE + ".";

    /** Results of help, in numbers that helpers tell. */
    static final String RESULTS = "R";

    private HelpCodes() {}

    /** Codes of version 1: by channel, mode and category. */
    static List<String> first() {
        return Stream.of(List.of(ALL), each(ALL, Channel.values()), each("M", Mode.values()), categories())
                .flatMap(List::stream)
                .toList();
    }

    /** Codes of version 2: also by beneficiary, lateness, outcome and verification. From version 4 on with joint help, from 6 on with results. */
    static List<String> later(int version) {
        return Stream.of(
                        List.of(ALL),
                        each(ALL, Channel.values()),
                        each(ALL, Beneficiary.Kind.values()),
                        version < 4 ? List.of(LATE) : List.of(LATE, JOINT),
                        each("M", Mode.values()),
                        each("O", AssistanceOutcome.values()),
                        each("V", Verification.values()),
                        categories(),
                        version < 6 ? List.<String>of() : each(RESULTS, ResultKind.values()))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether it counts what came of help, which helpers tell if they wish. */
    static boolean byResult(String code) {
        return code.startsWith(RESULTS + ".");
    }

    /** All codes under which the record counts, including {@code C.<service>} for each service. */
    static List<String> of(AssistanceState record, int version) {
        AssistanceContent content = record.content();
        List<String> codes = new ArrayList<>(List.of(
                ALL,
                code(ALL, content.channel()),
                code(ALL, record.beneficiary().kind()),
                code("M", content.mode()),
                code("O", version < 4 ? content.outcome() : record.outcome())));
        record.categories().forEach(category -> codes.add(code("S", category)));
        content.services().forEach(service -> codes.add(ofService(service.value())));
        if (record.late()) {
            codes.add(LATE);
        }
        if (record.verification() != null) {
            codes.add(code("V", record.verification()));
        }
        return codes;
    }

    static boolean byService(String code) {
        return code.startsWith(OF_A_SERVICE);
    }

    static String ofService(String service) {
        return OF_A_SERVICE + service;
    }

    static Optional<String> service(String code) {
        return byService(code) ? Optional.of(code.substring(OF_A_SERVICE.length())) : Optional.empty();
    }

    static String code(String prefix, Enum<?> value) {
        return prefix + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> categories() {
        return each("S", ServiceCategory.values());
    }

    private static List<String> each(String prefix, Enum<?>[] values) {
        return Stream.of(values).map(value -> code(prefix, value)).toList();
    }
}
