package vn.soto.contracts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.report.ReportConsolidation.Part;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;

/** From version 5 on the report of a unit counts a person in several of its teams once; earlier reports stay sums. */
final class FifthVersionTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
    private static final Instrument DECISION = new Instrument("1/QĐ", FIRST);

    /** The version of a team with these members, of whom some are suspended at the end of the quarter. */
    private static Part part(String name, List<String> members, String... suspended) {
        TeamId team = new TeamId(name);
        List<FoundingMember> founders = members.stream()
                .map(member -> new FoundingMember(new MemberId(member), MemberOrigin.TEACHER))
                .toList();
        List<DomainEvent> events = Stream.concat(
                        Stream.<DomainEvent>of(new TeamFormed(
                                team,
                                "Tổ",
                                DECISION,
                                List.of(new UnitId("unit")),
                                founders,
                                new MemberId(members.getFirst()),
                                FIRST)),
                        Stream.of(suspended)
                                .map(member -> new MemberSuspended(team, new MemberId(member), LAST.minusDays(5))))
                .toList();
        Indicators indicators =
                new Indicators(Indicators.VERSION, team, new Quarter(2026, 3), QuarterCalendar.CALENDAR);
        IntStream.range(0, events.size()).forEach(position -> indicators.on(position, events.get(position)));
        indicators.on(
                events.size(),
                new TrainingHeld(
                        new TrainingId("tr"),
                        List.of(ServiceCategory.VNEID),
                        new Attendance(LAST, 9, List.of(new Attendee(team, new MemberId(members.getFirst()))))));
        return Part.of(indicators.figures(), indicators.distinct());
    }

    private static ConsolidatedLine line(int version, String code, List<Part> parts) {
        return ReportConsolidation.of(version, parts).stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPersonInTwoTeamsIsOnePerson() {
        List<Part> parts = List.of(part("river", List.of("lan", "minh")), part("hill", List.of("lan", "tuan")));

        assertThat(line(5, "T02", parts)).isEqualTo(new ConsolidatedLine("T02", 3, 1, 0));
        assertThat(line(4, "T02", parts)).isEqualTo(new ConsolidatedLine("T02", 4, 0, 0));
        assertThat(line(5, "T03", parts)).as("trained in both").isEqualTo(new ConsolidatedLine("T03", 1, 1, 0));
        assertThat(line(4, "T03", parts)).isEqualTo(new ConsolidatedLine("T03", 2, 0, 0));
        assertThat(line(5, "T01", parts)).isEqualTo(new ConsolidatedLine("T01", 2, 0, 0));
    }

    @Test
    void whoeverActsInOneTeamIsNotSuspendedInTheUnit() {
        List<Part> parts = List.of(
                part("river", List.of("lan", "minh", "hoa"), "minh", "hoa"),
                part("hill", List.of("tuan", "minh", "hoa"), "hoa"));

        assertThat(line(5, "T02", parts)).isEqualTo(new ConsolidatedLine("T02", 3, 0, 0));
        assertThat(line(5, "T02.suspended", parts)).isEqualTo(new ConsolidatedLine("T02.suspended", 1, 2, 0));
    }

    /** The province adds up communes: whoever was counted once below is not taken off again. */
    @Test
    void aPersonIsCountedOnceOnEachLevel() {
        List<Part> near = List.of(part("river", List.of("lan", "minh")), part("hill", List.of("lan", "tuan")));
        List<Part> far = List.of(part("sea", List.of("minh", "hoa")));
        List<Part> communes = Stream.of(near, far)
                .map(teams ->
                        new Part(teams.size(), ReportConsolidation.of(5, teams), ReportConsolidation.together(teams)))
                .toList();

        assertThat(line(5, "T02", communes)).isEqualTo(new ConsolidatedLine("T02", 4, 1, 0));
    }
}
