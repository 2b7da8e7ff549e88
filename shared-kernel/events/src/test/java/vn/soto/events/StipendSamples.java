package vn.soto.events;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SequencedMap;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.stipend.CampaignRate;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationCorrected;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationRecorded;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationWithdrawn;
import vn.soto.contracts.stipend.Shift;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendFinding;
import vn.soto.contracts.stipend.StipendFindingKind;
import vn.soto.contracts.stipend.StipendLine;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.stipend.StipendScheme;
import vn.soto.contracts.stipend.StipendSpan;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.contracts.stipend.StipendTerms;
import vn.soto.contracts.stipend.UnitMultiplier;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Samples of stipend statements, whose hash is computed. */
final class StipendSamples {

    private static final TeamId TEAM = new TeamId("team-1");
    private static final TeamId OTHER = new TeamId("team-2");
    private static final MemberId MEMBER = new MemberId("m-1");
    private static final UnitId UNIT = new UnitId("u-commune");

    private StipendSamples() {}

    static void older(SequencedMap<String, DomainEvent> samples) {
        LocalDate day = LocalDate.of(2026, 9, 12);
        Instrument decision = new Instrument("45/QĐ-UBND", LocalDate.of(2026, 9, 10));
        samples.put("mobilisation.recorded.v1", new MobilisationRecorded(TEAM, MEMBER, day, Shift.DAY, decision, null));
        samples.put(
                "mobilisation.corrected.v1", new MobilisationCorrected(TEAM, MEMBER, day, Shift.NIGHT, decision, null));
        samples.put("mobilisation.withdrawn.v1", new MobilisationWithdrawn(TEAM, MEMBER, day, null));
        samples.put(
                "stipend-policy.adopted.v1",
                new StipendPolicyAdopted(
                        1,
                        new StipendTerms(StipendScheme.PER_MEMBER, 60_000, 150_000, 200_000, 15),
                        new Instrument("27/2023/NQ-HĐND", LocalDate.of(2023, 12, 8)),
                        LocalDate.of(2024, 1, 1)));
        samples.put(
                "stipend-policy.adopted.v2",
                secondVersion(new StipendTerms(
                        StipendScheme.PER_MEMBER,
                        60_000,
                        150_000,
                        200_000,
                        15,
                        StipendSpan.YEAR,
                        900_000L,
                        null,
                        List.of(new CampaignRate(new CampaignId("019a0000-0000-7000-8000-0000000000c1"), 210_000)),
                        List.of(new UnitMultiplier(new UnitId("u-ap-3"), 150)))));
        samples.put(
                "stipend-policy.adopted.v2+rates-of-months",
                secondVersion(new StipendTerms(StipendScheme.PER_MEMBER, 60_000, 150_000, 200_000, 15)));
    }

    private static StipendPolicyAdopted secondVersion(StipendTerms terms) {
        return new StipendPolicyAdopted(
                50, terms, new Instrument("19/2025/QĐ-TTg", LocalDate.of(2025, 6, 30)), LocalDate.of(2026, 7, 1));
    }

    static void computed(SequencedMap<String, DomainEvent> samples) {
        LocalDate day = LocalDate.of(2026, 9, 12);
        StipendPeriod period = StipendPeriod.parse("2026-Q3");
        YearMonth month = YearMonth.of(2026, 9);
        StipendLine lumpSum = new StipendLine(TEAM, null, List.of(month), List.of(), List.of(), 90_000, List.of(4L));
        StipendContent first = StipendContent.of(List.of(1), List.of(lumpSum), List.of());
        StipendLine line = new StipendLine(
                TEAM, MEMBER, List.of(month), List.of(day), List.of(day.plusDays(1)), 410_000, List.of(4L, 17L));
        StipendFinding finding = new StipendFinding(
                StipendFindingKind.MEMBER_IN_TWO_TEAMS, TEAM, MEMBER, day, OTHER, "u-commune:2026-09");
        StipendContent before = StipendContent.of(
                List.of(1),
                List.of(new StipendLine(TEAM, MEMBER, List.of(month), List.of(), List.of(), 60_000, List.of(4L))),
                List.of());
        StipendContent second = StipendContent.of(List.of(1, 2), List.of(line), List.of(finding))
                .amending(1, before);
        String chain = "ab".repeat(32);
        samples.put(
                "stipend-statement.computed.v1",
                new StipendStatementComputed(UNIT, period, 2, second, 52, chain, "can-bo-1"));
        samples.put(
                "stipend-statement.computed.v1+lump-sum",
                new StipendStatementComputed(UNIT, StipendPeriod.parse("2026-09"), 1, first, 40, chain, "can-bo-1"));
    }
}
