package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.allinone.ImpactState.Touched;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.RejectingSealer;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.http.DryRunAnswer;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.CandidateStanding;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.recognition.RecognitionCommand.DecideRound;
import vn.soto.domain.recognition.RecognitionCommand.NominateCandidate;
import vn.soto.domain.recognition.RecognitionCommand.OpenRound;
import vn.soto.domain.recognition.RecognitionCommand.ProposedPlace;
import vn.soto.domain.recognition.RecognitionCommand.ScoreRound;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.report.UnitReportCommand.AcceptUnitReport;
import vn.soto.domain.report.UnitReportCommand.SubmitUnitReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.CorrectConsolidation;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.plans.CommandTrials;

/**
 * The changes in the preview of a correction are those that then happen, in every figure, report and score, and no
 * others happen. Each preview is applied to the answers before, which must agree with its own values before. From time
 * to time, all is asked again.
 */
@Tag("long")
@Tag("threads")
final class ImpactPreviewTest {

    private static final int CORRECTIONS = 200;
    private static final int BETWEEN_CHECKS = 20;
    private static final int BEFORE = 100;

    /** Reports of the second quarter are in time, as a candidate for an honour needs. */
    private static final Instant IN_TIME = Instant.parse("2026-07-02T02:00:00Z");

    private static final Instrument DECISION = new Instrument("21/QĐ-UBND", LocalDate.of(2026, 6, 30));

    /** After all that happens to the teams. */
    private static final LocalDate CONSOLIDATED = LocalDate.of(2026, 7, 1);

    private static final String REASON = "nhập bù từ sổ tay của tổ";
    private static final JsonMapper JSON = new JsonMapper();
    private static final CommandCatalogue CATALOGUE = CommandCatalogue.product();
    private static final UnitId PROVINCE = new UnitId("p");
    private static final List<UnitId> COMMUNES = List.of(new UnitId("c"), new UnitId("c-2"), new UnitId("c-3"));
    private static final List<String> QUARTERS = List.of("2026-Q1", "2026-Q2", "2026-Q3");
    private static final List<Quarter> REPORTED = List.of(new Quarter(2026, 1), new Quarter(2026, 2));
    private static final List<String> ROUNDS = List.of("r-members", "r-teams");
    private static final List<Kind> KINDS = List.of(
            new Kind("change figures", Touched::figures, 60),
            new Kind("change figures of today's units alone", Touched::onlyToday, 5),
            new Kind("make reports of units outdated", Touched::parts, 20),
            new Kind("change what is accepted below", Touched::changedBelow, 5),
            new Kind("change scores", Touched::scores, 15),
            new Kind("change ranks", Touched::ranks, 2));

    private final List<String> kinds = new ArrayList<>();
    private final List<Touched> touched = new ArrayList<>();
    private @Nullable JsonNode told;
    private String kind = "";
    private int checked;
    private ImpactState known = new ImpactState(QUARTERS);

    /**
     * A kind of change that previews tell.
     *
     * @param least more than so many corrections make one
     */
    private record Kind(String does, ToIntFunction<Touched> number, long least) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isWhatThenHappens(long seed) {
        RandomTeams teams = new RandomTeams(seed, IN_TIME);
        teams.restoresHelp = true;
        RandomCare care = new RandomCare(teams);
        for (int step = 0; step < BEFORE; step++) {
            teams.anyAccepted();
            care.any();
        }
        merge(teams);
        care.decideSplits();
        try (teams;
                AnnotationConfigApplicationContext queries = RecordsLeftBehindTest.querySide(teams)) {
            WebTestClient http = QuerySideInMemory.auditor(queries);
            REPORTED.forEach(quarter -> report(teams, quarter, http));
            recognise(teams, RoundKind.INDIVIDUAL, ROUNDS.getFirst());
            recognise(teams, RoundKind.COLLECTIVE, ROUNDS.getLast());
            known = ImpactState.at(teams, QUARTERS, ROUNDS, http);
            CommandTrials trials =
                    new CommandTrials(teams.side, CommandService.over(teams.side, new RejectingSealer()));
            teams.beforeEach = command -> preview(teams, command, trials, http);
            teams.afterEach = () -> apply("seed " + seed);
            // The walk goes on, not for ever, until each kind of change was seen often enough.
            while (kinds.size() < CORRECTIONS || (kinds.size() < 2 * CORRECTIONS && !areTouchedEnough())) {
                correct(teams, care, http);
                if (kind.equals("submit-unit-report")) {
                    known.readParts(teams, http);
                }
                if (kinds.size() >= checked + BETWEEN_CHECKS) {
                    check(teams, http, seed);
                }
            }
            check(teams, http, seed);
            consolidation(teams, http, seed);
            touchedAllKinds();
        }
    }

    /** Two hamlets become one after the quarters: what was recorded in one of them is counted in the other today. */
    private static void merge(RandomTeams teams) {
        assertThat(teams.units.stream()
                        .flatMap(from -> teams.units.stream()
                                .map(into -> new MergeUnits(into, List.of(from), DECISION, CONSOLIDATED)))
                        .anyMatch(merged -> sent(teams, merged)))
                .isTrue();
    }

    private void correct(RandomTeams teams, RandomCare care, WebTestClient http) {
        switch (kinds.size() % 12) {
            case 2, 8 -> care.any();
            case 5 -> {
                if (teams.random.nextInt(3) > 0
                        || !sent(teams, new SubmitUnitReport(teams.any(COMMUNES), teams.any(REPORTED), REASON))) {
                    care.any();
                }
            }
            case 4, 10 -> {
                if (!teams.anyCorrection()) {
                    care.any();
                }
            }
            case 11 -> {
                TeamId team = teams.any(teams.teams);
                Quarter quarter = teams.any(REPORTED);
                sent(teams, new SubmitQuarterlyReport(team, quarter, REASON));
                accept(teams, team, quarter, http);
            }
            default -> {
                if (!teams.anyCorrectionOfHelp()) {
                    care.any();
                }
            }
        }
    }

    /** Two teams become one; then the day of that is corrected, and then it is taken back. */
    private void consolidation(RandomTeams teams, WebTestClient http, long seed) {
        List<TeamId> two = teams.teams.stream()
                .flatMap(kept -> teams.teams.stream().map(absorbed -> List.of(kept, absorbed)))
                .filter(pair -> teams.members.stream().anyMatch(leader -> sent(teams, consolidate(pair, leader))))
                .findFirst()
                .orElseThrow();
        check(teams, http, seed);
        correct(teams, two, CONSOLIDATED, CONSOLIDATED.plusDays(1));
        check(teams, http, seed);
        correct(teams, two, CONSOLIDATED.plusDays(1), null);
        assertThat(touched.getLast().figures())
                .as("figures of two teams that go on")
                .isPositive();
        check(teams, http, seed);
    }

    private static ConsolidateTeams consolidate(List<TeamId> two, MemberId leader) {
        return new ConsolidateTeams(two.getFirst(), DECISION, List.of(two.getLast()), null, null, leader, CONSOLIDATED);
    }

    private static void correct(RandomTeams teams, List<TeamId> two, LocalDate entered, @Nullable LocalDate right) {
        assertThat(sent(
                        teams,
                        new CorrectConsolidation(two.getFirst(), List.of(two.getLast()), entered, right, REASON)))
                .isTrue();
    }

    private void check(RandomTeams teams, WebTestClient http, long seed) {
        ImpactState now = ImpactState.at(teams, QUARTERS, ROUNDS, http);
        known.mustBe(
                now,
                "seed %d, after command %d, of %s".formatted(seed, kinds.size(), kinds.subList(checked, kinds.size())));
        known = now;
        checked = kinds.size();
    }

    /** A test in which nothing of a kind happened would not tell whether it is previewed. */
    private void touchedAllKinds() {
        assertThat(new HashSet<>(kinds))
                .contains("correct-assistance", "void-assistance", "correct-consolidation")
                .anyMatch(each -> each.startsWith("restore-"))
                .hasSizeGreaterThan(8);
        KINDS.forEach(kind -> assertThat(commands(kind)).as(kind.does).isGreaterThan(kind.least));
    }

    private long commands(Kind kind) {
        return touched.stream().filter(each -> kind.number.applyAsInt(each) > 0).count();
    }

    private boolean areTouchedEnough() {
        return KINDS.stream().allMatch(kind -> commands(kind) > kind.least);
    }

    private void apply(String seed) {
        kinds.add(kind);
        touched.add(
                known.apply(Objects.requireNonNull(told), "%s, command %d, %s".formatted(seed, kinds.size(), kind)));
    }

    private static boolean sent(RandomTeams teams, Command command) {
        try {
            teams.send(command);
            return true;
        } catch (RuleViolatedException e) {
            return false;
        }
    }

    /** From the teams to the province. */
    private static void report(RandomTeams teams, Quarter quarter, WebTestClient http) {
        for (TeamId team : teams.teams) {
            // One that was submitted before says why it is submitted again.
            sent(teams, new SubmitQuarterlyReport(team, quarter, REASON));
            accept(teams, team, quarter, http);
        }
        for (UnitId commune : COMMUNES) {
            if (sent(teams, new SubmitUnitReport(commune, quarter, null))) {
                String content = content(teams, "/api/units/" + commune + "/reports/" + quarter, http);
                sent(teams, new AcceptUnitReport(commune, quarter, Objects.requireNonNull(content)));
            }
        }
        assertThat(sent(teams, new SubmitUnitReport(PROVINCE, quarter, null))).isTrue();
    }

    private static void accept(RandomTeams teams, TeamId team, Quarter quarter, WebTestClient http) {
        String content = content(teams, "/api/teams/" + team + "/reports/" + quarter, http);
        if (content != null) {
            sent(teams, new AcceptReport(team, quarter, content));
        }
    }

    private static @Nullable String content(RandomTeams teams, String address, WebTestClient http) {
        return ImpactState.content(http, address, teams.ledger.tail().number());
    }

    /** Scores the second quarter in the province, and honours the first of those who may be. */
    private static void recognise(RandomTeams teams, RoundKind kind, String id) {
        RoundId round = new RoundId(id);
        teams.send(new OpenRound(round, PROVINCE, kind, 1, REPORTED.getLast(), REPORTED.getLast(), 2, 0));
        Stream<Candidate> all = kind == RoundKind.INDIVIDUAL
                ? teams.members.stream().map(Candidate::of)
                : teams.teams.stream().map(Candidate::of);
        all.forEach(candidate -> sent(teams, new NominateCandidate(round, candidate)));
        teams.send(new ScoreRound(round));
        RoundScored scored = teams.events(id)
                .filter(RoundScored.class::isInstance)
                .map(RoundScored.class::cast)
                .findFirst()
                .orElseThrow();
        Candidate first = scored.standings().stream()
                .filter(CandidateStanding::eligible)
                .findFirst()
                .orElseThrow()
                .candidate();
        teams.send(new DecideRound(round, scored.pin().content(), List.of(new ProposedPlace(first, REASON))));
    }

    private void preview(RandomTeams teams, Command command, CommandTrials trials, WebTestClient http) {
        kind = Command.nameOf(command.getClass());
        told = null;
        try {
            DryRunAnswer answer = DryRunAnswer.of(
                    trials.decide(
                            new CommandRequest(new UUID(0x6fffL, Long.MIN_VALUE), "tester"),
                            CATALOGUE.find(kind).orElseThrow(),
                            command),
                    Locale.of("vi"));
            told = post(teams, http, JSON.writeValueAsBytes(answer));
        } catch (RuleViolatedException | AlreadyExistsException | NotFoundException refused) {
            // so is the command
        }
    }

    private static JsonNode post(RandomTeams teams, WebTestClient http, byte[] dryRun) {
        byte[] body = http.post()
                .uri("/api/corrections/preview?atLeast=" + teams.ledger.tail().number())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(dryRun)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        JsonNode answer = JSON.readTree(body);
        assertThat(answer.has("answer")).as(answer + "").isTrue();
        assertThat(answer.get("answer").get("more").asBoolean()).isFalse();
        return answer.get("answer");
    }
}
