package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.TrainingEvent;
import vn.soto.contracts.training.TrainingId;

/** Training sessions that members of one team attended, each as last corrected. */
final class Trainings {

    static final String TRAINED = "T03";

    private final TeamId team;
    private final SequencedMap<TrainingId, Held> held = new LinkedHashMap<>();

    Trainings(TeamId team) {
        this.team = team;
    }

    private record Held(Attendance attendance, List<Long> positions) {}

    void on(long position, TrainingEvent event) {
        switch (event) {
            case TrainingEvent.TrainingHeld session -> held(position, session.training(), session.attendance());
            case TrainingEvent.AttendanceCorrected corrected ->
                held(position, corrected.training(), corrected.attendance());
            case TrainingEvent.TrainingScheduled _, TrainingEvent.TrainingCancelled _ -> {
                // no attendance
            }
        }
    }

    private void held(long position, TrainingId training, Attendance attendance) {
        held.merge(training, new Held(attendance, List.of(position)), (before, now) -> {
            List<Long> positions = new ArrayList<>(before.positions);
            positions.addAll(now.positions);
            return new Held(now.attendance, List.copyOf(positions));
        });
    }

    /** T03: distinct members trained on these days. */
    void count(Predicate<LocalDate> days, Evidence evidence) {
        trained(days)
                .values()
                .forEach(positions ->
                        evidence.count(TRAINED, positions.stream().sorted().toList()));
    }

    /** For each member trained on these days, the ledger positions of the attendance events. */
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
