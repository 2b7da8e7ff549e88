package vn.soto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackAnswered;
import vn.soto.contracts.goal.TargetEvent.TargetSet;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonourRevoked;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundDecided;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportEvent.ReportAccepted;
import vn.soto.contracts.report.ReportEvent.ReportReturned;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.TeamBroughtUpToDate;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitId;
import vn.soto.demo.loaded.LoadedDemo;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.sqlite.SqliteLedgerReader;

/** The ledger that a first start makes of the demo, beside the script, through all rules; loaded here for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class DemoLedgerIT {

    private static final Pattern CHAIN = Pattern.compile("[0-9a-f]{64}");

    private final EventCodec codec = EventCodec.product();
    private final DemoScript script = new DemoScript();
    private final DemoPlay play = script.play();
    private final List<ScriptStep> steps =
            play.days().flatMap(day -> day.steps().stream()).toList();
    private final List<ScriptStep> names = play.names().steps();
    private final List<ScriptStep> recent = recent(play, LoadedDemo.DAY);
    private final List<Commit> commits = new ArrayList<>();
    private final List<DomainEvent> events = new ArrayList<>();
    private final List<Long> commitOf = new ArrayList<>();
    private final Map<UUID, Commit> commitOfStep = new HashMap<>();

    private SqliteLedgerReader ledger;

    @BeforeAll
    void read() {
        ledger = SqliteLedgerReader.open(LoadedDemo.folder().resolve("ledger.sqlite"));
        while (commits.size() < ledger.tail().number()) {
            commits.addAll(ledger.commits(commits.size() + 1, 1_000));
        }
        for (Commit commit : commits) {
            if (commit.origin() instanceof Origin.Command command) {
                commitOfStep.put(command.id(), commit);
            }
            if (commit.number() <= steps.size()) {
                for (RecordedEvent event : commit.events()) {
                    commitOf.add(commit.number());
                    events.add(codec.decode(event.type(), event.payload()));
                }
            }
        }
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    private static List<ScriptStep> recent(DemoPlay play, LocalDate today) {
        return play.recent(today).flatMap(day -> day.steps().stream()).toList();
    }

    private List<ScriptStep> recent(LocalDate today) {
        DemoPlay again = script.play();
        again.days().forEach(day -> {});
        return recent(again, today);
    }

    private Commit commitOf(ScriptStep step) {
        return Objects.requireNonNull(commitOfStep.get(step.id()), step::toString);
    }

    /** The last commit of the script, before accounts have rights. */
    private Commit last() {
        return commits.get(steps.size() - 1);
    }

    @Test
    void acceptsEveryCommandAsOneCommit() {
        List<Long> numbers = steps.stream().map(step -> commitOf(step).number()).toList();
        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number <= steps.size());
    }

    @Test
    void hasAboutFiftyThousandEvents() {
        assertThat(events).hasSizeBetween(40_000, 60_000);
    }

    @Test
    void leavesALedgerThatVerifies() {
        ChainVerifier verifier = new ChainVerifier(ledger.origin());
        commits.forEach(verifier::accept);
        assertThat(verifier.tail()).isEqualTo(ledger.tail());
    }

    @Test
    void isRecordedInSimulatedTime() {
        assertThat(VietnamTime.day(commits.getFirst().at())).isEqualTo(Story.FIRST_DAY);
        assertThat(VietnamTime.day(last().at())).isBetween(Story.YEAR_END.minusDays(3), Story.YEAR_END);
        steps.forEach(step -> {
            Instant at = commitOf(step).at();
            assertThat(VietnamTime.day(at)).isEqualTo(VietnamTime.day(step.at()));
            assertThat(Duration.between(step.at(), at)).isBetween(Duration.ZERO, DemoLoader.WINDOW);
        });
    }

    /**
     * Documents about these quarters are about these events. They are the same as before, byte for byte, and no others
     * are among them. Chain hashes and the order of commands sent at the same time are those of one loading. A later
     * chapter adds events.
     */
    @Test
    void theQuartersBeforeTheReformNeverChange() {
        List<String> told = commits.stream()
                .filter(commit -> VietnamTime.day(commit.at()).isBefore(DemoReform.DAY))
                .flatMap(commit -> commit.events().stream())
                .map(event -> event.type()
                        + CHAIN.matcher(new String(event.payload().bytes(), StandardCharsets.UTF_8))
                                .replaceAll("<chain>"))
                .sorted()
                .toList();

        assertThat(told).hasSize(18_462);
        assertThat(Hash.sha256(String.join("\n", told).getBytes(StandardCharsets.UTF_8)))
                .hasToString("e356b13f059a2c0f98b4c28182e0a583a9cffd0920a514f4bf48c332c0876561");
    }

    /** The script has them in the clear. */
    @Test
    void namesAreSealed() {
        assertThat(names).hasSizeGreaterThan(400).allSatisfy(step -> {
            String clear = step.command() instanceof RecordMemberProfile member
                    ? member.name().text()
                    : ((RecordHouseholdContact) step.command()).headName().text();
            String stored =
                    new String(commitOf(step).events().getFirst().payload().bytes(), StandardCharsets.UTF_8);
            assertThat(stored)
                    .doesNotContain(
                            clear, new String(Base64.getUrlDecoder().decode(clear), StandardCharsets.UTF_8).strip());
        });
    }

    @Test
    void theDaysBeforeTheLoadingFollowAndEndTheDayBeforeIt() {
        boolean loadedAtMidnight = !recent.stream().allMatch(step -> commitOfStep.containsKey(step.id()));
        LocalDate today = LoadedDemo.DAY.plusDays(loadedAtMidnight ? 1 : 0);

        (loadedAtMidnight ? recent(today) : recent).forEach(step -> {
            Commit commit = commitOf(step);
            assertThat(commit.number()).isGreaterThan(steps.size());
            assertThat(VietnamTime.day(commit.at()))
                    .isEqualTo(VietnamTime.day(step.at()))
                    .isBetween(Story.YEAR_END.plusDays(1), today.minusDays(1));
        });
        assertThat(VietnamTime.day(commits.getLast().at())).isBetween(today.minusDays(3), today.minusDays(1));
    }

    @Test
    void holdsTheProvinceAndTheDistrictsNeighbourhoods() {
        List<UnitEstablished> units = all(UnitEstablished.class)
                .filter(unit -> unit.effectiveFrom().isBefore(DemoReform.DAY))
                .toList();
        assertThat(units.stream().filter(unit -> !unit.kind().residential())).hasSize(101);
        assertThat(units.stream().filter(unit -> unit.kind().residential()))
                .hasSize(script.crews().size());
    }

    @Test
    void holdsMistakesPutRight() {
        long records = all(AssistanceRecorded.class).count();
        assertThat(all(AssistanceCorrected.class).count()).isBetween(records / 80, records / 45);
        assertThat(all(AssistanceVoided.class).count()).isBetween(records / 200, records / 100);
    }

    /** The honour was decided by the scores, and what call-backs denied took it back; nothing of it is gone. */
    @Test
    void holdsAnHonourThatWasRevokedBecauseVisitsWereInvented() {
        HonourRevoked revoked = all(HonourRevoked.class).findFirst().orElseThrow();
        RoundDecided decided = all(RoundDecided.class)
                .filter(round -> round.round().equals(revoked.round()))
                .findFirst()
                .orElseThrow();
        assertThat(decided.places()).extracting(place -> place.candidate()).containsExactly(revoked.candidate());
        assertThat(revoked.figures()).allMatch(figure -> figure.present() < figure.decided());
        Set<AssistanceId> denied = all(CallBackAnswered.class)
                .filter(answer -> answer.result() == Verification.DENIED)
                .map(CallBackAnswered::assistance)
                .collect(Collectors.toSet());
        Set<AssistanceId> voided =
                all(AssistanceVoided.class).map(AssistanceVoided::assistance).collect(Collectors.toSet());
        assertThat(denied).hasSize(3).isSubsetOf(voided);
        assertThat(all(QuarterlyReportSubmitted.class)
                        .filter(report -> report.quarter().equals(RecognitionScene.QUARTER) && report.version() == 2))
                .hasSize(1);
    }

    @Test
    void holdsATeamFlaggedForAWeek() {
        Crew crew = script.crews().get(Story.UNDERSTAFFED - 1);
        assertThat(all(TeamFlaggedUnderstaffed.class))
                .containsExactly(new TeamFlaggedUnderstaffed(crew.id(), 2, 3, Story.MEMBER_LEFT.plusDays(1)));
        assertThat(all(TeamStaffingRestored.class))
                .containsExactly(new TeamStaffingRestored(crew.id(), 3, 3, Story.MEMBER_REPLACED));
        assertThat(all(HouseholdReassigned.class)
                        .filter(moved -> moved.to().team().equals(crew.id())))
                .hasSizeGreaterThan(30);
    }

    @Test
    void holdsANewLeader() {
        assertThat(all(LeaderAppointed.class).map(LeaderAppointed::team))
                .containsExactly(script.crews().get(Story.NEW_LEADER - 1).id());
    }

    @Test
    void holdsACaseloadAboveTarget() {
        assertThat(all(CaseloadChanged.class)
                        .filter(CaseloadChanged::aboveTarget)
                        .map(CaseloadChanged::team))
                .contains(script.crews().get(Story.BUSIEST - 1).id());
        assertThat(all(HouseholdAssigned.class).count())
                .isLessThan(all(CaseloadChanged.class).count());
    }

    @Test
    void holdsReportsInTimeLateAgainAndNever() {
        assertThat(firstReports(Story.LATE))
                .extracting(QuarterlyReportSubmitted::late)
                .containsExactly(true);
        assertThat(firstReports(Story.TWICE))
                .extracting(QuarterlyReportSubmitted::version)
                .containsExactly(1, 2);
        assertThat(firstReports(Story.TWICE))
                .extracting(QuarterlyReportSubmitted::figures)
                .doesNotHaveDuplicates();
        assertThat(firstReports(Story.SILENT)).isEmpty();
        assertThat(firstReports(Story.BUSIEST))
                .extracting(QuarterlyReportSubmitted::late)
                .containsExactly(false);
        assertThat(all(QuarterlyReportSubmitted.class)
                        .filter(report -> report.quarter().equals(Story.SECOND_QUARTER)))
                .hasSizeBetween(script.crews().size() / 2, script.crews().size() - 4);
    }

    @Test
    void holdsTheReform() {
        assertThat(all(UnitEstablished.class).filter(unit -> Story.CITY.equals(unit.parent())))
                .hasSize(36)
                .allMatch(unit -> unit.effectiveFrom().equals(DemoReform.DAY));
        assertThat(all(UnitMerged.class)).hasSize(91 - 16 + 1);
        assertThat(all(UnitSplit.class)).hasSize(16);
        assertThat(all(UnitAbolished.class)).hasSize(9);
        assertThat(all(TeamBroughtUpToDate.class).map(TeamBroughtUpToDate::team))
                .containsExactlyElementsOf(script.crews().stream().map(Crew::id).toList());
    }

    /** Of the year after the reform: returned and sent again, accepted and then found to differ, late, missed. */
    @Test
    void holdsTheYearOfReportsThatGoUpTheLine() {
        List<QuarterlyReportSubmitted> year = all(QuarterlyReportSubmitted.class)
                .filter(report -> YearScene.QUARTERS.contains(report.quarter()) && isOfTheDistrict(report.team()))
                .toList();
        assertThat(year).extracting(QuarterlyReportSubmitted::quarter).containsAll(YearScene.QUARTERS);
        assertThat(year)
                .filteredOn(QuarterlyReportSubmitted::late)
                .singleElement()
                .satisfies(late -> assertThat(late.team()).isEqualTo(crew(Story.LATE)));
        assertThat(all(ReportReturned.class)).extracting(ReportReturned::team).containsExactly(crew(Story.TWICE));
        assertThat(all(ReportAccepted.class).filter(accepted -> accepted.team().equals(crew(Story.TWICE))))
                .extracting(ReportAccepted::version)
                .contains(2);
        assertThat(all(ReportAccepted.class).filter(accepted -> isOfTheDistrict(accepted.team())))
                .hasSize(year.size() - 1);
        assertThat(differsSince(crew(Story.BUSIEST), YearScene.QUARTERS.get(2))).isTrue();
        List<UnitReportSubmitted> consolidated = all(UnitReportSubmitted.class).toList();
        assertThat(consolidated).extracting(UnitReportSubmitted::unit).contains(Story.CITY);
        assertThat(consolidated.stream().flatMap(report -> report.content().missing().stream()))
                .extracting(missing -> missing.reporter().id())
                .contains(crew(Story.SILENT).value());
        assertThat(all(TargetSet.class))
                .singleElement()
                .satisfies(target -> assertThat(consolidated.stream()
                                .filter(report -> report.unit().equals(target.unit())
                                        && report.quarter().equals(target.quarter()))
                                .flatMap(report -> report.content().lines().stream())
                                .filter(line -> line.code().equals(target.indicator())))
                        .singleElement()
                        .satisfies(line -> assertThat(target.goal()
                                        .met(line.value(), target.goal().value()))
                                .isFalse()));
    }

    private boolean isOfTheDistrict(TeamId team) {
        return script.crews().stream().anyMatch(crew -> crew.id().equals(team));
    }

    /** Every commune that the reform made has teams that help in each quarter, and of their reports some are late and some lack. */
    @Test
    void holdsAProvinceThatIsAlive() {
        Map<TeamId, UnitId> placed = all(TeamFormed.class)
                .collect(Collectors.toMap(
                        TeamFormed::team, formed -> formed.coverage().iterator().next()));
        Map<UnitId, UnitId> parents = all(UnitEstablished.class)
                .filter(unit -> unit.kind().residential())
                .collect(Collectors.toMap(UnitEstablished::unit, unit -> Objects.requireNonNull(unit.parent())));
        Set<UnitId> others = DemoReform.communes().stream()
                .map(EstablishUnit::unit)
                .filter(unit -> !ProvinceScene.taken(script.crews()).contains(unit))
                .collect(Collectors.toSet());
        Map<Quarter, Set<UnitId>> helping = all(AssistanceRecorded.class)
                .collect(Collectors.groupingBy(
                        record -> QuarterCalendar.CALENDAR.of(
                                VietnamTime.day(record.content().occurredAt())),
                        Collectors.mapping(record -> parents.get(placed.get(record.team())), Collectors.toSet())));
        assertThat(YearScene.QUARTERS)
                .allSatisfy(quarter -> assertThat(helping.get(quarter)).containsAll(others));
        List<QuarterlyReportSubmitted> reports = all(QuarterlyReportSubmitted.class)
                .filter(report ->
                        !isOfTheDistrict(report.team()) && report.quarter().equals(new Quarter(2026, 1)))
                .toList();
        assertThat(reports).extracting(QuarterlyReportSubmitted::late).contains(true, false);
        assertThat(reports).hasSizeLessThan(placed.size() - script.crews().size());
    }

    private TeamId crew(int number) {
        return script.crews().get(number - 1).id();
    }

    /** Whether the figures of an accepted report are others now. */
    private boolean differsSince(TeamId team, Quarter quarter) {
        QuarterlyReportSubmitted accepted = all(QuarterlyReportSubmitted.class)
                .filter(report -> report.team().equals(team) && report.quarter().equals(quarter))
                .findFirst()
                .orElseThrow();
        Indicators now = new Indicators(team, quarter, QuarterCalendar.CALENDAR);
        for (int position = 0; position < events.size(); position++) {
            now.on(position, events.get(position));
        }
        return !now.figures().equals(accepted.figures());
    }

    /** Each successor of the split township gets one of its three neighbourhoods. */
    @Test
    void leavesOneNeighbourhoodUndecided() {
        List<UnitId> inTownship = script.crews().stream()
                .filter(crew -> crew.neighbourhood.commune().equals(Story.SPLIT))
                .map(Crew::unit)
                .toList();
        assertThat(inTownship).hasSize(3);
        assertThat(all(UnitReparented.class).map(UnitReparented::unit))
                .containsExactlyElementsOf(inTownship.subList(0, 2));
        assertThat(all(UnitReparented.class).map(UnitReparented::parent))
                .containsExactly(new UnitId("hcm-012"), new UnitId("hcm-013"));
    }

    /** The two queries of the dashboard: help recorded or corrected after the reports. */
    @Test
    void knowsMoreNowThanWhenReportsWereDue() {
        long due = ledger.numberAsOf(VietnamTime.start(ReportScene.DUE.plusDays(1)));
        assertThat(helpUpTo(steps.size())).isGreaterThan(helpUpTo(due) + 20);
        assertThat(firstReports(Story.TWICE).getFirst().pinnedTo()).isLessThan(due);
        assertThat(firstReports(Story.TWICE).getLast().pinnedTo()).isGreaterThan(due);
    }

    /** Rights on the day after the last: what each account of the demo may do, and where. */
    @Test
    void eachAccountIsAPersonWithAnArea() {
        LocalDate day = VietnamTime.day(ledger.tail().at());
        for (Role role : Role.values()) {
            AccountState account = account(role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            assertThat(account.personOn(day)).as("person of %s", role).isPresent();
            assertThat(account.grantsOn(day))
                    .extracting(AccountState.Grant::role)
                    .isEqualTo(role.followsMembership() ? List.of() : List.of(role));
        }
        Crew crew = script.crews().get(Story.TWICE - 1);
        assertThat(account("leader").personOn(day)).contains(LinkedPerson.of(crew.leader));
        assertThat(account("officer").grantsOn(day))
                .extracting(AccountState.Grant::area)
                .containsExactly(Area.of(new UnitId("hcm-013")));
        assertThat(account("administrator").holdsEverywhere(Role.ADMINISTRATOR, day))
                .isTrue();
        assertThat(account("administrator-2").holdsEverywhere(Role.ADMINISTRATOR, day))
                .isTrue();
        assertThat(account("administrator").personOn(day))
                .isNotEqualTo(account("administrator-2").personOn(day));
    }

    private AccountState account(String name) {
        AccountState account = AccountState.blank(new AccountId(name));
        for (StoredEvent stored : ledger.aggregate(AccessEvent.idOf(account.account()), 0, 100)) {
            account = account.after((AccessEvent) codec.decode(stored));
        }
        return account;
    }

    /** Number of recorded visits of the first quarter, over all teams. */
    private long helpUpTo(long commit) {
        return script.crews().stream()
                .flatMap(crew -> firstQuarter(crew, commit).figures().stream())
                .filter(figure -> figure.code().equals("H05"))
                .mapToLong(Figure::value)
                .sum();
    }

    private Indicators firstQuarter(Crew crew, long commit) {
        Indicators indicators = new Indicators(crew.id(), Story.FIRST_QUARTER, QuarterCalendar.CALENDAR);
        for (int position = 0; position < events.size(); position++) {
            if (commitOf.get(position) <= commit) {
                indicators.on(position, events.get(position));
            }
        }
        return indicators;
    }

    private List<QuarterlyReportSubmitted> firstReports(int crew) {
        return all(QuarterlyReportSubmitted.class)
                .filter(report ->
                        report.team().equals(script.crews().get(crew - 1).id()))
                .filter(report -> report.quarter().equals(Story.FIRST_QUARTER))
                .toList();
    }

    private <E extends DomainEvent> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }
}
