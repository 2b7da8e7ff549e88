package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.Designation;
import vn.soto.query.subject.Designation.Use;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.Subjects;

/** A unit is its own place. It has names and codes with their days, and lies in its parent of the day. */
@Configuration(proxyBeanMethods = false)
class UnitSubjects {

    @Bean
    static Subjects unitSubjects(Units units) {
        return Subjects.at(IdKind.UNIT, (ids, day, asOf) -> {
                    Map<String, Locations> found = new HashMap<>();
                    units.find(ids, day, asOf).keySet().forEach(id -> found.put(id, Locations.inUnit(id)));
                    return found;
                })
                .named((ids, day, asOf) -> {
                    Map<String, Designated> found = new HashMap<>();
                    units.find(ids, day, asOf).forEach((id, unit) -> found.put(id, designated(unit, asOf)));
                    return found;
                });
    }

    private static Designated designated(UnitOnDay unit, long asOf) {
        List<Unit.Step> steps = unit.unit().stepsAsOf(asOf);
        if (steps.isEmpty()) {
            LocalDate never = unit.step().from().minusDays(1);
            return new Designated(
                    List.of(new Designation(Use.NAME, unit.name(), unit.step().from(), never)),
                    unit.parent(),
                    unit.step().from(),
                    never);
        }
        List<Designation> all = new ArrayList<>(spans(Use.NAME, steps, Unit.Step::name));
        all.addAll(spans(Use.CODE, steps, Unit.Step::officialCode));
        LocalDate until =
                steps.getLast().change().ends() ? steps.getLast().from().minusDays(1) : null;
        return new Designated(all, unit.parent(), steps.getFirst().from(), until);
    }

    /** One designation for each run of changes that leave it as it is; the end of the unit ends it. */
    private static List<Designation> spans(Use use, List<Unit.Step> steps, Function<Unit.Step, @Nullable String> said) {
        List<Designation> spans = new ArrayList<>();
        String text = null;
        LocalDate from = null;
        for (Unit.Step step : steps) {
            String now = step.change().ends() ? null : said.apply(step);
            if (!Objects.equals(now, text)) {
                if (text != null) {
                    spans.add(new Designation(use, text, from, step.from().minusDays(1)));
                }
                text = now;
                from = step.from();
            }
        }
        if (text != null) {
            spans.add(new Designation(use, text, from, null));
        }
        return spans;
    }
}
