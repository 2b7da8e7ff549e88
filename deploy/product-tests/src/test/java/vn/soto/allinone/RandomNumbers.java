package vn.soto.allinone;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceResult;
import vn.soto.contracts.assistance.ResultKind;
import vn.soto.contracts.people.People;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.people.PeopleCountCommand.CorrectPeopleCount;
import vn.soto.domain.people.PeopleCountCommand.StatePeopleCount;
import vn.soto.domain.people.PeopleCountCommand.WithdrawPeopleCount;
import vn.soto.domain.shared.Command;

/** Numbers that people tell in random histories: of whoever lives in units, and of what came of help. */
final class RandomNumbers {

    private static final String REASON = "số do xã gửi lại";

    private final RandomTeams teams;
    private final List<UnitId> units;

    RandomNumbers(RandomTeams teams, List<UnitId> communes) {
        this.teams = teams;
        this.units = Stream.concat(teams.units.stream(), communes.stream()).toList();
    }

    /** On one of two days, so that all parts of a unit have numbers and some are corrected. */
    Command people() {
        UnitId unit = teams.any(units);
        People whom = teams.any(List.of(People.RESIDENTS, People.ADULTS, People.CONFIRMED_ADULTS));
        LocalDate on = LocalDate.of(2026, 1 + 3 * teams.random.nextInt(2), 1);
        long persons = teams.random.nextInt(4) == 0 ? 0 : teams.random.nextInt(900);
        return switch (teams.random.nextInt(4)) {
            case 0 -> new CorrectPeopleCount(unit, whom, on, persons, FigureSource.COMMUNE_STATISTICS, REASON);
            case 1 -> new WithdrawPeopleCount(unit, whom, on, REASON);
            default -> new StatePeopleCount(unit, whom, on, persons, FigureSource.RESIDENCE_REGISTER);
        };
    }

    List<AssistanceResult> results() {
        return Stream.of(teams.any(List.of(ResultKind.values())), teams.any(List.of(ResultKind.values())))
                .distinct()
                .limit(teams.random.nextInt(3))
                .map(kind -> new AssistanceResult(kind, teams.random.nextInt(4)))
                .toList();
    }
}
