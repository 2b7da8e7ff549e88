package vn.soto.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * The steps sent on one simulated day.
 *
 * @param steps in the order of their time
 */
public record DemoDay(LocalDate day, List<ScriptStep> steps) {

    public DemoDay {
        steps = List.copyOf(steps);
    }
}
