package vn.soto.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueWithdrawn;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.goal.Bound;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.goal.TargetEvent.TargetSet;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.Gate;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ScoreObjected;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** The names of things in the sentence of an event. */
final class EventSentencesIT {

    private static final ServiceCode LEVEL_2 = new ServiceCode("vneid-level-2");
    private static final ServiceCode OWN = new ServiceCode("cong-dan-so-cua-tinh");

    private final Sample sample = new Sample(1, 0);

    private void help(ServiceCode... services) {
        sample.scribe.write(PlainEvents.help(
                "a-1",
                sample.teams.getFirst(),
                Beneficiary.walkIn(new UnitId("c0-r0")),
                new AssistanceContent(
                        List.of(services),
                        Channel.HOME_VISIT,
                        Mode.SELF_PERFORMED,
                        Instant.parse("2026-05-04T02:00:00Z")),
                new MemberId("helper")));
    }

    private String told(String language) {
        long tail = sample.scribe.ledger.tail().number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe)) {
            return String.valueOf(new Json(side.upTo(tail).http())
                    .ask("/api/teams/" + sample.teams.getFirst() + "/timeline", language)
                    .getResponseBody());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vi, 'Hướng dẫn ngày 04/05/2026: Kích hoạt VNeID mức độ 2,'",
        "en, 'Helped on 04/05/2026: VNeID level 2,'"
    })
    void aServiceHasItsName(String language, String sentence) {
        help(LEVEL_2);
        assertThat(told(language)).contains(sentence);
    }

    private void adopt(int version, String name, LocalDate from) {
        sample.scribe.write(new ServiceCatalogueAdopted(new ServiceCatalogue(
                version,
                List.of(new Service(OWN, name, "Digital citizen", ServiceCategory.VNEID, from, null, false)),
                Sample.DECISION,
                from)));
    }

    @Test
    void aServiceHasItsNameOfTheDayFromACatalogueThatApplies() {
        adopt(2, "Công dân số", Sample.DAY);
        adopt(3, "Công dân của năm 2062", Sample.DAY.withYear(2062));
        adopt(4, "Công dan sô", Sample.DAY);
        sample.scribe.write(new ServiceCatalogueWithdrawn(4));
        help(OWN);
        assertThat(told("vi")).contains("Công dân số, ").doesNotContain("năm 2062", "Công dan sô");
    }

    @Test
    void aServiceOfTheProvincesOwnCatalogueToo() {
        adopt(2, "Công dân số", Sample.DAY);
        help(LEVEL_2, OWN);
        assertThat(told("vi")).contains("Công dân số, Kích hoạt VNeID mức độ 2, ");
    }

    private String figures(String language) {
        UnitId unit = new UnitId("c0");
        Quarter quarter = new Quarter(2026, 3);
        Instrument plan = new Instrument("31/KH-UBND", Sample.DAY);
        Goal goal = new Goal(Bound.AT_LEAST, 50, Measure.COUNT);
        sample.scribe.write(new TargetSet(unit, quarter, "H04", goal, plan));
        sample.scribe.write(new TargetSet(unit, quarter, "C." + LEVEL_2, goal, plan));
        RoundId round = new RoundId("round");
        Candidate team = Candidate.of(sample.teams.getFirst());
        sample.scribe.write(new ScoreObjected(round, unit, 1, team, Criterion.HOUSEHOLDS_HELPED.name(), "an"));
        sample.scribe.write(new ScoreObjected(round, unit, 2, team, Gate.REPORTS_IN_TIME.name(), "an"));
        long tail = sample.scribe.ledger.tail().number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe)) {
            return String.valueOf(new Json(side.upTo(tail).http())
                    .ask("/api/events?unit=c0", language)
                    .getResponseBody());
        }
    }

    @Test
    void figuresHaveTheirNames() {
        assertThat(figures("vi"))
                .contains(
                        "Giao chỉ tiêu “Số hộ được hướng dẫn (không trùng)” quý",
                        "“Số lượt hướng dẫn theo dịch vụ, Kích hoạt VNeID mức độ 2”",
                        "ý kiến thứ 1 về “hộ được giúp” trong điểm của",
                        "ý kiến thứ 2 về “báo cáo đúng hạn” trong điểm của");
    }

    @Test
    void figuresHaveTheirEnglishNames() {
        assertThat(figures("en"))
                .contains("Help by service, VNeID level 2", "to “households helped” in", "to “reports in time” in");
    }

    /** Persons have no names in sentences; a page finds the whole id and puts there what its reader may see. */
    @Test
    void aMemberStandsThereByTheWholeId() {
        MemberId member = new MemberId("0192e293-ad70-75b4-b7a2-00df668ca1f1");
        sample.scribe.write(new MemberEnrolled(sample.teams.getFirst(), member, MemberOrigin.YOUTH_UNION, Sample.DAY));
        assertThat(told("vi")).contains(member.value() + " ").doesNotContain("…8ca1f1");
    }
}
