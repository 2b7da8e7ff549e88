package vn.soto.demo;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.domain.team.TeamCommand.FormTeam;

/** Commune by commune, the teams are founded, each for its neighbourhood, led by the neighbourhood's head. */
record FoundingScene(List<Crew> crews) implements Scene {

    @Override
    public void play(LocalDate day, Stage stage) {
        crews.stream()
                .filter(crew -> crew.formedOn().equals(day))
                .forEach(crew ->
                        stage.send(crew.formedAt, "demo-officer", crew.forming, formed(crew), ScriptStep.ALONE));
    }

    private static FormTeam formed(Crew crew) {
        return new FormTeam(
                crew.id(),
                crew.neighbourhood.teamName(),
                new Instrument("DEMO-%02d/QĐ-UBND".formatted(crew.number), crew.formedOn()),
                List.of(crew.unit()),
                crew.volunteers.stream()
                        .map(member -> new FoundingMember(member.id, member.organisation))
                        .toList(),
                crew.leader,
                crew.formedOn());
    }
}
