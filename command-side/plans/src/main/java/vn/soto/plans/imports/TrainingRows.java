package vn.soto.plans.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.domain.training.TrainingCommand.RecordTraining;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;

/**
 * Rows of trainings that took place, each with those who attended as {@code team: code; team: code}. A training is identified
 * by its day, its organiser, its topics and the teams that attended.
 */
final class TrainingRows implements RowReader {

    private static final Pattern MEMBER = Pattern.compile("\\s*[:=]\\s*");

    private final UnitAndTeamIndex.Known known;
    private final Lookup<TeamId> teams;
    private final Lookup<OrganisationId> organisations;
    private final Map<String, Integer> rows = new HashMap<>();

    TrainingRows(UnitAndTeamIndex.Known known) {
        this.known = known;
        this.teams = new Lookup<>(known.teams(), "team", false);
        this.organisations = new Lookup<>(known.organisations(), "organisation", false);
    }

    /** @param organisation absent for other organisers than a supporting organisation */
    private record Held(Organiser by, @Nullable OrganisationId organisation) {}

    @Override
    public List<Step> steps(Cells row) {
        Optional<LocalDate> day = row.tried(() -> row.day("date"));
        Optional<Integer> hours = row.tried(() -> row.count("hours"));
        Optional<List<ServiceCategory>> topics = row.choices("topics", EnumSynonyms.SERVICE_GROUPS);
        Optional<Held> held = row.tried(() -> held(row.text("organiser")));
        Optional<List<Attendee>> attendees = row.each("attendees", item -> attendee(row, item));
        if (day.isEmpty() || hours.isEmpty() || topics.isEmpty() || held.isEmpty() || attendees.isEmpty()) {
            return List.of();
        }
        Attendance attendance = new Attendance(day.get(), hours.get(), attendees.get());
        String content = day.get() + "\n" + held.get() + topics.get() + attendance.teams();
        return row.repeats(rows, content, "date")
                ? List.of()
                : List.of(new Step.Ready(
                        row.row(),
                        new RecordTraining(
                                new TrainingId(known.id("training", content)),
                                topics.get(),
                                held.get().by,
                                held.get().organisation,
                                attendance)));
    }

    /** An organisation is called by its name; others by a word for their kind. */
    private Held held(String text) {
        return EnumSynonyms.ORGANISERS
                .find(text)
                .map(by -> new Held(by, null))
                .orElseGet(() -> new Held(
                        Organiser.SUPPORTING_ORGANISATION,
                        organisations.find("organiser", text, "").id()));
    }

    private Optional<Attendee> attendee(Cells row, String item) {
        String[] parts = MEMBER.split(item, 2);
        if (parts.length == 1) {
            row.fault("attendees", "attendee-without-team", item);
            return Optional.empty();
        }
        Optional<TeamId> team =
                row.tried(() -> teams.find("attendees", parts[0], "").id());
        return row.member("attendees", parts[1], team, known.members())
                .map(member -> new Attendee(team.orElseThrow(), member));
    }
}
