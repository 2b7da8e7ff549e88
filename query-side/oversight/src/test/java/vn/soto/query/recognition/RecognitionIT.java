package vn.soto.query.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.soto.contracts.assistance.Mode.DEMONSTRATED;
import static vn.soto.contracts.assistance.Mode.DONE_ON_BEHALF;
import static vn.soto.contracts.assistance.Mode.SELF_PERFORMED;
import static vn.soto.query.testing.Json.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.PersonEvent.ProcessingRestricted;
import vn.soto.contracts.person.PersonEvent.RestrictionLifted;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.FalseFigure;
import vn.soto.contracts.recognition.HonourPlace;
import vn.soto.contracts.recognition.PublicationConsent;
import vn.soto.contracts.recognition.RecognitionRoundEvent.CandidateNominated;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonourRevoked;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonoursPublished;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ObjectionAnswered;
import vn.soto.contracts.recognition.RecognitionRoundEvent.PublicationConsentWithdrawn;
import vn.soto.contracts.recognition.RecognitionRoundEvent.PublicationConsented;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundDecided;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ScoreObjected;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScoreFigures;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.Tail;
import vn.soto.projection.Projector;
import vn.soto.projection.supposed.SupposableDocuments;
import vn.soto.projection.supposed.Supposition;
import vn.soto.projection.supposed.Supposition.Supposed;
import vn.soto.query.event.EventLoader;
import vn.soto.query.reading.Asker;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.Readers;
import vn.soto.query.testing.DryRunEvents;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;
import vn.soto.query.timeline.Timelines;
import vn.soto.web.HeavyWork;
import vn.soto.web.ProblemException;

/** A round of the second quarter in a hamlet, from its opening to the end of an honour. */
final class RecognitionIT {

    private static final UnitId HAMLET = new UnitId("ap-1");
    private static final TeamId TEAM = new TeamId("to-1");
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId MINH = new MemberId("minh");
    private static final Candidate LAN_NAMED = Candidate.of(LAN);
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final RoundOpened ROUND = new RoundOpened(
            new RoundId("dot-1"),
            HAMLET,
            RoundKind.INDIVIDUAL,
            1,
            List.of(QuarterCalendar.CALENDAR.days(new Quarter(2026, 2))),
            1,
            0);
    private static final String AT = "/api/recognition-rounds/dot-1";

    private static final JsonMapper JSON = new JsonMapper();

    private final EventLog log = new EventLog();

    RecognitionIT() {
        log.write(
                new UnitEstablished(
                        Sample.PROVINCE, UnitKind.PROVINCE, "Bình Dương", "74", null, Sample.DECISION, Sample.DAY),
                new UnitEstablished(
                        new UnitId("xa"),
                        UnitKind.COMMUNE,
                        "Minh Thạnh",
                        null,
                        Sample.PROVINCE,
                        Sample.DECISION,
                        Sample.DAY),
                new UnitEstablished(
                        HAMLET, UnitKind.HAMLET, "Ấp 1", null, new UnitId("xa"), Sample.DECISION, Sample.DAY));
        log.write(PlainEvents.team(TEAM, "Tổ ấp 1", HAMLET, Sample.DAY, LAN, MINH));
        log.write(new MemberProfileRecorded(
                LAN, QuerySideFixture.KEYS.seal(Subject.of(LAN), "name", "Nguyễn Thị Lan"), null));
        log.write(PlainEvents.report(TEAM, new Quarter(2026, 2), 1, List.of(), null));
        for (int each = 0; each < 70; each++) {
            help(
                    "l-" + each,
                    LAN,
                    each,
                    each % 3 == 0 ? SELF_PERFORMED : each % 3 == 1 ? DEMONSTRATED : DONE_ON_BEHALF);
        }
        for (int each = 0; each < 14; each++) {
            help("m-" + each, MINH, 3, DEMONSTRATED);
        }
        for (int each = 0; each < 9; each++) {
            verified("l-" + each, Verification.CONFIRMED);
        }
        verified("m-0", Verification.NOT_REACHED);
        log.write(ROUND);
        log.write(new CandidateNominated(ROUND.round(), HAMLET, LAN_NAMED));
    }

    private void help(String id, MemberId by, int day, Mode mode) {
        log.write(PlainEvents.help(
                id,
                TEAM,
                Beneficiary.of(new HouseholdId("ho-" + id), HAMLET),
                PlainEvents.content(Channel.HOME_VISIT, mode, VietnamTime.start(FIRST.plusDays(day))),
                by));
    }

    private void verified(String id, Verification result) {
        log.write(new AssistanceVerified(
                new AssistanceId(id), TEAM, Beneficiary.walkIn(HAMLET), MINH, result, EventLog.START));
    }

    /** The scores that a scoring decides now, made from all events of the ledger. */
    private RoundScored scores(int number) {
        Tail tail = log.ledger.tail();
        RoundFacts facts = new RoundFacts(List.of(TEAM));
        for (StoredEvent stored : log.ledger.events(0, Integer.MAX_VALUE)) {
            if (stored.event().tags().contains("team:" + TEAM)) {
                facts.on(stored.position(), log.decode(stored));
            }
        }
        return RoundScored.of(
                number,
                RoundScoring.of(ScoringRules.get(1), ROUND.scope(List.of(TEAM)), facts),
                tail.number(),
                tail.chain().toString(),
                FIRST.plusDays(100));
    }

    private RoundScored scored() {
        RoundScored scored = scores(1);
        log.write(scored);
        return scored;
    }

    private static Map<String, Object> criterion(Map<String, Object> candidate, Criterion criterion) {
        return list(candidate.get("criteria")).stream()
                .filter(each -> criterion.name().equals(each.get("criterion")))
                .findFirst()
                .orElseThrow();
    }

    private static int number(Map<String, Object> of, String field) {
        return ((Number) Objects.requireNonNull(of.get(field))).intValue();
    }

    /** All items of a criterion, page by page. */
    private static List<Map<String, Object>> items(Json json, String member, Criterion criterion, boolean omitted) {
        List<Map<String, Object>> items = new ArrayList<>();
        Object next = 0;
        while (next != null) {
            Map<String, Object> page = json.answer(AT + "/candidates/member:" + member + "/criteria/" + criterion
                    + "?limit=7&omitted=" + omitted + "&from=" + next);
            items.addAll(list(page.get("items")));
            next = page.get("next");
        }
        return items;
    }

    @Test
    void everyPointIsTheSumOfItsEventsAndWhatDoesNotCountIsNamed() {
        scored();
        log.then(json -> {
            Map<String, Object> lan = json.answer(AT + "/candidates/member:lan");
            assertThat(list(lan.get("criteria")).stream()
                            .mapToInt(each -> number(each, "points"))
                            .sum())
                    .isEqualTo(number(lan, "score"));
            for (Criterion criterion : Criterion.values()) {
                Map<String, Object> view = criterion(lan, criterion);
                List<Map<String, Object>> counted = items(json, "lan", criterion, false);
                assertThat(counted).as(criterion.name()).hasSize(number(view, "counted"));
                assertThat(counted.stream()
                                .mapToInt(item -> number(item, "amount"))
                                .sum())
                        .isEqualTo(number(view, "numerator"));
                assertThat(counted)
                        .allSatisfy(item -> assertThat(list(item.get("events"))).isNotEmpty());
                assertThat(items(json, "lan", criterion, true))
                        .hasSize(list(view.get("omitted")).stream()
                                .mapToInt(each -> number(each, "items"))
                                .sum())
                        .allSatisfy(item -> assertThat(item.get("name")).isInstanceOf(String.class));
            }
            assertThat(list(criterion(lan, Criterion.SELF_PERFORMED).get("omitted")))
                    .extracting(each -> each.get("why"), each -> each.get("items"))
                    .contains(tuple("ON_BEHALF", 23));
            assertThat(items(json, "minh", Criterion.HOUSEHOLDS_HELPED, true))
                    .extracting(item -> item.get("why"))
                    .containsOnly("CATEGORY_CAP")
                    .hasSize(6);
            assertThat(items(json, "lan", Criterion.HOUSEHOLDS_HELPED, false).getFirst())
                    .satisfies(item -> assertThat(list(item.get("events")).getFirst())
                            .containsEntry("name", "assistance.recorded.v3")
                            .containsEntry("assistance", "l-0"));
        });
    }

    @Test
    void aRoundShowsRanksGroupsAndWhoIsNotEligible() {
        scored();
        log.then(json -> {
            Map<String, Object> round = json.answer(AT);
            assertThat(json.answer(AT + "/present-scores")).containsEntry("same", true);
            assertThat(Json.map(round.get("about")))
                    .containsEntry("stage", "SCORED")
                    .containsEntry("nominated", 1)
                    .containsEntry("firstDay", "2026-04-01");
            assertThat(list(round.get("ranked")))
                    .extracting(
                            each -> Json.map(each.get("who")).get("member"),
                            each -> each.get("rank"),
                            each -> each.get("group"))
                    .containsExactly(tuple("lan", 1, 1), tuple("minh", 2, 2));
            assertThat(list(json.whole("/api/units/ap-1/recognition-rounds").get("answer")))
                    .extracting(each -> each.get("round"))
                    .containsExactly("dot-1");
            assertThat(list(json.whole("/api/units/xa/recognition-rounds").get("answer")))
                    .extracting(each -> each.get("unit"))
                    .contains("ap-1");
            assertThat(json.status(AT + "/candidates/member:lan?rule=9")).isEqualTo(404);
            assertThat(json.status(AT + "/candidates/member:nobody")).isEqualTo(404);
            assertThat(json.status(AT + "/candidates/member:lan/criteria/BEAUTY"))
                    .isEqualTo(404);
            assertThat(json.status("/api/recognition-rounds/none")).isEqualTo(404);
        });
    }

    @Test
    void anotherRuleShowsWhoMovesAndWhyAndStoresNothing() {
        scored();
        long commits = log.ledger.tail().number();
        log.then(json -> {
            Map<String, Object> whatIf = json.answer(AT + "/what-if?rule=2");
            Map<String, Object> lan = list(whatIf.get("moves")).getFirst();
            assertThat(Json.map(lan.get("who"))).containsEntry("member", "lan");
            assertThat(number(lan, "scoreAfter"))
                    .isEqualTo(number(json.answer(AT + "/candidates/member:lan?rule=2"), "score"))
                    .isEqualTo(number(lan, "scoreBefore")
                            + list(lan.get("why")).stream()
                                    .mapToInt(change -> number(change, "after") - number(change, "before"))
                                    .sum());
            assertThat(list(lan.get("why")))
                    .as("nobody was helped before acting by themselves")
                    .anySatisfy(change -> assertThat(change)
                            .containsEntry("criterion", "SELF_PERFORMED")
                            .containsEntry("countedAfter", 0));
            assertThat(json.answer(AT + "/what-if?rule=1")).containsEntry("moved", 0);
            assertThat(list(json.whole("/api/recognition-rules").get("answer")))
                    .extracting(rule -> rule.get("rule"))
                    .containsExactly(1, 2);
        });
        assertThat(log.ledger.tail().number()).isEqualTo(commits);
    }

    @Test
    void aDecidedRoundStaysAsItIsWhateverIsRecordedLater() {
        RoundScored scored = scored();
        log.write(new ScoreObjected(ROUND.round(), HAMLET, 1, LAN_NAMED, "CONFIRMED", "minh"));
        log.write(new ObjectionAnswered(ROUND.round(), HAMLET, 1, LAN_NAMED, false));
        log.write(new RoundDecided(
                ROUND.round(), HAMLET, scored.pin(), List.of(new HonourPlace(LAN_NAMED, 60_000, "Đi xa nhất"))));
        long decided = log.ledger.tail().number();
        for (int each = 0; each < 20; each++) {
            log.write(new AssistanceVoided(new AssistanceId("l-" + each), TEAM, Beneficiary.walkIn(HAMLET)));
        }
        log.then(json -> {
            Map<String, Object> now = json.answer(AT);
            assertThat(now).isEqualTo(json.answer(AT + "?asOf=" + decided));
            assertThat(json.answer(AT + "/present-scores")).containsEntry("same", true);
            assertThat(Json.map(Json.map(now.get("about")).get("pin")))
                    .containsEntry("content", scored.pin().content());
            assertThat(list(now.get("objections")).getFirst())
                    .containsEntry("upheld", false)
                    .containsEntry("figure", "CONFIRMED");
            assertThat(list(now.get("places")).getFirst()).containsEntry("reason", "Đi xa nhất");
        });
    }

    @Test
    void scoresOfTodayStandBesideTheFrozenOnes() {
        scored();
        long frozen = log.ledger.tail().number();
        for (int each = 0; each < 68; each++) {
            log.write(voided("l-" + each));
        }
        log.then(json -> {
            assertThat(json.answer(AT + "/present-scores?asOf=" + frozen)).containsEntry("moved", 0);
            Map<String, Object> today = json.answer(AT + "/present-scores");
            assertThat(today).containsEntry("moved", 2).containsEntry("round", "dot-1");
            assertThat(list(today.get("moves")))
                    .extracting(
                            move -> Json.map(move.get("who")).get("member"),
                            move -> move.get("before"),
                            move -> move.get("after"),
                            move -> move.get("displaced"))
                    .containsExactly(tuple("minh", 2, 1, true), tuple("lan", 1, 2, true));
            Map<String, Object> lan = list(today.get("moves")).getLast();
            assertThat(number(lan, "scoreAfter"))
                    .isEqualTo(number(lan, "scoreBefore")
                            + list(lan.get("why")).stream()
                                    .mapToInt(change -> number(change, "after") - number(change, "before"))
                                    .sum());
        });
    }

    @Test
    void whyADecisionWentByEarlierScoresStandsWithWhatDifferedThen() {
        RoundScored scored = scored();
        for (int each = 0; each < 68; each++) {
            log.write(voided("l-" + each));
        }
        log.write(
                "can-bo",
                "CHECKED",
                null,
                new RoundDecided(
                        ROUND.round(), HAMLET, scored.pin(), List.of(new HonourPlace(LAN_NAMED, 60_000, null))));
        log.write(voided("l-69"));
        log.write(new HonoursPublished(ROUND.round(), HAMLET, List.of(LAN_NAMED)));
        log.then(json -> {
            Map<String, Object> decision =
                    list(json.answer(AT).get("departures")).getFirst();
            assertThat(list(json.answer(AT).get("departures")))
                    .as("the publication states none")
                    .hasSize(1);
            assertThat(decision).containsEntry("step", "DECISION").containsEntry("why", "Đã kiểm tra, đồng ý");
            assertThat(list(decision.get("moves")))
                    .as("of the commit before the decision, not of today")
                    .extracting(move -> Json.map(move.get("who")).get("member"), move -> move.get("after"))
                    .containsExactly(tuple("minh", 1), tuple("lan", 2));
            assertThat(list(decision.get("moves")).getLast().get("scoreAfter"))
                    .isNotEqualTo(list(json.answer(AT + "/present-scores").get("moves"))
                            .getLast()
                            .get("scoreAfter"));
        });
    }

    /** A scoring as if it had recorded these figures; the commit of it. */
    private long scored(@Nullable List<ScoreFigures> figures) {
        RoundScored of = scores(1);
        return log.write(new RoundScored(
                        of.round(), of.unit(), 1, of.pin(), of.teams(), of.standings(), of.decidableFrom(), figures))
                .number();
    }

    @Test
    void aRoundIsShownAsItsScoringRecordedItAndMadeAgainWhereItRecordedNoFigures() {
        List<ScoreFigures> figures = Objects.requireNonNull(scores(1).figures());
        long recorded = scored(figures);
        long without = scored(null);
        long other = scored(figures.stream()
                .map(each -> new ScoreFigures(
                        each.gates(),
                        each.criteria().stream().map(number -> number + 1).toList()))
                .toList());
        log.then(json -> {
            Object ranked = json.answer(AT + "?asOf=" + recorded).get("ranked");
            assertThat(json.answer(AT + "?asOf=" + without)).as("made again").containsEntry("ranked", ranked);
            assertThat(json.answer(AT + "?asOf=" + other).get("ranked"))
                    .as("no event of the teams was read: they say something else")
                    .isNotEqualTo(ranked);
            assertThat(json.answer(AT + "/present-scores?asOf=" + without)).containsEntry("same", true);
            assertThat(json.answer(AT + "/present-scores?asOf=" + other))
                    .as("they are read by whoever asks whether the figures are those of the ledger")
                    .containsEntry("same", false);
        });
    }

    @Test
    void scoresThatTheLedgerDoesNotGiveAreSaidToDiffer() {
        RoundScored scored = scores(1);
        log.write(new RoundScored(
                scored.round(),
                scored.unit(),
                1,
                new ScorePin(1, scored.pin().commit(), scored.pin().chain(), "00".repeat(32)),
                scored.teams(),
                scored.standings(),
                FIRST,
                scored.figures()));
        log.then(json -> assertThat(json.answer(AT + "/present-scores")).containsEntry("same", false));
    }

    @Test
    void honoursAreOpenWithConsentAndNoLongerOnceItOrTheHonourIsTakenBack() {
        RoundScored scored = scored();
        log.write(new RoundDecided(
                ROUND.round(), HAMLET, scored.pin(), List.of(new HonourPlace(LAN_NAMED, 60_000, null))));
        PublicationConsent consent = new PublicationConsent(
                1, ConsentMethod.SIGNED_FORM, new Responsible(TEAM, MINH), LocalDate.of(2026, 7, 1));
        log.write(new PublicationConsented(ROUND.round(), HAMLET, LAN_NAMED, consent));
        long before = log.ledger.tail().number();
        long open = log.write(new HonoursPublished(ROUND.round(), HAMLET, List.of(LAN_NAMED)))
                .number();
        long withdrawn = log.write(new PublicationConsentWithdrawn(ROUND.round(), HAMLET, LAN_NAMED))
                .number();
        long again = log.write(new PublicationConsented(ROUND.round(), HAMLET, LAN_NAMED, consent))
                .number();
        log.write(new HonourRevoked(
                ROUND.round(),
                HAMLET,
                LAN_NAMED,
                List.of(new FalseFigure(Criterion.CONFIRMED, 20_000, 4_000)),
                scored.pin(),
                scored.pin()));
        log.then(json -> {
            assertThat(list(json.whole("/api/honours?asOf=" + before).get("answer")))
                    .isEmpty();
            assertThat(list(json.whole("/api/honours?asOf=" + open).get("answer")))
                    .singleElement()
                    .satisfies(honour -> assertThat(honour)
                            .containsEntry("member", "lan")
                            .containsEntry("name", "Nguyễn Thị Lan")
                            .containsEntry("unit", "ap-1"));
            assertThat(list(json.whole("/api/honours?asOf=" + withdrawn).get("answer")))
                    .isEmpty();
            assertThat(list(json.whole("/api/honours?asOf=" + again).get("answer")))
                    .hasSize(1);
            assertThat(list(json.whole("/api/honours").get("answer"))).isEmpty();
            Map<String, Object> place = list(json.answer(AT).get("places")).getFirst();
            assertThat(list(Json.map(place.get("revoked")).get("figures")).getFirst())
                    .containsEntry("criterion", "CONFIRMED")
                    .containsEntry("present", 4_000);
        });
    }

    /** Until the consent, the honour or the person's data is taken back; who agreed to an earlier text is not named. */
    @Test
    void theOpenWebNamesWhoAgreedToBeNamedThere() {
        RoundScored scored = scored();
        log.write(new RoundDecided(
                ROUND.round(), HAMLET, scored.pin(), List.of(new HonourPlace(LAN_NAMED, 60_000, null))));
        long offices = consented(PublicationConsent.OPEN_WEB - 1);
        log.write(new HonoursPublished(ROUND.round(), HAMLET, List.of(LAN_NAMED)));
        long withdrawn = log.write(new PublicationConsentWithdrawn(ROUND.round(), HAMLET, LAN_NAMED))
                .number();
        long everybody = consented(PublicationConsent.OPEN_WEB);
        try (QuerySideFixture side = QuerySideFixture.inMemory(log)) {
            OpenHonours honours = side.upTo(everybody).bean(OpenHonours.class);
            assertThat(honours.all(offices + 1)).isEmpty();
            assertThat(honours.all(withdrawn)).isEmpty();
            assertThat(honours.all(everybody)).singleElement().satisfies(honour -> {
                assertThat(honour.name()).isEqualTo("Nguyễn Thị Lan");
                assertThat(honour.unit()).isEqualTo(HAMLET);
                assertThat(honour.team()).isNull();
            });
            long restricted = log.write(new ProcessingRestricted(Subject.of(LAN), LocalDate.of(2026, 7, 2), null))
                    .number();
            assertThat(side.upTo(restricted).bean(OpenHonours.class).all(restricted))
                    .isEmpty();
            long lifted = log.write(new RestrictionLifted(Subject.of(LAN), LocalDate.of(2026, 7, 2)))
                    .number();
            assertThat(side.upTo(lifted).bean(OpenHonours.class).all(lifted)).hasSize(1);
            long erased = log.write(
                            new PersonalDataErased(Subject.of(LAN), ErasureBasis.REQUEST_OF_THE_SUBJECT, null),
                            new ErasureListed(Subject.of(LAN), 1))
                    .number();
            assertThat(side.upTo(erased).bean(OpenHonours.class).all(erased)).isEmpty();
        }
    }

    @Test
    void theOpenWebNamesNobodyWhoseHonourIsRevoked() {
        RoundScored scored = scored();
        log.write(new RoundDecided(
                ROUND.round(), HAMLET, scored.pin(), List.of(new HonourPlace(LAN_NAMED, 60_000, null))));
        consented(PublicationConsent.OPEN_WEB);
        long published = log.write(new HonoursPublished(ROUND.round(), HAMLET, List.of(LAN_NAMED)))
                .number();
        long revoked = log.write(new HonourRevoked(
                        ROUND.round(),
                        HAMLET,
                        LAN_NAMED,
                        List.of(new FalseFigure(Criterion.CONFIRMED, 20_000, 4_000)),
                        scored.pin(),
                        scored.pin()))
                .number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(log)) {
            OpenHonours honours = side.upTo(revoked).bean(OpenHonours.class);
            assertThat(honours.all(published)).hasSize(1);
            assertThat(honours.all(revoked)).isEmpty();
        }
    }

    private long consented(int textVersion) {
        return log.write(new PublicationConsented(
                        ROUND.round(),
                        HAMLET,
                        LAN_NAMED,
                        new PublicationConsent(
                                textVersion,
                                ConsentMethod.SIGNED_FORM,
                                new Responsible(TEAM, MINH),
                                LocalDate.of(2026, 7, 1))))
                .number();
    }

    @Test
    void aRoundThatIsNotScoredShowsWhoIsNominated() {
        log.then(json -> {
            Map<String, Object> round = json.answer(AT);
            assertThat(list(round.get("proposed"))).containsExactly(Map.of("candidate", "member:lan", "member", "lan"));
            assertThat(list(round.get("ranked"))).isEmpty();
            assertThat(json.status(AT + "/candidates/member:lan")).isEqualTo(404);
        });
    }

    private static AssistanceVoided voided(String id) {
        return new AssistanceVoided(new AssistanceId(id), TEAM, Beneficiary.walkIn(HAMLET));
    }

    /** The rounds in the preview of a command that would record these events. */
    private List<Map<String, Object>> honours(QuerySideFixture side, List<? extends DomainEvent> events) {
        List<Map<String, @Nullable Object>> dryRun =
                events.stream().map(DryRunEvents::of).toList();
        Map<?, ?> answer = side.upTo(log.ledger.tail().number())
                .http()
                .post()
                .uri("/api/corrections/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.writeValueAsBytes(Map.of("events", dryRun)))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return list(Json.map(Objects.requireNonNull(answer).get("answer")).get("honours"));
    }

    @Test
    void aPreviewTellsWhichScoresTheLedgerWouldGiveOfADecidedRound() {
        RoundScored scored = scored();
        log.write(new RoundDecided(
                ROUND.round(), HAMLET, scored.pin(), List.of(new HonourPlace(LAN_NAMED, 60_000, null))));
        List<AssistanceVoided> most =
                IntStream.range(0, 68).mapToObj(each -> voided("l-" + each)).toList();
        try (QuerySideFixture side = QuerySideFixture.inMemory(log)) {
            assertThat(honours(side, List.of(ROUND)))
                    .as("no event that scores are made of")
                    .isEmpty();

            Map<String, Object> round = honours(side, most).getFirst();
            assertThat(round)
                    .containsEntry("round", "dot-1")
                    .containsEntry("unit", "ap-1")
                    .containsEntry("stage", "DECIDED")
                    .containsEntry("differing", 0);
            Map<String, Object> lan = list(round.get("scores")).getFirst();
            assertThat(lan)
                    .containsEntry("candidate", "member:lan")
                    .containsEntry("honoured", true)
                    .containsEntry("before", lan.get("scored"))
                    .containsEntry("rankBefore", 1)
                    .containsEntry("rankAfter", 2);
            assertThat(number(lan, "after")).isLessThan(number(lan, "before"));
            assertThat(list(round.get("scores")))
                    .as("who moves up without other points")
                    .anySatisfy(minh -> assertThat(minh)
                            .containsEntry("candidate", "member:minh")
                            .containsEntry("honoured", false)
                            .containsEntry("rankAfter", 1));

            Map<String, Object> one = honours(side, List.of(voided("l-0"))).getFirst();
            assertThat(list(one.get("scores")).getFirst())
                    .as("an answer supposes its own events alone")
                    .containsEntry("before", lan.get("before"))
                    .doesNotContainEntry("after", lan.get("after"));

            most.forEach(log::write);
            Map<String, Object> then = honours(side, List.of(voided("l-69"))).getFirst();
            assertThat(then).containsEntry("differing", round.get("differingAfter"));
            assertThat(list(then.get("scores")).getFirst())
                    .as("what then happened")
                    .containsEntry("before", lan.get("after"))
                    .containsEntry("rankBefore", 2)
                    .containsEntry("scored", lan.get("scored"));
        }
    }

    @Test
    void aPreviewTellsOfWhomATeamBringsThatComesIntoTheArea() {
        TeamId other = new TeamId("to-2");
        UnitId beside = new UnitId("ap-2");
        MemberId tuan = new MemberId("tuan");
        log.write(new UnitEstablished(
                beside, UnitKind.HAMLET, "Ấp 2", null, new UnitId("xa"), Sample.DECISION, Sample.DAY));
        log.write(PlainEvents.team(other, "Tổ ấp 2", beside, Sample.DAY, tuan));
        scored();
        try (QuerySideFixture side = QuerySideFixture.inMemory(log)) {
            Map<String, Object> round = honours(
                            side, List.of(new TeamCoverageChanged(other, List.of(HAMLET), Sample.DECISION, FIRST)))
                    .getFirst();
            assertThat(list(round.get("scores")))
                    .filteredOn(each -> "member:tuan".equals(each.get("candidate")))
                    .singleElement()
                    .satisfies(
                            each -> assertThat(each).doesNotContainKey("before").containsKey("after"));
        }
    }

    @Test
    void scoresOfASuppositionAreNotKeptForOtherAnswers() {
        scored();
        try (QuerySideFixture side = QuerySideFixture.inMemory(log)) {
            side.upTo(log.ledger.tail().number());
            ScoresRead scores = side.bean(ScoresRead.class);
            Supposition first = supposing(side, voided("l-0"));
            Supposition second = supposing(side, voided("m-0"));
            long commit = first.with(asOf -> asOf);
            assertThat(second.<Long>with(asOf -> asOf)).as("the same number").isEqualTo(commit);

            long known = score(scores, log.ledger.tail().number(), LAN_NAMED);
            assertThat(first.<Long>with(asOf -> score(scores, asOf, LAN_NAMED))).isLessThan(known);
            assertThat(second.<Long>with(asOf -> score(scores, asOf, LAN_NAMED)))
                    .isEqualTo(known);
            assertThat(first.<Long>without(asOf -> score(scores, asOf, LAN_NAMED)))
                    .isEqualTo(known);
            assertThat(score(scores, commit, LAN_NAMED)).isEqualTo(known);
            assertThat(score(scores, log.ledger.tail().number(), LAN_NAMED)).isEqualTo(known);
        }
    }

    @Test
    void scoresThatManyEventsMakeWaitForAPlace() {
        scored();
        try (QuerySideFixture side = QuerySideFixture.inMemory(log)) {
            long commit =
                    side.upTo(log.ledger.tail().number()).projections().folded().number();
            HeavyWork heavy = new HeavyWork();
            ScoresRead scores =
                    new ScoresRead(side.bean(Timelines.class), side.bean(EventLoader.class), log.codec, heavy, 1);
            Reader reader = side.bean(Readers.class).of(new Asker("lan", Set.of(), "/", false), commit);
            try (HeavyWork.Announced _ = heavy.announce("lan", 0);
                    HeavyWork.Announced _ = heavy.announce("lan", 0);
                    HeavyWork.Announced _ = heavy.announce("lan", 0)) {
                assertThatThrownBy(() -> reader.answered(() -> score(scores, commit, LAN_NAMED)))
                        .isInstanceOf(ProblemException.class);
            }
            assertThat(reader.<Long>answered(() -> score(scores, commit, LAN_NAMED)))
                    .isEqualTo(score(side.bean(ScoresRead.class), commit, LAN_NAMED));
        }
    }

    private static long score(ScoresRead scores, long commit, Candidate candidate) {
        return scores.of(ScoringRules.get(1), ROUND.scope(List.of(TEAM)), commit)
                .find(candidate)
                .orElseThrow()
                .score();
    }

    private Supposition supposing(QuerySideFixture side, DomainEvent event) {
        RecordedEvent recorded = new RecordedEvent(
                "supposed.0",
                EventLog.START,
                log.codec.typeOf(event.getClass()),
                null,
                new TreeMap<>(),
                List.copyOf(((ProductEvent) event).tags()),
                log.codec.encode(event));
        return Supposition.of(
                side.bean(SupposableDocuments.class),
                List.copyOf(side.beans(Projector.class)),
                log.ledger.tail(),
                log.clock.instant(),
                "an",
                List.of(new Supposed(event, recorded)));
    }
}
