package vn.soto.domain;

import static vn.soto.domain.shared.CommonRule.DATE_IS_WITHIN_THE_CALENDAR;
import static vn.soto.domain.shared.CommonRule.DOCUMENT_IS_NOT_SIGNED_IN_THE_FUTURE;
import static vn.soto.domain.shared.CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.training.TrainingId;
import vn.soto.domain.period.WorkingDaysCommand.DecideHolidays;
import vn.soto.domain.shared.Days;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.team.TeamCommand.SuspendMember;
import vn.soto.domain.training.TrainingCommand.CancelTraining;
import vn.soto.domain.unit.UnitCommand.RenameUnit;

/** The checks of reasons, documents and days, here once for all commands. */
final class EnteredValuesInterceptorTest extends SampleCommune {

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam());

    @Test
    void aReasonHasALengthAndNoPersonalNumber() {
        for (String wrong : List.of("  mưa ", "", "x".repeat(501))) {
            scenario.when(new CancelTraining(new TrainingId("t-1"), wrong))
                    .isRefusedBy(REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG, 5, 500);
        }
        scenario.when(new SuspendMember(TEAM, LAN, TODAY, "gọi 0912345678"))
                .isRefusedBy(REASON_HOLDS_NO_PERSONAL_NUMBER);
    }

    @Test
    void aDocumentIsSignedAlready() {
        LocalDate tomorrow = TODAY.plusDays(1);

        scenario.when(new RenameTeam(TEAM, "Tổ 2", signedOn(tomorrow), TODAY))
                .isRefusedBy(DOCUMENT_IS_NOT_SIGNED_IN_THE_FUTURE, tomorrow, TODAY);
    }

    @Test
    void aDayIsWithinTheCalendarWhereverItStands() {
        LocalDate before = Days.FIRST.minusDays(1);
        LocalDate beyond = Days.LAST.plusDays(1);

        for (LocalDate wrong : List.of(LocalDate.MIN, before, beyond, LocalDate.MAX)) {
            scenario.when(cover(TEAM, wrong, FAR_HAMLET))
                    .isRefusedBy(DATE_IS_WITHIN_THE_CALENDAR, Days.FIRST, Days.LAST);
        }
        for (Instant wrong : List.of(Instant.MIN, at(before, "23:59"), at(beyond, "00:00"), Instant.MAX)) {
            scenario.when(record(wrong, LAN)).isRefusedBy(DATE_IS_WITHIN_THE_CALENDAR, Days.FIRST, Days.LAST);
        }
        scenario.when(new DecideHolidays(2026, List.of(TODAY, beyond), List.of(), signedOn(TODAY)))
                .isRefusedBy(DATE_IS_WITHIN_THE_CALENDAR, Days.FIRST, Days.LAST);
    }

    @Test
    void aUnitMayBeOlderThanAnyQuarter() {
        scenario.when(new RenameUnit(HAMLET, "Ấp cũ", signedOn(TODAY), Days.FIRST_LEGAL.minusDays(1)))
                .isRefusedBy(DATE_IS_WITHIN_THE_CALENDAR, Days.FIRST_LEGAL, Days.LAST);
    }
}
