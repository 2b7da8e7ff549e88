package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.shared.Command;

/** The queue of steps the scenes plan; each day takes the due ones in the order of time. */
final class Stage {

    private record Planned(ScriptStep step, int order) {}

    private final PriorityQueue<Planned> planned = new PriorityQueue<>(
            Comparator.<Planned, Instant>comparing(each -> each.step().at()).thenComparingInt(Planned::order));
    private int order;

    void send(Instant at, String actor, UUID id, Command command, String lane) {
        planned.add(new Planned(new ScriptStep(at, actor, id, command, lane), order));
        order++;
    }

    DemoDay take(LocalDate day) {
        Instant end = VietnamTime.start(day.plusDays(1));
        List<ScriptStep> steps = new ArrayList<>();
        for (Planned next = planned.peek(); next != null && next.step().at().isBefore(end); next = planned.peek()) {
            steps.add(planned.remove().step());
        }
        return new DemoDay(day, steps);
    }
}
