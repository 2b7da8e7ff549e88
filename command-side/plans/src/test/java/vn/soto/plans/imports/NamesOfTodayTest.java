package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.soto.plans.imports.ImportFixture.csv;
import static vn.soto.plans.imports.ImportKind.ASSISTANCES;
import static vn.soto.plans.imports.ImportKind.HOUSEHOLDS;
import static vn.soto.plans.imports.ImportKind.MEMBERS;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.table.Finding;

/** Files of the twentieth of August 2026, after decrees that take effect in October. */
final class NamesOfTodayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final Instrument DECREE = new Instrument("9/NQ", LocalDate.of(2026, 8, 1));
    private static final TeamId TEAM = new TeamId("team-1");
    private static final UnitId FIRST = new UnitId("u-hamlet-1");
    private static final UnitId SECOND = new UnitId("u-hamlet-2");
    private static final UnitId THIRD = new UnitId("u-hamlet-3");
    private static final String HOUSEHOLD = "Địa bàn;Xã/Phường;Mã hộ";

    @AutoClose
    private final ImportFixture fixture = new ImportFixture();

    private List<HouseholdRegistered> registered() {
        return fixture.ledger.events(0, Integer.MAX_VALUE).stream()
                .map(fixture.codec::decode)
                .filter(HouseholdRegistered.class::isInstance)
                .map(HouseholdRegistered.class::cast)
                .toList();
    }

    @Test
    void aHamletIsFoundByItsNameThoughAnotherGetsItLater() {
        fixture.send(new RenameUnit(FIRST, "Đồng Tâm Đông", DECREE, OCTOBER));
        fixture.send(new RenameUnit(SECOND, "Đồng Tâm 1", DECREE, OCTOBER));

        fixture.carryOut(csv(HOUSEHOLDS, HOUSEHOLD, "Ấp Đồng Tâm 1;;HO-1", "Ấp 3;Minh Thạnh;HO-2"));

        assertThat(registered())
                .extracting(HouseholdRegistered::unit, HouseholdRegistered::reference)
                .containsExactlyInAnyOrder(tuple(FIRST, "HO-1"), tuple(SECOND, "HO-2"));
        assertThat(fixture.dryRun(csv(HOUSEHOLDS, HOUSEHOLD, "Ấp Đồng Tâm Đông;;HO-3"))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("unit-unknown");
        Lookup<UnitId> inOctober = new Lookup<>(fixture.register.known(OCTOBER).units(), "unit", true);
        assertThat(inOctober.find("unit", "Ấp Đồng Tâm 1", "").id()).isEqualTo(SECOND);
    }

    @Test
    void aHamletThatEndsLaterIsOneOfTwoOfTheSameName() {
        fixture.send(new AbolishUnit(THIRD, DECREE, OCTOBER));

        assertThat(fixture.dryRun(csv(HOUSEHOLDS, HOUSEHOLD, "Ấp 3;;HO-1")).findings())
                .extracting(Finding::code)
                .containsExactly("unit-ambiguous");
    }

    @Test
    void aHouseholdOfAHamletIsNoneOfThatWithWhichItMergesLater() {
        fixture.send(new RegisterHousehold(new HouseholdId("h-9"), SECOND, "HO-1"));
        fixture.send(new MergeUnits(SECOND, List.of(FIRST), DECREE, OCTOBER));

        fixture.carryOut(csv(HOUSEHOLDS, HOUSEHOLD, "Ấp Đồng Tâm 1;;HO-1"));

        assertThat(registered())
                .extracting(HouseholdRegistered::unit, HouseholdRegistered::reference)
                .containsExactly(tuple(SECOND, "HO-1"), tuple(FIRST, "HO-1"));
    }

    @Test
    void aTeamIsFoundByItsNameOfToday() {
        fixture.send(new RenameTeam(TEAM, "Tổ Đông", DECREE, OCTOBER));

        assertThat(fixture.dryRun(csv(
                                MEMBERS,
                                "Tổ;Mã;Tổ chức;Ngày vào tổ",
                                "Tổ công nghệ số ấp Đồng Tâm 1;m-an;Hội phụ nữ;19/08/2026",
                                "Tổ Đông;m-anh;Hội phụ nữ;19/08/2026"))
                        .findings())
                .extracting(Finding::row, Finding::code)
                .containsExactly(tuple(3, "team-unknown"));
    }

    @Test
    void aTeamHelpsInTheUnitThatItCoversToday() {
        fixture.send(new RegisterHousehold(new HouseholdId("h-1"), FIRST, "HO-1"));
        fixture.send(new ChangeCoverage(TEAM, List.of(SECOND), DECREE, OCTOBER));

        DryRunReport report = fixture.dryRun(csv(
                ASSISTANCES,
                "Hộ;Việc;Ai bấm máy;Kết quả;Ngày;Tổ;Người hướng dẫn;Hình thức",
                "HO-1;VNeID;người dân;xong;19/08/2026;team-1;m-lan;tại nhà"));

        assertThat(report.findings()).isEmpty();
        assertThat(fixture.register.covers(TEAM, FIRST, TODAY)).isTrue();
        assertThat(fixture.register.covers(TEAM, FIRST, OCTOBER)).isFalse();
    }
}
