package vn.soto.query.link;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.query.testing.Reform.DAY;
import static vn.soto.query.testing.Reform.DAY_BEFORE;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackSampleDrawn;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.audit.CallBackSelection;
import vn.soto.contracts.audit.CallBackStratum;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.practice.PracticeEvent.PracticeDescribed;
import vn.soto.contracts.practice.PracticeEvent.PracticeTakenUp;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationRecorded;
import vn.soto.contracts.stipend.Shift;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendLine;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Tail;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.subject.AnswerIds;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Reform;
import vn.soto.query.testing.Sample;
import vn.soto.testkit.LinkCrawl;

/** From an answer to the next, without the manual. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class AnswerLinksIT {

    /** Names of ids and of other texts. */
    private static final Set<String> SAME_NAME = Set.of("unit");

    /** Text components of answers that are no ids: names, codes, values of a choice, texts, positions in time. */
    private static final Set<String> TEXTS = Set.of(
            // What a figure counts, such as households.
            "FigureView.unit",
            "QuarterFigure.unit",
            "ReportLine.unit",
            "UnitFigureView.unit",
            "about",
            "account",
            "address",
            "aggregate",
            "answerText",
            "answerWhy",
            "authorityText",
            "boundaries",
            "days",
            "causation",
            "caution",
            "chain",
            "command",
            "content",
            "corrects",
            "counted",
            "countedOnce",
            "countsIn",
            "dashboard",
            "decision",
            "definition",
            "description",
            "detector",
            "device",
            "difficulties",
            "en",
            "entered",
            "event",
            "events",
            "field",
            "figure",
            "figures",
            "formula",
            "foundingDecision",
            "from",
            "goodModels",
            "grant",
            "group",
            "heardBy",
            "hint",
            "holder",
            "href",
            "id",
            "in",
            "indicator",
            "innocent",
            "instrument",
            "keys",
            "kind",
            "label",
            "months",
            "lacking",
            "lateFor",
            "method",
            "leaf",
            "name",
            "next",
            "note",
            "now",
            "number",
            "occurred",
            "of",
            "officialCode",
            "old",
            "operation",
            "other",
            "path",
            "period",
            "pinnedChain",
            "phone",
            "previous",
            "procedure",
            "product",
            "projection",
            "q",
            "quarter",
            "question",
            "reason",
            "words",
            "record",
            "reference",
            "requesterName",
            "role",
            "roles",
            "rule",
            "sentence",
            "seed",
            "services",
            "task",
            "text",
            "title",
            "to",
            "tradeName",
            "twoPersons",
            "type",
            "value",
            "vi",
            "what",
            "why",
            "whyText");

    private final Sample sample = new Sample(11, 400, true);
    private final long tail = more();

    @AutoClose
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(sample.scribe).upTo(tail);

    private final Json json = new Json(side.signedIn("AUDITOR"));

    /** The reorganisation, and what the sample lacks: an organisation, businesses, a training session. */
    private long more() {
        new Reform(sample).carryOut();
        OrganisationId organisation = new OrganisationId("doan");
        List<ServiceCategory> topics = List.of(ServiceCategory.VNEID);
        sample.scribe.write(
                new OrganisationRegistered(organisation, "Đoàn Thanh niên", OrganisationKind.TECHNOLOGY_COMPANY));
        sample.residential.forEach(unit -> sample.scribe.write(new BusinessRegistered(
                new BusinessId("b-" + unit), BusinessKind.HOUSEHOLD_BUSINESS, unit, "HKD-" + unit, null)));
        List<Attendee> attendees = sample.teams.stream()
                .map(team -> new Attendee(team, sample.current(team).getFirst()))
                .toList();
        TrainingId training = new TrainingId("tap-huan");
        sample.scribe.write(
                new TrainingScheduled(training, topics, Organiser.PEOPLES_COMMITTEE, organisation, Sample.DAY, 3));
        recognised(sample.teams.getFirst(), sample.teams.getLast());
        calledBack();
        AccountId officer = new AccountId("can-bo@xa");
        sample.scribe.write(
                new RoleGranted(
                        officer,
                        new GrantId("g-1"),
                        Role.ADMINISTRATOR,
                        Area.WHOLE,
                        Sample.DAY,
                        null,
                        null,
                        GrantApproval.BY_ONE_PERSON),
                new RoleHolderListed(Role.ADMINISTRATOR, officer));
        // Accounts with the names of the roles that the tests need, everywhere.
        for (Role role : List.of(Role.AUDITOR, Role.LEADER)) {
            sample.scribe.write(new RoleGranted(
                    new AccountId(role.name()),
                    new GrantId("g-" + role.name().toLowerCase(Locale.ROOT)),
                    role,
                    Area.WHOLE,
                    Sample.DAY,
                    null,
                    null,
                    GrantApproval.NOT_NEEDED));
        }
        round();
        return sample.scribe
                .write(new TrainingHeld(training, topics, new Attendance(Sample.DAY, 3, attendees)))
                .number();
    }

    /** A round of a team's unit, scored with nothing read: who was a member in the quarter is a candidate. */
    private void round() {
        TeamId team = sample.teams.getFirst();
        RoundOpened round = new RoundOpened(
                new RoundId("dot-1"),
                sample.residential.getFirst(),
                RoundKind.INDIVIDUAL,
                1,
                List.of(QuarterCalendar.CALENDAR.days(new Quarter(2026, 1))),
                1,
                0);
        Tail before = sample.scribe.ledger.tail();
        sample.scribe.write(round);
        sample.scribe.write(RoundScored.of(
                1,
                RoundScoring.of(ScoringRules.get(1), round.scope(List.of(team)), new RoundFacts(List.of(team))),
                before.number(),
                before.chain().toString(),
                DAY));
    }

    /** A good model that another team takes up, rates, and a statement. */
    private void recognised(TeamId team, TeamId follower) {
        PracticeId practice = new PracticeId("ban-tai-cho");
        sample.scribe.write(new PracticeDescribed(practice, team, "Bàn tại chợ", "Ngồi ở cổng chợ."));
        sample.scribe.write(new PracticeTakenUp(practice, team, follower, Sample.DAY));
        MemberId member = sample.current(team).getFirst();
        LocalDate day = Sample.DAY.plusDays(9);
        sample.scribe.write(new MobilisationRecorded(team, member, day, Shift.DAY, Sample.DECISION, null));
        StipendLine line = new StipendLine(team, member, List.of(), List.of(day), List.of(), 150_000, List.of(1L, 2L));
        sample.scribe.write(new StipendStatementComputed(
                sample.residential.getFirst(),
                StipendPeriod.parse("2026-01"),
                1,
                StipendContent.of(List.of(1), List.of(line), List.of()),
                0,
                "ab".repeat(32),
                "can-bo@xa"));
    }

    /** Help of this quarter to which a detector points, and a sample of it. */
    private void calledBack() {
        TeamId team = sample.teams.getFirst();
        UnitId unit = sample.residential.getFirst();
        MemberId member = sample.current(team).getFirst();
        Instant at = sample.scribe.clock.instant();
        List<AssistanceId> records = new ArrayList<>();
        for (UnitId each : sample.residential) {
            AssistanceId record = new AssistanceId("within-minutes-" + records.size());
            sample.scribe.write(PlainEvents.help(
                    record.value(),
                    team,
                    Beneficiary.of(new BusinessId("b-" + each), each),
                    PlainEvents.content(Channel.HOME_VISIT, Mode.SELF_PERFORMED, at),
                    member));
            records.add(record);
        }
        sample.scribe.write(new CallBackSampleDrawn(
                new CallBackSampleId("goi-lai"),
                unit,
                new Quarter(2026, 3),
                CallBackSelection.ALL,
                null,
                1,
                30,
                List.of(new CallBackStratum(team, member, records.size(), "ab".repeat(32), records)),
                "ef".repeat(32),
                sample.scribe.ledger.tail().number()));
    }

    private Map<String, Object> links(String uri) {
        return Json.map(json.whole(uri).get("links"));
    }

    private Map<String, Object> id(String uri, String kind, String id) {
        return Json.map(Json.map(Json.map(links(uri).get("ids")).get(kind)).get(id));
    }

    private List<QueryAddress> queries() {
        return side.bean(QueryAddresses.class).all();
    }

    @Test
    void everyQueryIsReachedFromTheEntrance() {
        Map<String, Integer> reached =
                new LinkCrawl(json::follow, Map.of("q", "khu")).from("/api").paths();
        Set<String> expected = queries().stream()
                .filter(query -> query.requirement().right().roles().contains(Role.AUDITOR))
                .map(query -> query.template().replaceAll("\\{[^}]+}", "*"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(reached.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The team that took up a good model has the same figures in several quarters, and a report has one. */
    @Test
    void figuresOfSeveralQuartersLeadToNoReport() {
        String team = sample.teams.getLast().value();
        String quarters = "/api/teams/" + team + "/practices";

        assertThat(json.answer(quarters).toString()).contains("quarter=2026-Q1", "code=H05");
        assertThat(Json.map(links(quarters).get("ids")))
                .doesNotContainKey("figure")
                .containsKey("team");
        assertThat(Json.map(links("/api/teams/" + team + "/reports/2026-Q1").get("ids")))
                .containsKey("figure");
    }

    @Test
    void everyQueryHasATitleInBothLanguages() {
        LinkTexts texts = new LinkTexts();
        for (QueryAddress query : queries()) {
            for (String language : List.of("vi", "en")) {
                assertThat(texts.question(query.template(), Locale.of(language)))
                        .as("questions_%s.properties: %s", language, LinkTexts.key(query.template()))
                        .isNotBlank();
            }
        }
    }

    /** The pack of a phone is read where there is no network. */
    private static final String LEADS_NOWHERE = "DayPackQuestions";

    /** A new text of an answer is an id of a known kind, or said to be none. */
    @Test
    void everyTextOfAnAnswerIsAnIdOrKnownToBeNone() {
        Set<String> components = new TreeSet<>();
        Set<Type> seen = new HashSet<>();
        side.beans(RequestMappingHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(method -> !method.getBeanType().getSimpleName().equals(LEADS_NOWHERE))
                .forEach(method -> texts("", method.getMethod().getGenericReturnType(), components, seen));
        assertThat(components).isNotEmpty().isSubsetOf(TEXTS);
    }

    private static void texts(String component, Type type, Set<String> found, Set<Type> seen) {
        switch (type) {
            case ParameterizedType generic -> {
                Class<?> raw = (Class<?>) generic.getRawType();
                if (!Map.class.isAssignableFrom(raw)) {
                    List.of(generic.getActualTypeArguments()).forEach(each -> texts(component, each, found, seen));
                }
            }
            case WildcardType any -> texts(component, any.getUpperBounds()[0], found, seen);
            case Class<?> text when text == String.class -> found.add(component);
            case Class<?> whole
            when whole.isRecord() && whole != QueryAnswer.class && seen.add(whole) -> {
                for (RecordComponent part : whole.getRecordComponents()) {
                    if (!AnswerIds.isMarked(part)) {
                        texts(
                                SAME_NAME.contains(part.getName())
                                        ? whole.getSimpleName() + "." + part.getName()
                                        : part.getName(),
                                part.getGenericType(),
                                found,
                                seen);
                    }
                }
            }
            default -> {
                // a number, a day or a choice
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "1976-07-02", "3500-01-01"})
    void aDayWithoutAQuarterIsAnswered(String day) {
        assertThat(json.status("/api/catalogue?on=" + day)).isEqualTo(200);
    }

    @Test
    void aUnitNamesTheUnitsThatContainItOnThatDay() {
        assertThat(ancestors("/api/units/c0-r0?on=" + DAY_BEFORE)).containsExactly("p", "c0");
        assertThat(ancestors("/api/units/c0-r0?on=" + DAY)).containsExactly("m", "n");
        assertThat(ancestors("/api/units/c0?on=" + DAY)).containsExactly("p");
        assertThat(ancestors("/api/units/p?on=" + DAY_BEFORE)).isEmpty();
    }

    private List<Object> ancestors(String uri) {
        return ((List<?>) json.answer(uri).getOrDefault("ancestors", List.of()))
                .stream().<Object>map(each -> Json.map(each).get("unit")).toList();
    }

    @Test
    void anIdComesWithItsNameOfThatDayAndAnAddressForThatDay() {
        assertThat(id("/api/units/c0?on=" + DAY_BEFORE, "unit", "c0-r0"))
                .containsEntry("name", "Khu phố 0")
                .containsEntry("href", "/api/units/c0-r0?on=" + DAY_BEFORE)
                .containsEntry("within", List.of("p", "c0"));
        assertThat(id("/api/units/n?on=" + DAY, "unit", "c0-r0"))
                .containsEntry("name", "Khu phố 9")
                .containsEntry("within", List.of("m", "n"));
    }

    @Test
    void aProvinceLeadsToNoListThatOnlyItsCommunesHave() {
        List<String> lists = List.of("households", "businesses");
        assertThat(Json.map(links("/api/units/p").get("questions")))
                .containsKeys("coverage", "requests")
                .doesNotContainKeys(lists.toArray(String[]::new));
        assertThat(Json.map(links("/api/units/c0?on=" + DAY_BEFORE).get("questions")))
                .containsKeys(lists.toArray(String[]::new));
    }

    @Test
    void aTeamLeadsToItsMembersAndItsHistory() {
        String team = sample.teams.getFirst().value();
        Map<String, Object> links = links("/api/teams/" + team);
        assertThat(Json.map(links.get("self"))).containsEntry("href", "/api/teams/" + team);
        assertThat(Json.map(links.get("up"))).containsEntry("href", "/api/teams");
        assertThat(Json.map(links.get("questions")))
                .containsKeys("timeline", "reports", "requests", "trainings", "outreach", "corrections");
        assertThat(Json.map(Json.map(links.get("questions")).get("corrections")))
                .containsEntry("href", "/api/corrections?team=" + team)
                .containsEntry("name", "Cần đính chính");
        assertThat(Json.map(Json.map(links.get("ids")).get("member"))).isNotEmpty();
    }

    @Test
    void peopleHaveAnAddressButNoName() {
        String team = sample.teams.getFirst().value();
        Map<String, Object> members =
                Json.map(Json.map(links("/api/teams/" + team).get("ids")).get("member"));
        assertThat(members).isNotEmpty();
        members.values().forEach(member -> assertThat(Json.map(member)).containsOnlyKeys("href"));
    }

    @Test
    void aLeaderIsShownTheCommandsOfALeaderAndAnAuditorNone() {
        Map<String, Object> leader = Json.map(
                new Json(side.signedIn("LEADER")).whole("/api/units/c2-r0").get("links"));
        assertThat(leader).containsEntry("commands", Map.of());
        Map<String, Object> household = firstHousehold();
        String uri = household.getOrDefault("href", "").toString();
        Map<String, Object> commands =
                Json.map(Json.map(new Json(side.signedIn("LEADER")).whole(uri).get("links"))
                        .get("commands"));
        assertThat(commands)
                .containsKeys("relocate-household", "correct-household")
                .doesNotContainKey("merge-households");
        assertThat(Json.map(commands.get("relocate-household")))
                .containsEntry("href", uri + "/relocation")
                .containsEntry("name", "Ghi hộ chuyển địa bàn");
        assertThat(links(uri)).containsEntry("commands", Map.of());
    }

    @Test
    void aListLeadsToTheCommandsThatMakeWhatItHolds() {
        String residential = sample.residential.getFirst().toString();
        assertThat(commands("LEADER", "/api/units/" + residential + "/households"))
                .containsOnlyKeys("register-household");
        assertThat(commands("can-bo@xa", "/api/teams")).containsOnlyKeys("form-team");
        assertThat(commands("can-bo@xa", "/api/teams/" + sample.teams.getFirst().value() + "/trainings"))
                .containsOnlyKeys("record-training", "schedule-training");
        assertThat(commands("AUDITOR", "/api/teams")).isEmpty();
    }

    private Map<String, Object> commands(String role, String question) {
        return Json.map(Json.map(new Json(side.signedIn(role)).whole(question).get("links"))
                .get("commands"));
    }

    private Map<String, Object> firstHousehold() {
        return sample.residential.stream()
                .map(unit -> links("/api/units/" + unit + "/households").get("ids"))
                .map(ids -> Optional.ofNullable(Json.map(ids).get("household")))
                .flatMap(Optional::stream)
                .flatMap(households -> Json.map(households).values().stream())
                .map(Json::map)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAnswerAboutThePastLeadsToThePastAndToNoCommand() {
        Json administrator = new Json(side.signedIn("can-bo@xa"));
        String past = "?asOf=" + sample.founded;
        Map<String, Object> links =
                Json.map(administrator.whole("/api/units/c0-r0" + past).get("links"));
        assertThat(links).containsEntry("commands", Map.of());
        Json.map(links.get("questions"))
                .values()
                .forEach(
                        question -> assertThat(String.valueOf(Json.map(question).get("href")))
                                .contains("asOf=" + sample.founded));
        assertThat(Json.map(administrator.whole("/api/units/c0-r0").get("links")))
                .containsKey("commands");
    }

    @Test
    void aListLeadsToItsNextPage() {
        String team = sample.teams.getFirst().value();
        Map<String, Object> links = links("/api/teams/" + team + "/timeline?limit=2");
        String next = String.valueOf(Json.map(links.get("next")).get("href"));
        assertThat(next).startsWith("/api/teams/" + team + "/timeline?from=").endsWith("&limit=2");
        assertThat((Collection<?>) json.answer(next).get("entries")).isNotEmpty();
    }
}
