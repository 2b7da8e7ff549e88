package vn.soto.domain.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.RedatedDays;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.CorrectAppointment;
import vn.soto.domain.team.TeamCommand.CorrectCoverage;
import vn.soto.domain.team.TeamCommand.CorrectRenaming;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.RenameTeam;

/** A replaced entry of a day never comes back when that day is corrected. */
final class RedatedTeamFactsTest extends SampleCommune {

    private static final String REASON = "Ghi nhầm ngày";

    private final Scenario scenario = Scenario.at(NOW)
            .given(units())
            .given(formTeam(), new EnrolMember(TEAM, TUAN, MemberOrigin.TEACHER, FOUNDED));

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    private Team team() {
        return Team.of(scenario.stream(TEAM.value()).stream()
                .map(TeamEvent.class::cast)
                .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofAName(long seed) {
        new RedatedDays<>(
                        scenario,
                        formTeam().name(),
                        List.of(formTeam().name(), "Tổ Một", "Tổ Hai"),
                        (day, before, name) -> new RenameTeam(TEAM, name, signedOn(FOUNDED), day),
                        (entered, right) -> new CorrectRenaming(TEAM, entered, right, REASON),
                        () -> team().existence::nameOn)
                .check(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofACoverage(long seed) {
        new RedatedDays<Set<UnitId>>(
                        scenario,
                        Set.of(HAMLET),
                        List.of(Set.of(HAMLET), Set.of(FAR_HAMLET), Set.of(HAMLET, FAR_HAMLET)),
                        (day, before, units) -> new ChangeCoverage(TEAM, List.copyOf(units), signedOn(FOUNDED), day),
                        (entered, right) -> new CorrectCoverage(TEAM, entered, right, REASON),
                        () -> team().territory::on)
                .check(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofALeader(long seed) {
        new RedatedDays<>(
                        scenario,
                        LAN,
                        List.of(LAN, HUNG, MAI),
                        (day, before, member) -> new AppointLeader(TEAM, member, day),
                        (entered, right) -> new CorrectAppointment(TEAM, Office.LEADER, entered, right, REASON),
                        () -> team().offices::leader)
                .check(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofADeputy(long seed) {
        new RedatedDays<>(
                        scenario,
                        Optional.<MemberId>empty(),
                        List.of(Optional.of(HUNG), Optional.of(MAI), Optional.of(TUAN)),
                        (day, before, member) -> new AppointDeputy(TEAM, member.orElseThrow(), day),
                        (entered, right) -> new CorrectAppointment(TEAM, Office.DEPUTY, entered, right, REASON),
                        () -> deputies(team()))
                .check(seed);
    }

    private static Function<LocalDate, Optional<MemberId>> deputies(Team team) {
        return day -> Optional.ofNullable(team.offices.deputy(day));
    }
}
