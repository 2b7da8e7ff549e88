package vn.soto.command.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.household.ConsentCommand.CorrectConsent;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.outreach.OutreachCommand.CorrectOutreach;
import vn.soto.domain.outreach.OutreachCommand.VoidOutreach;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

final class PermissionsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    private static final AssistanceContent CONTENT = new AssistanceContent(
            List.of(new ServiceCode("vneid-level-2")), Channel.HOME_VISIT, Mode.SELF_PERFORMED, Instant.EPOCH);
    private static final TeamId TEAM = new TeamId("t");

    @ParameterizedTest
    @CsvSource({
        "establish, OFFICER ADMINISTRATOR",
        "appoint, OFFICER ADMINISTRATOR",
        "register, LEADER OFFICER ADMINISTRATOR",
        "record, MEMBER LEADER OFFICER ADMINISTRATOR",
        "correct, LEADER OFFICER ADMINISTRATOR",
        "report, LEADER OFFICER ADMINISTRATOR"
    })
    void eachCommandIsForTheseRolesOnly(String name, String roles) {
        Set<Role> allowed = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (Permissions.may(Set.of(role), command(name).getClass())) {
                allowed.add(role);
            }
        }

        assertThat(allowed).extracting(Role::name).containsExactlyInAnyOrder(roles.split(" "));
    }

    /** A step of a plan runs without roles, so a member cannot make one of a correction. */
    @Test
    void membersSendCorrectionsOfTheirOwnRecordsByThemselvesOnly() {
        for (Class<? extends Command> kind : List.of(
                CorrectAssistance.class,
                VoidAssistance.class,
                CorrectOutreach.class,
                VoidOutreach.class,
                CorrectConsent.class)) {
            assertThat(Permissions.mayAboutOwn(Set.of(Role.MEMBER), kind))
                    .as(kind.getSimpleName())
                    .isTrue();
            assertThat(Permissions.may(Set.of(Role.MEMBER), kind))
                    .as(kind.getSimpleName())
                    .isFalse();
            assertThat(Permissions.mayAboutOwn(Set.of(Role.AUDITOR), kind))
                    .as(kind.getSimpleName())
                    .isFalse();
        }
        assertThat(Permissions.mayAboutOwn(Set.of(Role.MEMBER), RegisterHousehold.class))
                .isFalse();
    }

    private static Command command(String name) {
        return switch (name) {
            case "establish" ->
                new EstablishUnit(
                        new UnitId("u"), UnitKind.PROVINCE, "A", "74", null, new Instrument("1/QĐ", DAY), DAY);
            case "appoint" -> new AppointLeader(TEAM, new MemberId("m"), DAY);
            case "register" -> new RegisterHousehold(new HouseholdId("h"), new UnitId("u"), "A-1");
            case "record" ->
                new RecordAssistance(
                        new AssistanceId("a"), TEAM, new HouseholdId("h"), List.of(new MemberId("m")), CONTENT);
            case "correct" -> new CorrectAssistance(new AssistanceId("a"), CONTENT, "nhập nhầm dịch vụ");
            case "report" -> new SubmitQuarterlyReport(TEAM, new Quarter(2025, 1), null);
            default -> throw new AssertionError(name);
        };
    }
}
