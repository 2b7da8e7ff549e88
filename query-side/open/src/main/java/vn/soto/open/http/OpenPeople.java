package vn.soto.open.http;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.open.quarter.OpenUnitNames;
import vn.soto.query.practice.OpenPractices;
import vn.soto.query.recognition.OpenHonours;
import vn.soto.query.recognition.OpenHonours.OpenHonour;
import vn.soto.query.team.Teams;

/** Honours and good models as open pages show them. Neither is in a file, and those who are not named are not counted. */
@Component
public record OpenPeople(OpenHonours known, OpenPractices practices, Teams teams, OpenUnitNames names) {

    /**
     * An honour.
     *
     * @param who  name of the person or the team
     * @param team whether it is a team
     * @param unit that honours
     */
    public record Honoured(String who, boolean team, String unit, LocalDate firstDay, LocalDate lastDay) {}

    /** A good model. */
    public record Model(String title, String text, String team, LocalDate day) {}

    public List<Honoured> honours(long asOf) {
        return known.all(asOf).stream()
                .map(honour -> honoured(honour, asOf))
                .filter(honour -> !honour.who.isEmpty())
                .toList();
    }

    public List<Model> models(long asOf) {
        return practices.all(asOf).stream()
                .map(model -> new Model(
                        model.title(),
                        model.text(),
                        team(model.team(), VietnamTime.day(model.at()), asOf),
                        VietnamTime.day(model.at())))
                .toList();
    }

    private Honoured honoured(OpenHonour honour, long asOf) {
        String name = honour.name();
        return new Honoured(
                name == null ? team(honour.team(), honour.lastDay(), asOf) : name,
                name == null,
                names.on(honour.lastDay(), honour.unit().value(), asOf),
                honour.firstDay(),
                honour.lastDay());
    }

    private String team(@Nullable TeamId team, LocalDate day, long asOf) {
        return team == null
                ? ""
                : teams.on(team.value(), day, asOf)
                        .map(found -> found.card().name())
                        .orElse("");
    }
}
