package vn.soto.benchmarks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.audit.CallBackSampleCommand.DrawCallBackSample;
import vn.soto.domain.recognition.RecognitionCommand.OpenRound;
import vn.soto.domain.recognition.RecognitionCommand.ScoreRound;
import vn.soto.domain.shared.Command;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredCommit;

/**
 * Help in one hamlet of each copy, sent by the officer of its commune, whose right the ledger grants. Also questions
 * about a copy, a commune and the province. Safe for any number of threads.
 */
final class YearWork {

    private static final UnitId HAMLET = new UnitId("bau-bang-07");
    private static final String HAMLETS = "bau-bang-";
    private static final int HOUSEHOLDS_OF_A_TEAM = 40;
    private static final String PROVINCE = "hcm-001";
    private static final String COMMUNE = "hcm-013";
    private static final String QUARTER = "2026-Q2";
    private static final int PAGE = 1_000;

    private final BenchmarkRun session;
    private final int copies;
    private final Instant firstHelp;
    private final List<HouseholdId> households = new ArrayList<>();
    private final List<UnitId> communes = new ArrayList<>();
    private final Map<UnitId, TeamFormed> formed = new HashMap<>();

    /** Households of the hamlets of the commune. */
    private final Map<UnitId, List<HouseholdId>> neighbours = new TreeMap<>(Comparator.comparing(UnitId::value));

    private final AtomicLong turn = new AtomicLong();
    private int teams;
    private int allHouseholds;
    private String team = "";
    private String member = "";
    private String round = "";

    private YearWork(BenchmarkRun session, int copies) {
        this.session = session;
        this.copies = copies;
        this.firstHelp = session.clock.instant().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
    }

    /** @param original the copied ledger */
    static YearWork of(BenchmarkRun session, LedgerReader original, int copies) {
        YearWork work = new YearWork(session, copies);
        List<StoredCommit> page = original.read(1, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .flatMap(stored -> ((Commit) stored).stored().stream())
                    .forEach(stored -> work.take(session.codec.decode(stored)));
            page = original.read(page.getLast().number() + 1, PAGE);
        }
        return work;
    }

    private void take(DomainEvent event) {
        switch (event) {
            case HouseholdRegistered registered -> {
                allHouseholds++;
                if (registered.unit().equals(HAMLET)) {
                    households.add(registered.household());
                }
                if (registered.unit().value().startsWith(HAMLETS)) {
                    neighbours
                            .computeIfAbsent(registered.unit(), unit -> new ArrayList<>())
                            .add(registered.household());
                }
            }
            case TeamFormed formed -> {
                teams++;
                formed.coverage().forEach(unit -> this.formed.put(unit, formed));
                if (formed.coverage().contains(HAMLET)) {
                    team = formed.team().value();
                    member = formed.leader().value();
                }
            }
            case UnitEstablished commune
            when new UnitId(PROVINCE).equals(commune.parent()) -> communes.add(commune.unit());
            case RoundOpened opened -> round = opened.round().value();
            default -> {}
        }
    }

    int teams() {
        return teams * copies;
    }

    int households() {
        return allHouseholds * copies;
    }

    /** The next record, in another copy and of another household than the one before. */
    Submission help() {
        long number = turn.getAndIncrement();
        return help((int) (number % copies), households.get((int) (number / copies % households.size())), number);
    }

    /** A household in the original's commune, and who of its team helps it. */
    record Visit(String team, String member, String household) {}

    /** Households of all teams of the commune, in turn; perhaps some whose team or who themselves have left since. */
    List<Visit> visits() {
        List<Visit> visits = new ArrayList<>();
        for (int number = 0; number < HOUSEHOLDS_OF_A_TEAM; number++) {
            int of = number;
            neighbours.forEach((hamlet, all) -> {
                TeamFormed own = formed.get(hamlet);
                if (own != null && of < all.size()) {
                    visits.add(new Visit(
                            own.team().value(),
                            own.leader().value(),
                            all.get(of).value()));
                }
            });
        }
        return visits;
    }

    /** The next record, in another team than the one before, as the officer of the commune sends it over HTTP. */
    String helpOverHttp(List<Visit> visits) {
        long number = turn.getAndIncrement();
        return helpOverHttp(
                visits.get((int) (number % visits.size())), (int) (number / visits.size() % copies), number);
    }

    /** In the original. */
    String helpOverHttp(Visit visit) {
        return helpOverHttp(visit, 0, turn.getAndIncrement());
    }

    private String helpOverHttp(Visit visit, int number, long micros) {
        YearCopies copy = new YearCopies(number);
        return """
                {"team":"%s","household":"%s","helpers":["%s"],"reason":"OFFLINE","content":{"services":["%s"],"channel":"HOME_VISIT",\
                "mode":"SELF_PERFORMED","outcome":"DONE","occurredAt":"%s"}}""".formatted(
                        copy.text(visit.team),
                        copy.text(visit.household),
                        copy.text(visit.member),
                        ServiceCode.generic(ServiceCategory.VNEID),
                        firstHelp.plus(micros, ChronoUnit.MICROS));
    }

    /** Addresses of small questions, as pages of a hamlet ask them. */
    List<String> smallQuestions() {
        return List.of(
                "/api/households/" + households.getFirst(),
                "/api/units/" + HAMLET + "/households?limit=20",
                "/api/teams/" + team,
                "/api/members/" + member + "/activity?quarter=" + QUARTER,
                "/api/units/" + COMMUNE);
    }

    String dashboard() {
        return "/api/dashboards/" + PROVINCE + "?quarter=" + QUARTER;
    }

    /** One more record of the household whose file is asked for. */
    Submission helpOfOne() {
        return help(0, households.getFirst(), turn.getAndIncrement());
    }

    private Submission help(int number, HouseholdId household, long micros) {
        YearCopies copy = new YearCopies(number);
        return officer(
                number,
                new RecordAssistance(
                        new AssistanceId(session.ids.get().toString()),
                        new TeamId(copy.text(team)),
                        new HouseholdId(copy.text(household.value())),
                        null,
                        null,
                        List.of(new MemberId(copy.text(member))),
                        new AssistanceContent(
                                List.of(ServiceCode.generic(ServiceCategory.VNEID)),
                                Channel.HOME_VISIT,
                                Mode.SELF_PERFORMED,
                                firstHelp.plus(micros, ChronoUnit.MICROS)),
                        null,
                        null));
    }

    /** A round of all teams of the province, opened. */
    Submission provinceRound(RoundId id) {
        return administrator(round(new UnitId(PROVINCE), RoundKind.COLLECTIVE, id));
    }

    /** Communes that were there from the reform on. */
    int communes() {
        return communes.size();
    }

    /** A round of a commune, opened. */
    Submission round(int commune, RoundId id) {
        return administrator(round(communes.get(commune), RoundKind.INDIVIDUAL, id));
    }

    private static OpenRound round(UnitId area, RoundKind kind, RoundId id) {
        return new OpenRound(id, area, kind, 1, Quarter.parse(QUARTER), Quarter.parse(QUARTER), 1, 1);
    }

    Submission scoring(RoundId id) {
        return administrator(new ScoreRound(id));
    }

    Submission sample(int commune) {
        return administrator(new DrawCallBackSample(
                new CallBackSampleId(session.ids.get().toString()),
                communes.get(commune),
                Quarter.parse(QUARTER),
                null,
                null,
                null,
                null));
    }

    private Submission administrator(Command command) {
        return sent(0, Role.ADMINISTRATOR, command);
    }

    private Submission officer(int copy, Command command) {
        return sent(copy, Role.OFFICER, command);
    }

    private Submission sent(int copy, Role role, Command command) {
        UUID id = session.ids.get();
        String account = new YearCopies(copy).account(role.name().toLowerCase(Locale.ROOT));
        return new Submission(new CommandRequest(id, account, Set.of(role), id.toString()), command);
    }

    /**
     * Addresses of one look each.
     *
     * @param province its round, if one may cover so many teams
     */
    List<String> questions(Optional<RoundId> province) {
        return Stream.of(
                        "/api/dashboards/%1$s?quarter=%2$s",
                        "/api/dashboards/%1$s/trend?to=%2$s&n=12",
                        "/api/dashboards/%1$s/figures/H05?quarter=%2$s",
                        "/api/dashboards/%1$s/figures/H04?quarter=%2$s",
                        "/api/dashboards/%1$s/figures/H03?quarter=%2$s",
                        "/api/dashboards/%1$s/figures/H02?quarter=%2$s",
                        "/api/units/%1$s/reports/%2$s",
                        "/api/units/%1$s/reports?quarter=%2$s",
                        "/api/units/%1$s/coverage",
                        "/api/teams?unit=%1$s",
                        "/api/recognition-rounds/%3$s",
                        "/api/recognition-rounds/%8$s",
                        "/api/teams/%4$s/reports/%2$s",
                        "/api/teams/%4$s/timeline",
                        "/api/units/%5$s/households",
                        "/api/households/%6$s",
                        "/api/persons/household:%6$s/file",
                        "/api/corrections",
                        "/api/members/%7$s/activity?quarter=%2$s")
                .filter(address -> province.isPresent() || !address.contains("%8$s"))
                .map(address -> address.formatted(
                        PROVINCE,
                        QUARTER,
                        round,
                        team,
                        HAMLET.value(),
                        households.getFirst().value(),
                        member,
                        province.map(RoundId::value).orElse("")))
                .toList();
    }
}
