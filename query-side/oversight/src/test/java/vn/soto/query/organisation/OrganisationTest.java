package vn.soto.query.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.testing.ReadModelScenario;

final class OrganisationTest {

    private static final OrganisationId BANK = new OrganisationId("bank");
    private static final OrganisationId UNION = new OrganisationId("union");
    private static final TeamId TEAM = new TeamId("team");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final ReadModelScenario organisations = ReadModelScenario.of(new OrganisationProjector())
            .given(new OrganisationRegistered(UNION, "Đoàn xã", OrganisationKind.UNION))
            .given(new OrganisationRegistered(BANK, "Ngân hàng", OrganisationKind.BANK));

    private static List<SupporterView> supporters(Documents documents, long asOf) {
        return new Supporters(documents).of(TEAM.value(), DAY.plusDays(99), asOf);
    }

    @Test
    void listsWhoSupportsATeamByFirstDay() {
        organisations
                .given(new SupportBegun(UNION, TEAM, DAY.plusDays(1)))
                .given(new SupportBegun(BANK, TEAM, DAY))
                .when(OrganisationTest::supporters)
                .expect(List.of(
                        new SupporterView(new OrganisationId("bank"), "Ngân hàng", OrganisationKind.BANK, DAY, null),
                        new SupporterView(
                                new OrganisationId("union"),
                                "Đoàn xã",
                                OrganisationKind.UNION,
                                DAY.plusDays(1),
                                null)));
    }

    @Test
    void aMemberComesFromTheOrganisationsOfTheirOwnKindAlone() {
        OrganisationId women = new OrganisationId("women");
        organisations
                .given(new OrganisationCorrected(UNION, "Đoàn xã", OrganisationKind.YOUTH_UNION))
                .given(new OrganisationRegistered(women, "Hội Phụ nữ xã", OrganisationKind.WOMENS_UNION))
                .given(new SupportBegun(UNION, TEAM, DAY))
                .given(new SupportBegun(women, TEAM, DAY))
                .given(new SupportBegun(BANK, TEAM, DAY))
                .when((documents, asOf) -> Stream.of(
                                MemberOrigin.YOUTH_UNION,
                                MemberOrigin.WOMENS_UNION,
                                MemberOrigin.DIGITAL_COMPANY,
                                MemberOrigin.TEACHER,
                                MemberOrigin.OTHER)
                        .map(origin -> new Supporters(documents)
                                .sentTo(List.of(TEAM.value()), DAY, asOf)
                                .by(TEAM.value(), origin))
                        .toList())
                .expect(List.of(Set.of("union"), Set.of("women"), Set.of("bank"), Set.of(), Set.of()));
    }

    @Test
    void supportThatEndedIsOpenAsOfACommitBefore() {
        organisations.given(new SupportBegun(BANK, TEAM, DAY)).given(new SupportEnded(BANK, TEAM, DAY.plusDays(9)));
        organisations
                .when(OrganisationTest::supporters)
                .expect(List.of(new SupporterView(
                        new OrganisationId("bank"), "Ngân hàng", OrganisationKind.BANK, DAY, DAY.plusDays(9))));
        organisations
                .whenAsOf(3, OrganisationTest::supporters)
                .expect(List.of(
                        new SupporterView(new OrganisationId("bank"), "Ngân hàng", OrganisationKind.BANK, DAY, null)));
        organisations.whenAsOf(2, OrganisationTest::supporters).expect(List.of());
    }

    @Test
    void listsAllByName() {
        organisations
                .when((documents, asOf) -> new Supporters(documents)
                        .all(asOf).stream().map(Organisation::name).toList())
                .expect(List.of("Đoàn xã", "Ngân hàng"));
        organisations
                .whenAsOf(
                        1,
                        (documents, asOf) -> new Supporters(documents)
                                .all(asOf).stream().map(Organisation::name).toList())
                .expect(List.of("Đoàn xã"));
    }

    @Test
    void aCorrectedNameAndFirstDayAreShownAndTheOldOnesAsOfBefore() {
        organisations
                .given(new SupportBegun(BANK, TEAM, DAY))
                .given(new SupportEnded(BANK, TEAM, DAY.plusDays(9)))
                .given(new SupportBegun(BANK, TEAM, DAY.plusDays(20)))
                .given(new SupportCorrected(BANK, TEAM, DAY, DAY.plusDays(2), DAY.plusDays(8)))
                .given(new OrganisationCorrected(BANK, "Ngân hàng Chính sách", OrganisationKind.BANK));
        organisations
                .when(OrganisationTest::supporters)
                .expect(List.of(
                        bank("Ngân hàng Chính sách", DAY.plusDays(2), DAY.plusDays(8)),
                        bank("Ngân hàng Chính sách", DAY.plusDays(20), null)));
        organisations
                .whenAsOf(5, OrganisationTest::supporters)
                .expect(List.of(bank("Ngân hàng", DAY, DAY.plusDays(9)), bank("Ngân hàng", DAY.plusDays(20), null)));

        organisations.given(new SupportEnded(BANK, TEAM, DAY.plusDays(30)));
        organisations
                .when(OrganisationTest::supporters)
                .expect(List.of(
                        bank("Ngân hàng Chính sách", DAY.plusDays(2), DAY.plusDays(8)),
                        bank("Ngân hàng Chính sách", DAY.plusDays(20), DAY.plusDays(30))));
    }

    private static SupporterView bank(String name, LocalDate from, @Nullable LocalDate until) {
        return new SupporterView(new OrganisationId("bank"), name, OrganisationKind.BANK, from, until);
    }
}
