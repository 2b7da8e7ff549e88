package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.contracts.training.TrainingId;

/** The trainings that members of one team went to, each as last corrected. */
final class Trainings {

    static final String TRAINED = "T03";

    private final TeamId team;
    private final SequencedMap<TrainingId, Held> held = new LinkedHashMap<>();

    Trainings(TeamId team) {
        this.team = team;
    }

    private record Held(Attendance attendance, List<Long> positions) {}

    void on(long position, AttendanceStated event) {
        held.merge(event.training(), new Held(event.attendance(), List.of(position)), (before, now) -> {
            List<Long> positions = new ArrayList<>(before.positions);
            positions.addAll(now.positions);
            return new Held(now.attendance, List.copyOf(positions));
        });
    }

    /** T03: each member trained on one of these days, once. */
    void count(Predicate<LocalDate> days, Evidence evidence) {
        trained(days)
                .values()
                .forEach(positions ->
                        evidence.count(TRAINED, positions.stream().sorted().toList()));
    }

    /** The members behind T03. */
    Set<String> members(Predicate<LocalDate> days) {
        return trained(days).keySet().stream().map(MemberId::value).collect(Collectors.toSet());
    }

    /** Of each member trained on one of these days, the events that say so. */
    private SequencedMap<MemberId, List<Long>> trained(Predicate<LocalDate> days) {
        SequencedMap<MemberId, List<Long>> trained = new LinkedHashMap<>();
        held.values().stream()
                .filter(training -> days.test(training.attendance.on()))
                .forEach(training -> training.attendance.attendees().stream()
                        .filter(attendee -> attendee.team().equals(team))
                        .map(Attendee::member)
                        .forEach(member -> trained.computeIfAbsent(member, m -> new ArrayList<>())
                                .addAll(training.positions)));
        return trained;
    }
}
