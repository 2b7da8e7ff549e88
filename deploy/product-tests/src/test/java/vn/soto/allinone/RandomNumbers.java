package vn.soto.allinone;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceResult;
import vn.soto.contracts.assistance.ResultKind;
import vn.soto.contracts.catalogue.GroupedService;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.SkillGroup;
import vn.soto.contracts.people.People;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptSkillGroups;
import vn.soto.domain.catalogue.CatalogueCommand.WithdrawSkillGroups;
import vn.soto.domain.people.PeopleCountCommand.CorrectPeopleCount;
import vn.soto.domain.people.PeopleCountCommand.StatePeopleCount;
import vn.soto.domain.people.PeopleCountCommand.WithdrawPeopleCount;
import vn.soto.domain.shared.Command;

/** Numbers that people tell in random histories: of whoever lives in units, of what came of help, and of groups of skills. */
final class RandomNumbers {

    private static final String REASON = "số do xã gửi lại";
    private static final Instrument DECISION = new Instrument("14/QĐ-UBND", LocalDate.of(2025, 12, 2));

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

    /** Invented groups of digital skills with some services, from one of two days on, and sometimes one taken back. */
    Command skillGroups() {
        if (teams.random.nextInt(3) == 0) {
            return new WithdrawSkillGroups(1 + teams.random.nextInt(3), REASON);
        }
        List<SkillGroup> groups = IntStream.rangeClosed(1, 1 + teams.random.nextInt(3))
                .mapToObj(number -> new SkillGroup("BIA-" + number, "Nhóm bịa " + number, "Invented " + number))
                .toList();
        List<GroupedService> services = PlanCatalogue.version1().services().stream()
                .filter(service -> teams.random.nextBoolean())
                .map(service ->
                        new GroupedService(service.code(), teams.any(groups).code()))
                .toList();
        LocalDate from = LocalDate.of(2026, 2 + 3 * teams.random.nextInt(2), 1);
        return new AdoptSkillGroups(groups, services, DECISION, from);
    }

    List<AssistanceResult> results() {
        return Stream.of(teams.any(List.of(ResultKind.values())), teams.any(List.of(ResultKind.values())))
                .distinct()
                .limit(teams.random.nextInt(3))
                .map(kind -> new AssistanceResult(kind, teams.random.nextInt(4)))
                .toList();
    }
}
