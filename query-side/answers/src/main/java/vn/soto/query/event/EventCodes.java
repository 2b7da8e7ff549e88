package vn.soto.query.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.Gate;
import vn.soto.contracts.report.Indicators;

/** Components of events that are texts and stand for something that has a name: parts of a score and indicators. */
final class EventCodes {

    /** The meaning of a code, by the path of the component. */
    private static final Map<String, Function<String, Stream<Object>>> MEANINGS = Map.of(
            "figure", EventCodes::partOfAScore,
            "indicator", EventCodes::indicator,
            "code", EventCodes::indicator,
            "line.code", EventCodes::indicator);

    private EventCodes() {}

    /** The code of an indicator. */
    record IndicatorCode(String value) {}

    static boolean has(String path) {
        return MEANINGS.containsKey(path);
    }

    /** The value at a path itself, or the meaning of a code. */
    static Stream<Object> meant(String path, Object value) {
        return value instanceof String code
                ? Optional.ofNullable(MEANINGS.get(path))
                        .map(meaning -> meaning.apply(code))
                        .orElseGet(() -> Stream.of(code))
                : Stream.of(value);
    }

    private static Stream<Object> partOfAScore(String name) {
        return Stream.<Enum<?>[]>of(Criterion.values(), Gate.values())
                .flatMap(Arrays::stream)
                .filter(part -> part.name().equals(name))
                .map(Object.class::cast);
    }

    /** The indicator of all services is followed by the service that is meant. */
    private static Stream<Object> indicator(String code) {
        return Indicators.service(code)
                .<Stream<Object>>map(
                        service -> Stream.of(new IndicatorCode(Indicators.BY_SERVICE), new ServiceCode(service)))
                .orElseGet(() -> Stream.of(new IndicatorCode(code)));
    }
}
