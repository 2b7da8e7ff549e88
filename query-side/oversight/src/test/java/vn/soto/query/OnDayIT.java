package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import vn.soto.query.testing.DatedHistory;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;

/**
 * Every question that takes a day {@code on} is answered as if nothing had ever been decided for a later day. The
 * answer of a ledger with everything equals that of a ledger without the facts of later days.
 */
@Tag("slow")
final class OnDayIT {

    /** Fields of an answer with a commit or a position, or with more than the day. */
    private static final Set<String> APART = Set.of(
            "commit",
            "changed",
            "position",
            "next",
            "nextChange",
            "coming",
            "history",
            "predecessors",
            "successors",
            "grants",
            "persons");

    /** An answer with one of these tells a last day as it is known, also one after the day. */
    private static final Set<String> WITH_KNOWN_END = Set.of("history", "grant");

    private static final int DAYS_APART = 340;

    @Test
    void anAnswerAboutADayKnowsNothingOfWhatHoldsLater() {
        compare(3, 2 * DAYS_APART);
    }

    @Test
    void everyQuestionThatTakesADayIsCompared() {
        DatedHistory history = new DatedHistory(3);
        Set<String> compared =
                questions(history).map(question -> question.split("\\?", 2)[0]).collect(Collectors.toSet());
        try (QuerySideFixture side = QuerySideFixture.inMemory(history.first(1))) {
            assertThat(side.beans(RequestMappingHandlerMapping.class).stream()
                            .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                            .filter(each -> Stream.of(each.getValue().getMethodParameters())
                                    .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                                            && "on"
                                                    .equals(parameter
                                                            .getParameter()
                                                            .getName())))
                            .flatMap(each -> each.getKey().getPatternsCondition().getPatterns().stream())
                            .map(PathPattern::getPatternString)
                            .filter(template -> compared.stream()
                                    .noneMatch(Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+"))
                                            .asMatchPredicate())))
                    .as("a search names what a subject was or will be called, with the days")
                    .containsExactly("/api/search");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20_260_901, 7, 8, 9})
    @Tag("long")
    void norDoesOneOfAnyOtherHistory(long seed) {
        compare(seed, DAYS_APART / 6);
    }

    private static void compare(long seed, int daysApart) {
        DatedHistory history = new DatedHistory(seed);
        EventLog all = history.first(history.steps());
        try (QuerySideFixture side = QuerySideFixture.inMemory(all)) {
            side.upTo(history.steps());
            assertThat(side.projections().deadLetters()).isZero();
            LocalDate day = DatedHistory.FIRST.plusDays(60);
            for (int asOf = history.steps(); day.isBefore(DatedHistory.END); asOf = asOf * 9 / 10) {
                sameAsWithoutLaterFacts(history, new Json(side.signedIn(DatedHistory.READER.value())), asOf, day, seed);
                day = day.plusDays(daysApart);
            }
        }
    }

    private static void sameAsWithoutLaterFacts(DatedHistory history, Json all, int asOf, LocalDate day, long seed) {
        EventLog log = history.first(asOf, day);
        try (QuerySideFixture past = QuerySideFixture.inMemory(log)) {
            past.upTo(log.ledger.tail().number());
            assertThat(past.projections().deadLetters()).isZero();
            Json known = new Json(past.signedIn(DatedHistory.READER.value()));
            questions(history).forEach(question -> {
                String on = question + (question.contains("?") ? "&" : "?") + "on=" + day;
                Object expected = answer(known, on);
                Object actual = answer(all, on + "&asOf=" + asOf);
                if (expected != null) {
                    assertThat(actual)
                            .as("%s as of %s, seed %s", on, asOf, seed)
                            .isEqualTo(expected);
                } else if (actual instanceof Map<?, ?> card && card.containsKey("status")) {
                    assertThat(Json.map(card)).as("%s, seed %s", on, seed).containsEntry("status", "PLANNED");
                }
            });
        }
    }

    private static Stream<String> questions(DatedHistory history) {
        return Stream.of(
                        Stream.of("/api/teams", "/api/units", "/api/catalogue", "/api/policy"),
                        history.codes.stream().map(code -> "/api/units?code=" + code),
                        history.units.stream()
                                .flatMap(unit -> Stream.of(
                                        "/api/units/" + unit,
                                        "/api/units/" + unit + "/coverage",
                                        "/api/units/" + unit + "/undecided",
                                        "/api/units/" + unit + "/requests",
                                        "/api/units/" + unit + "/requests?state=overdue",
                                        "/api/units/" + unit + "/requests?state=closed",
                                        "/api/teams?unit=" + unit)),
                        history.teams.stream()
                                .flatMap(team -> Stream.of(
                                        "/api/teams/" + team,
                                        "/api/teams/" + team + "/requests",
                                        "/api/teams/" + team + "/requests?state=all")),
                        history.requests.stream().map(request -> "/api/requests/" + request),
                        Stream.of("open", "late", "closed", "all").map(state -> "/api/data-requests?state=" + state),
                        history.dataRequests.stream().map(request -> "/api/data-requests/" + request),
                        Stream.of("/api/accounts", "/api/accounts?role=LEADER", "/api/accounts?approval=BY_ONE_PERSON"),
                        history.units.stream().map(unit -> "/api/accounts?unit=" + unit),
                        history.accounts.stream().map(account -> "/api/accounts/" + account))
                .flatMap(each -> each);
    }

    /** Null if there is nothing of that name; of an ended unit where its lists are now. */
    private static @Nullable Object answer(Json json, String question) {
        EntityExchangeResult<Map<String, Object>> result = json.ask(question, "vi");
        Map<String, Object> body = Objects.requireNonNull(result.getResponseBody());
        return switch (result.getStatus().value()) {
            case 200 -> comparable(body.get("answer"));
            case 404 -> null;
            default -> {
                assertThat(body).as(question).containsEntry("type", "urn:soto:problem:ask-successors");
                yield body.get("detail");
            }
        };
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> compared = new HashMap<>();
            map.forEach((key, each) -> {
                boolean apart = APART.contains(key.toString())
                        || (key.equals("until") && WITH_KNOWN_END.stream().anyMatch(map::containsKey));
                if (!apart) {
                    compared.put(key.toString(), comparable(each));
                }
            });
            return compared;
        }
        return value instanceof List<?> list
                ? list.stream().map(OnDayIT::comparable).toList()
                : value;
    }
}
