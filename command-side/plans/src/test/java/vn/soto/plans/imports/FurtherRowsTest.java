package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.soto.plans.imports.ImportKind.BUSINESSES;
import static vn.soto.plans.imports.ImportKind.OUTREACH;
import static vn.soto.plans.imports.ImportKind.TRAININGS;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.person.PersonCommand.EraseBusinessData;
import vn.soto.plans.imports.table.Finding;

/** Files of outreach, trainings and businesses. */
@Tag("threads")
final class FurtherRowsTest {

    private static final String OUTREACH_TITLES = "Ngày;Tổ;Địa bàn;Chủ đề;Hình thức;Số người dự;Cách đếm;Người tổ chức";
    private static final String TRAINING_TITLES = "Ngày;Số giờ;Chủ đề;Đơn vị tổ chức;Người dự";
    private static final String BUSINESS_TITLES = "Địa bàn;Xã/phường;Mã cơ sở;Loại hình;Tên cơ sở";

    @AutoClose
    private final ImportFixture fixture = new ImportFixture();

    private <E extends DomainEvent> List<E> recorded(Class<E> kind) {
        return fixture.ledger.events(0, Integer.MAX_VALUE).stream()
                .map(fixture.codec::decode)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private PlanId submitted(Upload upload) {
        PlanId plan = fixture.imports.carryOut(upload, false).plan().plan();
        fixture.complete(plan);
        return plan;
    }

    private static Upload meetings(String people) {
        return ImportFixture.csv(
                OUTREACH,
                OUTREACH_TITLES,
                "12/08/2026;team-1;ấp Đồng Tâm 1;\"VNeID; an toàn\";họp dân;" + people + ";ước lượng;\"m-lan; m-hung\"",
                "13/08/2026;team-1;ấp Đồng Tâm 1;thanh toán;loa;0;;m-mai");
    }

    @Test
    void recordsOutreachAndTakesItBack() {
        PlanId plan = submitted(meetings("40"));

        assertThat(recorded(OutreachScheduled.class))
                .extracting(OutreachScheduled::unit, OutreachScheduled::topics)
                .containsExactlyInAnyOrder(
                        tuple(new UnitId("u-hamlet-1"), List.of(ServiceCategory.VNEID, ServiceCategory.CYBER_SAFETY)),
                        tuple(new UnitId("u-hamlet-1"), List.of(ServiceCategory.DIGITAL_PAYMENT)));
        assertThat(recorded(OutreachHeld.class))
                .extracting(OutreachHeld::holding)
                .contains(new Holding(
                        LocalDate.of(2026, 8, 12),
                        40,
                        CountBasis.ESTIMATE,
                        List.of(new MemberId("m-hung"), new MemberId("m-lan"))));
        assertThat(fixture.dryRun(meetings("40")).repeated()).isEqualTo(2);
        assertThat(fixture.dryRun(meetings("41")).findings())
                .extracting(Finding::row, Finding::column, Finding::code)
                .containsExactly(tuple(2, "date", "row-differs-from-ledger"));

        assertThat(fixture.takeBack(plan).refused()).isZero();
        assertThat(recorded(OutreachVoided.class)).hasSize(2);
        assertThat(fixture.dryRun(meetings("41")).ready()).isEqualTo(2);
    }

    @Test
    void saysOfEachRowOfOutreachHowToMendIt() {
        assertThat(fixture.dryRun(ImportFixture.csv(
                                OUTREACH,
                                OUTREACH_TITLES,
                                "12/08/2026;team-1;ấp Đồng Tâm 1;VNeID;họp dân;bốn mươi;;m-lan",
                                "12/08/2026;team-1;ấp Đồng Tâm 1;VNeIDD;họp dan;40;;m-lan",
                                "12/08/2026;team-1;\"Ấp 3, Minh Thạnh\";VNeID;họp dân;40;;m-lan",
                                "12/08/2026;team-1;ấp Đồng Tâm 1;VNeID;họp dân;40;;m-ai-đó",
                                "21/08/2026;team-1;ấp Đồng Tâm 1;VNeID;họp dân;40;;m-lan",
                                "12/08/2026;team-1;ấp Đồng Tâm 1;VNeID;họp dân;40;;m-lan",
                                "12/08/2026;team-1;ấp Đồng Tâm 1;VNeID;họp dân;44;;m-lan"))
                        .findings())
                .extracting(Finding::row, Finding::column, Finding::code, Finding::suggestion)
                .containsExactly(
                        tuple(2, "attendance", "cell-no-number", null),
                        tuple(3, "topics", "cell-no-choice", "VNeID"),
                        tuple(3, "channel", "cell-no-choice", "họp dân"),
                        tuple(4, "unit", "OUTREACH_TEAM_COVERS_UNIT", null),
                        tuple(5, "holders", "cell-no-id", "m-ai-do"),
                        tuple(6, "date", "OUTREACH_IS_NOT_HELD_IN_THE_FUTURE", null),
                        tuple(8, "date", "row-repeats-row", null));
    }

    private static Upload courses() {
        return ImportFixture.csv(
                TRAININGS,
                TRAINING_TITLES,
                "10/08/2026;3;VNeID;UBND xã;\"team-1: m-lan; team-1: m-hung\"",
                "11/08/2026;4;AI;VNPT Bình Dương;team-1: m-mai");
    }

    @Test
    void recordsTrainingsAndTakesThemBack() {
        fixture.send(new RegisterOrganisation(
                new OrganisationId("vnpt"), "VNPT Bình Dương", OrganisationKind.TELECOM_COMPANY));
        PlanId plan = submitted(courses());

        assertThat(recorded(TrainingScheduled.class))
                .extracting(TrainingScheduled::organisation)
                .containsExactlyInAnyOrder(null, new OrganisationId("vnpt"));
        assertThat(recorded(TrainingHeld.class))
                .extracting(
                        held -> held.attendance().hours(),
                        held -> held.attendance().attendees().size())
                .containsExactlyInAnyOrder(tuple(3, 2), tuple(4, 1));
        assertThat(fixture.dryRun(courses()).repeated()).isEqualTo(2);

        assertThat(fixture.takeBack(plan).refused()).isZero();
        assertThat(recorded(TrainingVoided.class)).hasSize(2);
        assertThat(fixture.dryRun(courses()).ready()).isEqualTo(2);
    }

    @Test
    void namesAnOrganiserThatNobodyKnowsAndAPersonWithoutATeam() {
        assertThat(fixture.dryRun(ImportFixture.csv(
                                TRAININGS,
                                TRAINING_TITLES,
                                "10/08/2026;3;VNeID;Viettel;team-1: m-lan",
                                "10/08/2026;3;VNeID;sở;m-lan",
                                "10/08/2026;0;VNeID;sở;team-1: m-lan"))
                        .findings())
                .extracting(Finding::row, Finding::column, Finding::code)
                .containsExactly(
                        tuple(2, "organiser", "organisation-unknown"),
                        tuple(3, "attendees", "attendee-without-team"),
                        tuple(4, "hours", "TRAINING_TAKES_SOME_HOURS"));
    }

    private static Upload shops() {
        return ImportFixture.csv(
                BUSINESSES,
                BUSINESS_TITLES,
                "Ấp 3;Hòa Phú;CS-01;hộ kinh doanh;Tạp hóa Bà Bảy",
                "ấp Đồng Tâm 1;;CS-02;hợp tác xã;");
    }

    @Test
    void recordsBusinessesWithTheirNamesSealedAndTakesThemBack() {
        fixture.send(new RegisterBusiness(
                new BusinessId("by-hand"), BusinessKind.COOPERATIVE, new UnitId("u-hamlet-1"), "CS-02", null));
        PlanId plan = submitted(shops());

        assertThat(fixture.holds("Bà Bảy")).isFalse();
        assertThat(recorded(BusinessRegistered.class))
                .extracting(BusinessRegistered::unit, BusinessRegistered::reference, shop -> shop.tradeName() != null)
                .containsExactly(
                        tuple(new UnitId("u-hamlet-1"), "CS-02", false),
                        tuple(new UnitId("u-hamlet-3"), "CS-01", true));
        assertThat(fixture.dryRun(shops()).repeated()).isEqualTo(2);

        assertThat(fixture.takeBack(plan).refused()).isZero();
        assertThat(recorded(BusinessClosed.class))
                .extracting(BusinessClosed::effectiveFrom)
                .containsExactly(LocalDate.of(2026, 8, 20));
        assertThat(fixture.dryRun(shops()).ready()).isEqualTo(1);
    }

    /** The row stays in the plan; nobody can read whom it names any more. */
    @Test
    void anErasureReachesTheRow() {
        PlanId plan = submitted(shops());
        BusinessId shop = recorded(BusinessRegistered.class).stream()
                .filter(each -> each.reference().equals("CS-01"))
                .map(BusinessRegistered::business)
                .findFirst()
                .orElseThrow();
        assertThat(fixture.names(plan)).containsExactly("Tạp hóa Bà Bảy");

        fixture.send(new EraseBusinessData(shop, ErasureBasis.REQUEST_OF_THE_SUBJECT, "REQUEST_OF_PERSON"));

        assertThat(fixture.names(plan)).isEmpty();
    }

    /** Neither the ledger nor the key store learns of it, unless its sender wants it kept. */
    @Test
    void nothingOfARowThatIsNotTakenIsKept() {
        Upload file = ImportFixture.csv(
                BUSINESSES,
                BUSINESS_TITLES,
                "Ấp 3;Hòa Phú;CS-01;hộ kinh doanh;Tạp hóa Bà Bảy",
                "Ấp 9;Hòa Phú;CS-09;hộ kinh doanh;Quán Cô Tư",
                "Ấp 3;Hòa Phú;CS-08;quán ăn;Quán Cô Tư");

        ImportService.Accepted accepted = fixture.imports.carryOut(file, true);
        fixture.complete(accepted.plan().plan());

        assertThat(accepted.wrong()).isEqualTo(2);
        assertThat(fixture.names(accepted.plan().plan())).containsExactly("Tạp hóa Bà Bảy");
        assertThat(fixture.keys.size()).isOne();
        assertThat(List.of("CS-08", "CS-09", "Cô Tư")).noneMatch(fixture::holds);
    }
}
