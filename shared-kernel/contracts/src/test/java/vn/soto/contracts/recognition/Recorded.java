package vn.soto.contracts.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;

/** Events of a team of two in the fourth quarter of 2026, in the order in which a test states them. */
final class Recorded {

    static final TeamId TEAM = new TeamId("team");
    static final MemberId LAN = new MemberId("lan");
    static final MemberId MINH = new MemberId("minh");
    static final Candidate LAN_SCORED = Candidate.of(LAN);
    static final Candidate TEAM_SCORED = Candidate.of(TEAM);
    static final UnitId UNIT = new UnitId("unit");
    static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    static final QuarterDays QUARTER = new QuarterDays(new Quarter(2026, 4), FIRST, LocalDate.of(2026, 12, 31));

    final List<DomainEvent> events = new ArrayList<>();

    Recorded() {
        events.add(new TeamFormed(
                TEAM,
                "Tổ",
                new Instrument("1/QĐ", LocalDate.of(2026, 1, 1)),
                List.of(UNIT),
                List.of(new FoundingMember(LAN, MemberOrigin.OTHER), new FoundingMember(MINH, MemberOrigin.OTHER)),
                LAN,
                LocalDate.of(2026, 1, 1)));
    }

    Recorded reported(boolean late) {
        events.add(new QuarterlyReportSubmitted(
                TEAM, QUARTER.quarter(), QuarterCalendar.CALENDAR, 1, 4, List.of(), 1, "00".repeat(32), late, null));
        return this;
    }

    Recorded assigned(MemberId member, String... households) {
        for (String household : households) {
            events.add(new HouseholdAssigned(
                    new HouseholdId(household), UNIT, new Responsible(TEAM, member), LocalDate.of(2026, 2, 1)));
        }
        return this;
    }

    Recorded helped(String record, String household, int day, Mode mode) {
        return helped(record, household, FIRST.plusDays(day), mode, ServiceCategory.VNEID, LAN);
    }

    Recorded helped(
            String record,
            @Nullable String household,
            LocalDate day,
            Mode mode,
            ServiceCategory category,
            MemberId... helpers) {
        List<CreditShare> shares = new ArrayList<>();
        for (MemberId helper : helpers) {
            shares.add(new CreditShare(helper, 100 / helpers.length));
        }
        events.add(new AssistanceRecorded(
                new AssistanceId(record),
                TEAM,
                household == null ? Beneficiary.walkIn(UNIT) : Beneficiary.of(new HouseholdId(household), UNIT),
                shares,
                new AssistanceContent(
                        List.of(new ServiceCode("service")), Channel.HOME_VISIT, mode, VietnamTime.start(day)),
                List.of(category),
                null,
                null));
        return this;
    }

    Recorded verified(String record, Verification result) {
        events.add(new AssistanceVerified(
                new AssistanceId(record),
                TEAM,
                Beneficiary.walkIn(UNIT),
                MINH,
                result,
                VietnamTime.start(FIRST.plusDays(80))));
        return this;
    }

    Recorded voided(String record) {
        events.add(new AssistanceVoided(new AssistanceId(record), TEAM, Beneficiary.walkIn(UNIT)));
        return this;
    }

    Recorded late(String record) {
        events.add(new AssistanceFlaggedLate(new AssistanceId(record), TEAM, Beneficiary.walkIn(UNIT), FIRST, 30));
        return this;
    }

    Recorded unconfirmed(String record) {
        events.add(new AssistanceFlaggedUnconfirmed(
                new AssistanceId(record), TEAM, Beneficiary.walkIn(UNIT), new AccountId("lan")));
        return this;
    }

    Recorded confirmed(String record) {
        events.add(new AssistanceConfirmed(new AssistanceId(record), TEAM, Beneficiary.walkIn(UNIT)));
        return this;
    }

    Recorded trained(String training, LocalDate on, MemberId... members) {
        List<Attendee> attendees = new ArrayList<>();
        for (MemberId member : members) {
            attendees.add(new Attendee(TEAM, member));
        }
        events.add(new TrainingHeld(new TrainingId(training), List.of(), new Attendance(on, 2, attendees)));
        return this;
    }

    static RoundScope scope(RoundKind kind) {
        return new RoundScope(new RoundId("round"), kind, UNIT, List.of(QUARTER), List.of(TEAM));
    }

    RoundScoring scored(RoundKind kind, int rule) {
        return scored(kind, ScoringRules.get(rule));
    }

    RoundScoring scored(RoundKind kind, ScoringRule rule) {
        RoundFacts facts = new RoundFacts(List.of(TEAM));
        for (int position = 0; position < events.size(); position++) {
            facts.on(position, events.get(position));
        }
        return RoundScoring.of(rule, scope(kind), facts);
    }

    CandidateScore lan(int rule) {
        return scored(RoundKind.INDIVIDUAL, rule).find(LAN_SCORED).orElseThrow();
    }

    static CriterionScore criterion(Criterion criterion, CandidateScore score) {
        return score.criteria().stream()
                .filter(each -> each.criterion() == criterion)
                .findFirst()
                .orElseThrow();
    }
}
