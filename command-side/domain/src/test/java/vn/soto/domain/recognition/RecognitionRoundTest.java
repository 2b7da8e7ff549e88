package vn.soto.domain.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_HAS_ONE_PLACE;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_HONOURED;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_NOMINATED;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_NOMINATED_ONCE;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_OF_THE_AREA;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_OF_THE_KIND_OF_THE_ROUND;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_SCORED;
import static vn.soto.domain.recognition.RecognitionRule.CONSENT_TO_PUBLICATION_IS_IN_FORCE;
import static vn.soto.domain.recognition.RecognitionRule.CONSENT_TO_PUBLICATION_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.recognition.RecognitionRule.CONSENT_TO_PUBLICATION_IS_RECORDED_ONCE;
import static vn.soto.domain.recognition.RecognitionRule.CONSENT_TO_PUBLICATION_NAMES_A_VERSION_OF_ITS_TEXT;
import static vn.soto.domain.recognition.RecognitionRule.DECISION_BY_SCORES_THAT_CHANGED_HAS_A_REASON;
import static vn.soto.domain.recognition.RecognitionRule.DECISION_KEEPS_TO_THE_QUOTA;
import static vn.soto.domain.recognition.RecognitionRule.DECISION_NAMES_THE_LATEST_SCORES;
import static vn.soto.domain.recognition.RecognitionRule.DECISION_WAITS_FOR_OBJECTIONS;
import static vn.soto.domain.recognition.RecognitionRule.FIGURE_IS_OF_THE_RULE;
import static vn.soto.domain.recognition.RecognitionRule.HONOURED_PERSON_CONSENTS;
import static vn.soto.domain.recognition.RecognitionRule.HONOUR_IS_PUBLISHED_ONCE;
import static vn.soto.domain.recognition.RecognitionRule.OBJECTIONS_ARE_ANSWERED;
import static vn.soto.domain.recognition.RecognitionRule.OBJECTION_DAYS_ARE_PLAUSIBLE;
import static vn.soto.domain.recognition.RecognitionRule.OBJECTION_IS_OPEN;
import static vn.soto.domain.recognition.RecognitionRule.PERIOD_OF_THE_ROUND_HAS_ENDED;
import static vn.soto.domain.recognition.RecognitionRule.PLACED_CANDIDATE_IS_ELIGIBLE;
import static vn.soto.domain.recognition.RecognitionRule.PLACE_OUT_OF_ORDER_HAS_A_REASON;
import static vn.soto.domain.recognition.RecognitionRule.PUBLICATION_BY_SCORES_THAT_CHANGED_HAS_A_REASON;
import static vn.soto.domain.recognition.RecognitionRule.PUBLICATION_NAMES_SOMEBODY;
import static vn.soto.domain.recognition.RecognitionRule.QUOTA_IS_PLAUSIBLE;
import static vn.soto.domain.recognition.RecognitionRule.REASON_IS_ABOUT_THE_SCORES_OF_TODAY;
import static vn.soto.domain.recognition.RecognitionRule.REVOCATION_NAMES_A_FIGURE;
import static vn.soto.domain.recognition.RecognitionRule.REVOKED_FIGURE_PROVED_FALSE;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_COVERS_SOME_BUT_NOT_TOO_MANY_TEAMS;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_HAS_NOT_TOO_MANY_CANDIDATES;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_HAS_NOT_TOO_MANY_OBJECTIONS;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_HAS_SOME_BUT_NOT_TOO_MANY_QUARTERS;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_IS_DECIDED;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_IS_IN_A_UNIT_IN_FORCE;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_IS_NOT_CANCELLED;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_IS_NOT_DECIDED;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_IS_SCORED;
import static vn.soto.domain.recognition.RecognitionRule.SCORES_FOLLOW_UPHELD_OBJECTIONS;
import static vn.soto.domain.recognition.RecognitionRule.SCORING_RULE_IS_PUBLISHED;
import static vn.soto.domain.recognition.RecognitionRule.TEAM_NEEDS_NO_CONSENT;
import static vn.soto.domain.recognition.RecognitionRule.WHO_ANSWERS_IS_NOT_WHO_OBJECTED;
import static vn.soto.domain.recognition.RecognitionRule.WITNESS_IS_ANOTHER_MEMBER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.CandidateStanding;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.FalseFigure;
import vn.soto.contracts.recognition.Gate;
import vn.soto.contracts.recognition.HonourPlace;
import vn.soto.contracts.recognition.PublicationConsent;
import vn.soto.contracts.recognition.RecognitionRoundEvent.CandidateNominated;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonourRevoked;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonoursPublished;
import vn.soto.contracts.recognition.RecognitionRoundEvent.NominationWithdrawn;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ObjectionAnswered;
import vn.soto.contracts.recognition.RecognitionRoundEvent.PublicationConsentWithdrawn;
import vn.soto.contracts.recognition.RecognitionRoundEvent.PublicationConsented;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundCancelled;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundDecided;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ScoreObjected;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.FixedFigures;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.recognition.RecognitionCommand.AnswerObjection;
import vn.soto.domain.recognition.RecognitionCommand.CancelRound;
import vn.soto.domain.recognition.RecognitionCommand.DecideRound;
import vn.soto.domain.recognition.RecognitionCommand.NominateCandidate;
import vn.soto.domain.recognition.RecognitionCommand.ObjectToScore;
import vn.soto.domain.recognition.RecognitionCommand.OpenRound;
import vn.soto.domain.recognition.RecognitionCommand.ProposedPlace;
import vn.soto.domain.recognition.RecognitionCommand.PublishHonours;
import vn.soto.domain.recognition.RecognitionCommand.RecordPublicationConsent;
import vn.soto.domain.recognition.RecognitionCommand.RevokeHonour;
import vn.soto.domain.recognition.RecognitionCommand.ScoreRound;
import vn.soto.domain.recognition.RecognitionCommand.WithdrawNomination;
import vn.soto.domain.recognition.RecognitionCommand.WithdrawPublicationConsent;
import vn.soto.domain.shared.CommonRule;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.testkit.SettableClock;

/** A round of the second quarter in which Lan helped four households, Hùng two and Mai none. */
final class RecognitionRoundTest extends SampleCommune {

    private static final Quarter Q2 = Quarter.parse("2026-Q2");
    private static final QuarterDays DAYS = QuarterCalendar.CALENDAR.days(Q2);
    private static final RoundId ROUND = new RoundId("round");
    private static final LocalDate TODAY = LocalDate.parse("2026-07-03");
    private static final Candidate LAN_NAMED = Candidate.of(LAN);
    private static final Candidate HUNG_NAMED = Candidate.of(HUNG);
    private static final Candidate MAI_NAMED = Candidate.of(MAI);
    private static final String WHY = "Đã gọi lại từng hộ";

    private final SettableClock clock = new SettableClock(at(TODAY, "09:00"));
    private final FixedFigures figures =
            new FixedFigures().with(COMMUNE, TEAM).with(HAMLET, TEAM).saying(20, helped(4, 2));
    private final Scenario scenario =
            new Scenario(clock, DefaultPolicy.standard()).given(units()).given(formTeam(), formFarTeam());

    RecognitionRoundTest() {
        scenario.whereReportsRead(figures);
    }

    private static List<DomainEvent> helped(int byLan, int byHung) {
        List<DomainEvent> events = new ArrayList<>();
        events.add(new TeamFormed(
                TEAM,
                "Tổ",
                signedOn(FOUNDED),
                List.of(HAMLET),
                founding(LAN, HUNG, MAI).stream()
                        .map(each -> new FoundingMember(each.member(), each.organisation()))
                        .toList(),
                LAN,
                FOUNDED));
        events.add(new QuarterlyReportSubmitted(
                TEAM, Q2, QuarterCalendar.CALENDAR, 1, 4, List.of(), 1, "00".repeat(32), false, null));
        for (int each = 0; each < byLan; each++) {
            events.add(help("lan-" + each, LAN, each));
        }
        for (int each = 0; each < byHung; each++) {
            events.add(help("hung-" + each, HUNG, each));
        }
        return events;
    }

    private static AssistanceRecorded help(String id, MemberId by, int day) {
        return help(id, TEAM, by, day);
    }

    private static AssistanceRecorded help(String id, TeamId team, MemberId by, int day) {
        return new AssistanceRecorded(
                new AssistanceId(id),
                team,
                Beneficiary.of(new HouseholdId("h-" + id), HAMLET),
                List.of(new CreditShare(by, 100)),
                SampleCommune.content(at(DAYS.firstDay().plusDays(day), "09:00")),
                List.of(ServiceCategory.VNEID),
                null,
                null);
    }

    private static OpenRound open(UnitId unit, int rule, int quota, int objectionDays) {
        return new OpenRound(ROUND, unit, RoundKind.INDIVIDUAL, rule, Q2, Q2, quota, objectionDays);
    }

    private static NominateCandidate nominate(Candidate candidate) {
        return new NominateCandidate(ROUND, candidate);
    }

    private static ProposedPlace place(Candidate candidate, @Nullable String reason) {
        return new ProposedPlace(candidate, reason);
    }

    private RoundScored score() {
        return (RoundScored) scenario.send(new ScoreRound(ROUND)).getFirst();
    }

    private RoundScored ready() {
        scenario.given(open(COMMUNE, 1, 2, 0), nominate(LAN_NAMED), nominate(HUNG_NAMED));
        return score();
    }

    private RoundScoring scoring(int rule, List<? extends DomainEvent> events) {
        return RoundScoring.of(
                ScoringRules.get(rule),
                new RoundOpened(ROUND, COMMUNE, RoundKind.INDIVIDUAL, rule, List.of(DAYS), 2, 0).scope(List.of(TEAM)),
                new FixedFigures().saying(1, events).recorded(List.of(TEAM), 1));
    }

    @Nested
    final class Opening {

        @Test
        void pinsTheRuleAndTheDaysOfTheQuarters() {
            scenario.when(new OpenRound(ROUND, COMMUNE, RoundKind.COLLECTIVE, 2, new Quarter(2026, 1), Q2, 5, 10))
                    .decides(new RoundOpened(
                            ROUND,
                            COMMUNE,
                            RoundKind.COLLECTIVE,
                            2,
                            List.of(QuarterCalendar.CALENDAR.days(new Quarter(2026, 1)), DAYS),
                            5,
                            10));
        }

        @Test
        void checksWhatTheRoundIsAbout() {
            scenario.when(open(COMMUNE, 3, 1, 0)).isRefusedBy(SCORING_RULE_IS_PUBLISHED, 3);
            scenario.when(open(COMMUNE, 1, 0, 0)).isRefusedBy(QUOTA_IS_PLAUSIBLE, 200);
            scenario.when(open(COMMUNE, 1, 1, 61)).isRefusedBy(OBJECTION_DAYS_ARE_PLAUSIBLE, 60);
            scenario.when(new OpenRound(ROUND, COMMUNE, RoundKind.INDIVIDUAL, 1, Q2, Q2.previous(), 1, 0))
                    .isRefusedBy(ROUND_HAS_SOME_BUT_NOT_TOO_MANY_QUARTERS, 8);
            scenario.when(new OpenRound(ROUND, COMMUNE, RoundKind.INDIVIDUAL, 1, new Quarter(2000, 1), Q2, 1, 0))
                    .isRefusedBy(ROUND_HAS_SOME_BUT_NOT_TOO_MANY_QUARTERS, 8);
            scenario.when(open(NOWHERE, 1, 1, 0)).isAboutSomethingAbsent("unit", NOWHERE);
            LocalDate before = FOUNDED.minusDays(1);
            clock.set(at(before, "09:00"));
            scenario.when(open(COMMUNE, 1, 1, 0)).isRefusedBy(ROUND_IS_IN_A_UNIT_IN_FORCE, before);
        }

        @Test
        void isTakenBackByCancelling() {
            scenario.given(open(COMMUNE, 1, 1, 0));

            scenario.when(new CancelRound(ROUND, WHY)).decides(new RoundCancelled(ROUND, COMMUNE));
            scenario.when(nominate(LAN_NAMED)).isRefusedBy(ROUND_IS_NOT_CANCELLED);
            scenario.when(new ScoreRound(ROUND)).isRefusedBy(ROUND_IS_NOT_CANCELLED);
        }
    }

    @Nested
    final class Nominating {

        @Test
        void proposesWhoBelongsToTheArea() {
            scenario.given(open(COMMUNE, 1, 1, 0));

            scenario.when(nominate(LAN_NAMED)).decides(new CandidateNominated(ROUND, COMMUNE, LAN_NAMED));
            scenario.when(nominate(LAN_NAMED)).isRefusedBy(CANDIDATE_IS_NOMINATED_ONCE);
            scenario.when(nominate(Candidate.of(TUAN))).isRefusedBy(CANDIDATE_IS_OF_THE_AREA);
            scenario.when(nominate(Candidate.of(TEAM))).isRefusedBy(CANDIDATE_IS_OF_THE_KIND_OF_THE_ROUND);
        }

        @Test
        void isWithdrawn() {
            scenario.given(open(COMMUNE, 1, 1, 0), nominate(LAN_NAMED));

            scenario.when(new WithdrawNomination(ROUND, HUNG_NAMED, WHY))
                    .isRefusedBy(CANDIDATE_IS_NOMINATED, HUNG.value());
            scenario.when(new WithdrawNomination(ROUND, LAN_NAMED, WHY))
                    .decides(new NominationWithdrawn(ROUND, COMMUNE, LAN_NAMED));
            scenario.when(nominate(LAN_NAMED)).decides(new CandidateNominated(ROUND, COMMUNE, LAN_NAMED));
        }
    }

    @Nested
    final class Scoring {

        @Test
        void pinsTheCommitTheTeamsAndTheHashOfAllItFound() {
            scenario.given(open(COMMUNE, 1, 1, 5));

            scenario.when(new ScoreRound(ROUND))
                    .decides(RoundScored.of(1, scoring(1, helped(4, 2)), 20, "ab".repeat(32), TODAY.plusDays(5)));
            assertThat(score().number()).isEqualTo(2);
        }

        @Test
        void scoresEverybodyNominatedOrNot() {
            scenario.given(open(COMMUNE, 1, 1, 0));

            // 4 * 800 / 50000 of 40 points and one active month of three; 2 * 800 / 50000 of 40; nothing
            assertThat(score().standings())
                    .containsExactly(
                            new CandidateStanding(HUNG_NAMED, 1_280, List.of()),
                            new CandidateStanding(LAN_NAMED, 2_560 + 3_333, List.of()),
                            new CandidateStanding(MAI_NAMED, 0, List.of()));
        }

        @Test
        void namesTheGatesThatSomebodyDoesNotPass() {
            List<DomainEvent> late = new ArrayList<>(helped(4, 2));
            late.remove(1);
            figures.saying(21, late);
            scenario.given(open(COMMUNE, 1, 1, 0));

            assertThat(score().standings())
                    .extracting(CandidateStanding::failed)
                    .containsOnly(List.of(Gate.REPORTS_IN_TIME));
        }

        @Test
        void isOfNoMoreCandidatesThanAnEventHolds() {
            scenario.given(open(COMMUNE, 1, 1, 0));
            figures.saying(30, members(5_001));
            scenario.when(new ScoreRound(ROUND)).isRefusedBy(ROUND_HAS_NOT_TOO_MANY_CANDIDATES, 5_000);
        }

        private static List<DomainEvent> members(int number) {
            List<FoundingMember> members = IntStream.range(0, number)
                    .mapToObj(each -> new FoundingMember(new MemberId("m-" + each), MemberOrigin.OTHER))
                    .toList();
            return List.of(new TeamFormed(
                    TEAM,
                    "Tổ",
                    signedOn(FOUNDED),
                    List.of(HAMLET),
                    members,
                    members.getFirst().member(),
                    FOUNDED));
        }

        @Test
        void waitsForTheEndOfThePeriodAndForTeams() {
            LocalDate lastDay = QuarterCalendar.CALENDAR.days(Q2.next()).lastDay();
            scenario.given(new OpenRound(ROUND, COMMUNE, RoundKind.INDIVIDUAL, 1, Q2, Q2.next(), 1, 0));
            scenario.when(new ScoreRound(ROUND)).isRefusedBy(PERIOD_OF_THE_ROUND_HAS_ENDED, lastDay);
            clock.set(at(lastDay.plusDays(1), "09:00"));
            scenario.whereReportsRead(new FixedFigures());
            scenario.when(new ScoreRound(ROUND)).isRefusedBy(ROUND_COVERS_SOME_BUT_NOT_TOO_MANY_TEAMS, 400);
        }

        @Test
        void takesTheTeamsThatLieInTheAreaAndNoOthers() {
            scenario.whereReportsRead(
                    new FixedFigures().with(FAR_HAMLET, TEAM, FAR_TEAM).saying(20, helped(4, 2)));
            scenario.given(open(FAR_HAMLET, 1, 1, 0));

            assertThat(score().teams()).containsExactly(FAR_TEAM);
        }

        @Test
        void takesTheTeamsOfAllUnitsBelow() {
            scenario.whereReportsRead(
                    new FixedFigures().with(PROVINCE, TEAM, FAR_TEAM).saying(20, helped(4, 2)));
            scenario.given(open(PROVINCE, 1, 1, 0));

            assertThat(score().teams()).containsExactly(TEAM, FAR_TEAM).doesNotContain(new TeamId("another"));
        }
    }

    @Nested
    final class Objecting {

        @Test
        void namesTheFigureAndIsAnsweredBySomebodyElse() {
            ready();
            scenario.as("mai")
                    .when(new ObjectToScore(ROUND, LAN_NAMED, "HOUSEHOLDS_HELPED", WHY))
                    .decides(new ScoreObjected(ROUND, COMMUNE, 1, LAN_NAMED, "HOUSEHOLDS_HELPED", "mai"));
            scenario.when(new AnswerObjection(ROUND, 1, false, WHY)).isRefusedBy(WHO_ANSWERS_IS_NOT_WHO_OBJECTED);
            scenario.as("can-bo")
                    .when(new AnswerObjection(ROUND, 2, false, WHY))
                    .isRefusedBy(OBJECTION_IS_OPEN, 2);
            scenario.when(new AnswerObjection(ROUND, 1, false, WHY))
                    .decides(new ObjectionAnswered(ROUND, COMMUNE, 1, LAN_NAMED, false));
            scenario.when(new AnswerObjection(ROUND, 1, false, WHY)).isRefusedBy(OBJECTION_IS_OPEN, 1);
        }

        @Test
        void isAboutAScoreAndAFigureOfTheRule() {
            scenario.given(open(COMMUNE, 1, 1, 0));
            scenario.when(new ObjectToScore(ROUND, LAN_NAMED, "CONFIRMED", WHY)).isRefusedBy(ROUND_IS_SCORED);
            score();
            scenario.when(new ObjectToScore(ROUND, Candidate.of(TUAN), "CONFIRMED", WHY))
                    .isRefusedBy(CANDIDATE_IS_SCORED, TUAN.value());
            scenario.when(new ObjectToScore(ROUND, LAN_NAMED, "BEAUTY", WHY))
                    .isRefusedBy(FIGURE_IS_OF_THE_RULE, "BEAUTY");
            scenario.when(new ObjectToScore(ROUND, LAN_NAMED, "REPORTS_IN_TIME", "Gọi số 0912345678"))
                    .isRefusedBy(CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void endsSomewhere() {
            ready();
            for (int each = 0; each < 500; each++) {
                scenario.given(new ObjectToScore(ROUND, LAN_NAMED, "CONFIRMED", WHY));
            }
            scenario.when(new ObjectToScore(ROUND, LAN_NAMED, "CONFIRMED", WHY))
                    .isRefusedBy(ROUND_HAS_NOT_TOO_MANY_OBJECTIONS, 500);
        }

        @Test
        void keepsTheDecisionUntilItIsSettled() {
            String content = ready().pin().content();
            DecideRound decide = new DecideRound(ROUND, content, List.of(place(LAN_NAMED, null)));
            scenario.as("mai")
                    .given(new ObjectToScore(ROUND, LAN_NAMED, "CONFIRMED", WHY))
                    .as("can-bo");
            scenario.when(decide).isRefusedBy(OBJECTIONS_ARE_ANSWERED, 1);
            scenario.given(new AnswerObjection(ROUND, 1, true, WHY));
            scenario.when(decide).isRefusedBy(SCORES_FOLLOW_UPHELD_OBJECTIONS);
            figures.saying(30, helped(3, 2));
            String again = score().pin().content();
            scenario.when(decide).isRefusedBy(DECISION_NAMES_THE_LATEST_SCORES, again);
            assertThat(scenario.send(new DecideRound(ROUND, again, List.of(place(LAN_NAMED, null)))))
                    .hasSize(1);
        }
    }

    @Nested
    final class Deciding {

        @Test
        void followsTheScores() {
            RoundScored scores = ready();

            scenario.when(new DecideRound(
                            ROUND, scores.pin().content(), List.of(place(LAN_NAMED, null), place(HUNG_NAMED, null))))
                    .decides(new RoundDecided(
                            ROUND,
                            COMMUNE,
                            scores.pin(),
                            List.of(
                                    new HonourPlace(LAN_NAMED, 5_893, null),
                                    new HonourPlace(HUNG_NAMED, 1_280, null))));
            scenario.when(new ScoreRound(ROUND)).isRefusedBy(ROUND_IS_NOT_DECIDED);
            scenario.when(new CancelRound(ROUND, WHY)).isRefusedBy(ROUND_IS_NOT_DECIDED);
        }

        @Test
        void hasAReasonForEachPlaceThatLeavesTheirOrder() {
            RoundScored scores = ready();
            String content = scores.pin().content();

            scenario.when(new DecideRound(ROUND, content, List.of(place(HUNG_NAMED, null))))
                    .isRefusedBy(PLACE_OUT_OF_ORDER_HAS_A_REASON, HUNG.value());
            scenario.when(new DecideRound(ROUND, content, List.of(place(HUNG_NAMED, "Số 0912345678"))))
                    .isRefusedBy(CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER);
            scenario.when(new DecideRound(ROUND, content, List.of(place(HUNG_NAMED, WHY), place(LAN_NAMED, null))))
                    .decides(new RoundDecided(
                            ROUND,
                            COMMUNE,
                            scores.pin(),
                            List.of(new HonourPlace(HUNG_NAMED, 1_280, WHY), new HonourPlace(LAN_NAMED, 5_893, null))));
        }

        @Test
        void takesThoseWhoAreNominatedEligibleAndWithinTheQuota() {
            String content = ready().pin().content();
            scenario.when(new DecideRound(ROUND, content, List.of())).isRefusedBy(DECISION_KEEPS_TO_THE_QUOTA, 2);
            scenario.when(new DecideRound(ROUND, content, List.of(place(MAI_NAMED, WHY))))
                    .isRefusedBy(CANDIDATE_IS_NOMINATED, MAI.value());
            scenario.when(new DecideRound(ROUND, content, List.of(place(Candidate.of(TUAN), WHY))))
                    .isRefusedBy(CANDIDATE_IS_SCORED, TUAN.value());
            scenario.when(new DecideRound(ROUND, content, List.of(place(LAN_NAMED, null), place(LAN_NAMED, null))))
                    .isRefusedBy(CANDIDATE_HAS_ONE_PLACE, LAN.value());
            figures.saying(30, helped(4, 2).subList(0, 1));
            scenario.when(new DecideRound(ROUND, score().pin().content(), List.of(place(LAN_NAMED, null))))
                    .isRefusedBy(PLACED_CANDIDATE_IS_ELIGIBLE, LAN.value());
        }

        @Test
        void asksWhyOnceTheLedgerGivesOtherRanksOrGates() {
            String content = ready().pin().content();
            DecideRound decide = new DecideRound(ROUND, content, List.of(place(LAN_NAMED, null)));
            figures.saying(40, helped(1, 3));
            scenario.when(decide).isRefusedBy(DECISION_BY_SCORES_THAT_CHANGED_HAS_A_REASON, 2);
            figures.saying(41, helped(4, 2).subList(0, 1));
            scenario.when(decide).isRefusedBy(DECISION_BY_SCORES_THAT_CHANGED_HAS_A_REASON, 3);
            scenario.when(new DecideRound(ROUND, content, decide.places(), "Số 0912345678", 41L))
                    .isRefusedBy(CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER);
            for (Long seen : Arrays.asList(null, 0L, 40L, 42L)) {
                scenario.when(new DecideRound(ROUND, content, decide.places(), WHY, seen))
                        .isRefusedBy(REASON_IS_ABOUT_THE_SCORES_OF_TODAY, 41L);
            }
            assertThat(scenario.send(new DecideRound(ROUND, content, decide.places(), WHY, 41L)))
                    .hasSize(1);
        }

        @Test
        void asksWhyOnceATeamOfTheAreaIsInNoFrozenScore() {
            String content = ready().pin().content();
            List<DomainEvent> events = new ArrayList<>(helped(4, 2));
            events.add(new TeamFormed(
                    FAR_TEAM,
                    "Tổ ghi muộn",
                    signedOn(FOUNDED),
                    List.of(FAR_HAMLET),
                    List.of(new FoundingMember(TUAN, MemberOrigin.TEACHER)),
                    TUAN,
                    FOUNDED));
            events.add(new QuarterlyReportSubmitted(
                    FAR_TEAM, Q2, QuarterCalendar.CALENDAR, 1, 4, List.of(), 1, "00".repeat(32), false, null));
            for (int each = 0; each < 3; each++) {
                events.add(help("tuan-" + each, FAR_TEAM, TUAN, each));
            }
            figures.saying(40, events).with(COMMUNE, FAR_TEAM);
            scenario.when(new DecideRound(ROUND, content, List.of(place(LAN_NAMED, null))))
                    .isRefusedBy(DECISION_BY_SCORES_THAT_CHANGED_HAS_A_REASON, 3);
            assertThat(scenario.send(new DecideRound(ROUND, content, List.of(place(LAN_NAMED, null)), WHY, 40L)))
                    .hasSize(1);
        }

        @Test
        void goesOnWithAReasonWhereTheAreaHasAsManyTeamsAsNoScoringTakes() {
            String content = ready().pin().content();
            scenario.whereReportsRead(new FixedFigures().saying(41, helped(4, 2)));
            scenario.when(new ScoreRound(ROUND)).isRefusedBy(ROUND_COVERS_SOME_BUT_NOT_TOO_MANY_TEAMS, 400);
            assertThat(scenario.send(new DecideRound(ROUND, content, List.of(place(LAN_NAMED, null)), WHY, 41L)))
                    .hasSize(1);
        }

        @Test
        void goesOnWhereNobodyHasChangedPlacesSinceTheComparison() {
            String content = ready().pin().content();
            figures.saying(40, helped(1, 3));
            figures.saying(41, helped(1, 4));
            assertThat(scenario.send(new DecideRound(ROUND, content, List.of(place(LAN_NAMED, null)), WHY, 40L)))
                    .hasSize(1);
        }

        @Test
        void asksForNothingWhereNobodyChangesPlaces() {
            String content = ready().pin().content();
            figures.saying(40, helped(3, 2));
            assertThat(scenario.send(new DecideRound(ROUND, content, List.of(place(LAN_NAMED, null)))))
                    .hasSize(1);
        }

        @Test
        void waitsForObjections() {
            scenario.given(open(COMMUNE, 1, 2, 5), nominate(LAN_NAMED));
            DecideRound decide = new DecideRound(ROUND, score().pin().content(), List.of(place(LAN_NAMED, null)));

            scenario.when(decide).isRefusedBy(DECISION_WAITS_FOR_OBJECTIONS, TODAY.plusDays(5));
            clock.set(at(TODAY.plusDays(5), "09:00"));
            assertThat(scenario.send(decide)).hasSize(1);
        }
    }

    @Nested
    final class Honouring {

        private final RoundScored scores = ready();

        Honouring() {
            scenario.given(new DecideRound(ROUND, scores.pin().content(), List.of(place(LAN_NAMED, null))));
        }

        private RecordPublicationConsent consent(Candidate candidate, int version, MemberId witness, LocalDate day) {
            return new RecordPublicationConsent(
                    ROUND, candidate, version, ConsentMethod.SIGNED_FORM, TEAM, witness, day);
        }

        @Test
        void isPublishedWithTheConsentOfThePerson() {
            PublishHonours publish = new PublishHonours(ROUND, List.of(LAN_NAMED));
            scenario.when(publish).isRefusedBy(HONOURED_PERSON_CONSENTS, LAN.value());
            scenario.when(consent(LAN_NAMED, 1, HUNG, TODAY))
                    .decides(new PublicationConsented(
                            ROUND,
                            COMMUNE,
                            LAN_NAMED,
                            new PublicationConsent(1, ConsentMethod.SIGNED_FORM, new Responsible(TEAM, HUNG), TODAY)));
            scenario.when(new PublishHonours(ROUND, List.of())).isRefusedBy(PUBLICATION_NAMES_SOMEBODY);
            scenario.when(new PublishHonours(ROUND, List.of(HUNG_NAMED)))
                    .isRefusedBy(CANDIDATE_IS_HONOURED, HUNG.value());
            scenario.when(publish).decides(new HonoursPublished(ROUND, COMMUNE, List.of(LAN_NAMED)));
            scenario.when(publish).isRefusedBy(HONOUR_IS_PUBLISHED_ONCE, LAN.value());
        }

        @Test
        void isPublishedForAReasonOnceTheLedgerGivesOtherRanks() {
            scenario.given(consent(LAN_NAMED, 1, HUNG, TODAY));
            figures.saying(40, helped(1, 3));
            scenario.when(new PublishHonours(ROUND, List.of(LAN_NAMED)))
                    .isRefusedBy(PUBLICATION_BY_SCORES_THAT_CHANGED_HAS_A_REASON, 2);
            scenario.when(new PublishHonours(ROUND, List.of(LAN_NAMED), WHY, 40L))
                    .decides(new HonoursPublished(ROUND, COMMUNE, List.of(LAN_NAMED)));
        }

        @Test
        void hasAConsentWithAnotherPersonAsWitness() {
            scenario.when(consent(LAN_NAMED, 0, HUNG, TODAY))
                    .isRefusedBy(CONSENT_TO_PUBLICATION_NAMES_A_VERSION_OF_ITS_TEXT);
            scenario.when(consent(LAN_NAMED, 1, LAN, TODAY)).isRefusedBy(WITNESS_IS_ANOTHER_MEMBER, TODAY);
            scenario.when(consent(LAN_NAMED, 1, TUAN, TODAY)).isRefusedBy(WITNESS_IS_ANOTHER_MEMBER, TODAY);
            scenario.when(consent(LAN_NAMED, 1, HUNG, TODAY.plusDays(1)))
                    .isRefusedBy(CONSENT_TO_PUBLICATION_IS_NOT_IN_THE_FUTURE, TODAY.plusDays(1), TODAY);
            scenario.when(consent(HUNG_NAMED, 1, LAN, TODAY)).isRefusedBy(CANDIDATE_IS_HONOURED, HUNG.value());
        }

        @Test
        void hasAConsentThatIsWithdrawn() {
            WithdrawPublicationConsent withdraw = new WithdrawPublicationConsent(ROUND, LAN_NAMED);
            scenario.when(withdraw).isRefusedBy(CONSENT_TO_PUBLICATION_IS_IN_FORCE);
            scenario.given(consent(LAN_NAMED, 1, HUNG, TODAY));
            scenario.when(consent(LAN_NAMED, 1, HUNG, TODAY)).isRefusedBy(CONSENT_TO_PUBLICATION_IS_RECORDED_ONCE);
            scenario.when(withdraw).decides(new PublicationConsentWithdrawn(ROUND, COMMUNE, LAN_NAMED));
            scenario.when(new PublishHonours(ROUND, List.of(LAN_NAMED)))
                    .isRefusedBy(HONOURED_PERSON_CONSENTS, LAN.value());
        }

        @Test
        void isRevokedForAFigureThatProvedFalse() {
            RevokeHonour revoke = new RevokeHonour(ROUND, LAN_NAMED, List.of(Criterion.HOUSEHOLDS_HELPED), WHY);
            scenario.when(new RevokeHonour(ROUND, LAN_NAMED, List.of(), WHY)).isRefusedBy(REVOCATION_NAMES_A_FIGURE);
            scenario.when(revoke).isRefusedBy(REVOKED_FIGURE_PROVED_FALSE, "HOUSEHOLDS_HELPED");
            List<DomainEvent> voided = new ArrayList<>(helped(4, 2));
            voided.add(new AssistanceVoided(new AssistanceId("lan-0"), TEAM, Beneficiary.walkIn(HAMLET)));
            figures.saying(40, voided);

            HonourRevoked revoked = (HonourRevoked) scenario.send(revoke).getFirst();

            assertThat(revoked.figures()).containsExactly(new FalseFigure(Criterion.HOUSEHOLDS_HELPED, 2_560, 1_920));
            assertThat(revoked.decided()).isEqualTo(scores.pin());
            assertThat(revoked.present().content())
                    .isEqualTo(scoring(1, voided).content(40, "ab".repeat(32)).hash());
            scenario.when(revoke).isRefusedBy(CANDIDATE_IS_HONOURED, LAN.value());
            scenario.when(new PublishHonours(ROUND, List.of(LAN_NAMED)))
                    .isRefusedBy(CANDIDATE_IS_HONOURED, LAN.value());
        }
    }

    @Test
    void aTeamIsPublishedWithoutConsent() {
        Candidate team = Candidate.of(TEAM);
        scenario.given(new OpenRound(ROUND, COMMUNE, RoundKind.COLLECTIVE, 1, Q2, Q2, 1, 0), nominate(team));
        scenario.when(new PublishHonours(ROUND, List.of(team))).isRefusedBy(ROUND_IS_DECIDED);
        scenario.given(new DecideRound(ROUND, score().pin().content(), List.of(place(team, null))));

        scenario.when(new RecordPublicationConsent(ROUND, team, 1, ConsentMethod.SPOKEN, TEAM, LAN, TODAY))
                .isRefusedBy(TEAM_NEEDS_NO_CONSENT);
        scenario.when(new PublishHonours(ROUND, List.of(team)))
                .decides(new HonoursPublished(ROUND, COMMUNE, List.of(team)));
    }
}
