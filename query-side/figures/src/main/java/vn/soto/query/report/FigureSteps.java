package vn.soto.query.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;

/**
 * Follows a quarter's figures event by event. The steps of a figure from a position on add up to its difference between
 * that position and the end. Every event after the position costs one counting of the quarter.
 */
final class FigureSteps {

    private final Indicators indicators;
    private final long from;
    private final @Nullable Quarter lateFor;
    private final List<FigureStep> steps = new ArrayList<>();
    private Map<String, Long> known = Map.of();

    /** @param lateFor quarter of the steps, if they count in a later one */
    FigureSteps(Indicators indicators, long from, @Nullable Quarter lateFor) {
        this.indicators = indicators;
        this.from = from;
        this.lateFor = lateFor;
    }

    void on(DomainEvent event, long position) {
        if (position < from) {
            indicators.on(position, event);
            return;
        }
        Map<String, Long> before = known.isEmpty() ? values() : known;
        indicators.on(position, event);
        known = values();
        Stream.concat(known.keySet().stream(), before.keySet().stream())
                .distinct()
                .map(code -> new FigureStep(
                        code, position, FigureStep.value(code, before), FigureStep.value(code, known), lateFor))
                .filter(step -> !Objects.equals(step.before(), step.after()))
                .forEach(steps::add);
    }

    private Map<String, Long> values() {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Figure figure : indicators.figures()) {
            values.put(figure.code(), figure.value());
        }
        return values;
    }

    List<FigureStep> all() {
        return List.copyOf(steps);
    }
}
