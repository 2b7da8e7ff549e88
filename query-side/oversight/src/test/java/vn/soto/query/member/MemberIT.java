package vn.soto.query.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Members' help and what they are to look at again, against counting by hand, at random commits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class MemberIT {

    private static final long SEED = QuerySideFixture.Year.SEED;
    private static final int COMMITS = Boolean.getBoolean("soto.long") ? 12 : 3;

    private final Sample sample = QuerySideFixture.Year.SAMPLE;
    private final QuerySideFixture side = QuerySideFixture.Year.SIDE;
    private final Json json = new Json(side.http());
    private final long tail = sample.scribe.ledger.tail().number();

    /** A clerk's card for each record of help. */
    private static final class Card {
        List<CreditShare> helpers = List.of();

        @Nullable
        AssistanceContent content;

        boolean late;
        boolean denied;
        boolean voided;

        @Nullable
        String owner;

        @Nullable
        LocalDate due;

        @Nullable
        String dueFor;

        boolean routed;

        AssistanceContent content() {
            return Objects.requireNonNull(content);
        }

        void due(@Nullable String member, @Nullable LocalDate day, boolean because) {
            due = day;
            dueFor = day == null ? null : member;
            routed = day != null && because;
        }
    }

    @Test
    void creditAddsUpAtEveryCommitAskedAbout() {
        side.upTo(tail);
        Random random = new Random(SEED);
        for (int i = 0; i < COMMITS; i++) {
            long asOf = 50 + random.nextLong(tail - 49);
            Map<AssistanceId, Card> cards = cards(asOf);
            for (String member : members(cards)) {
                for (String quarter : List.of("2026-Q2", "2026-Q3", "2026-Q4")) {
                    compare(member, quarter, asOf, cards);
                }
            }
        }
    }

    private void compare(String member, String quarter, long asOf, Map<AssistanceId, Card> cards) {
        List<Card> own = cards.values().stream()
                .filter(card -> !card.voided)
                .filter(card -> QuarterCalendar.CALENDAR
                        .of(card.content().occurredAt())
                        .toString()
                        .equals(quarter))
                .filter(card -> hundredths(card, member) >= 0)
                .toList();
        Map<String, Object> answer =
                json.answer("/api/members/" + member + "/activity?quarter=" + quarter + "&asOf=" + asOf + "&limit=200");
        assertThat(answer)
                .as("seed %s %s %s as of %s", SEED, member, quarter, asOf)
                .containsEntry("assistances", own.size())
                .containsEntry(
                        "credit",
                        own.stream()
                                .filter(card -> !card.denied)
                                .mapToInt(card -> hundredths(card, member))
                                .sum())
                .containsEntry(
                        "withheld",
                        own.stream()
                                .filter(card -> card.denied)
                                .mapToInt(card -> hundredths(card, member))
                                .sum())
                .containsEntry(
                        "late", (int) own.stream().filter(card -> card.late).count());
        Map<String, Long> modes = own.stream()
                .collect(Collectors.groupingBy(card -> card.content().mode().name(), Collectors.counting()));
        modes.forEach(
                (mode, count) -> assertThat(Json.map(answer.get("byMode"))).containsEntry(mode, count.intValue()));
        assertThat((List<?>) answer.getOrDefault("records", List.of())).hasSize(own.size());
    }

    private static int hundredths(Card card, String member) {
        return card.helpers.stream()
                .filter(share -> share.member().value().equals(member))
                .mapToInt(CreditShare::hundredths)
                .findFirst()
                .orElse(-1);
    }

    @Test
    void followUpsAreThoseOfWhoeverLooksAfterTheRecord() {
        side.upTo(tail);
        int found = 0;
        int routed = 0;
        for (long asOf : new long[] {tail / 2, tail}) {
            Map<AssistanceId, Card> cards = cards(asOf);
            for (String member : members(cards)) {
                List<Map<String, Object>> expected = cards.entrySet().stream()
                        .filter(entry -> member.equals(entry.getValue().dueFor))
                        .map(entry -> Map.<String, Object>of(
                                "assistance",
                                entry.getKey().value(),
                                "on",
                                String.valueOf(entry.getValue().due),
                                "routed",
                                entry.getValue().routed))
                        .toList();
                List<Map<String, Object>> answered = new ArrayList<>();
                for (String quarter : List.of("2026-Q2", "2026-Q3", "2026-Q4")) {
                    ((List<?>) json.answer("/api/members/" + member + "/follow-ups?quarter=" + quarter + "&asOf="
                                            + asOf)
                                    .getOrDefault("followUps", List.of()))
                            .forEach(item -> answered.add(Json.map(item)));
                }
                assertThat(answered)
                        .as("seed %s %s as of %s", SEED, member, asOf)
                        .containsExactlyInAnyOrderElementsOf(expected)
                        .isSortedAccordingTo(Comparator.comparing(item -> String.valueOf(item.get("on"))));
                found += expected.size();
                routed += (int) expected.stream()
                        .filter(item -> Boolean.TRUE.equals(item.get("routed")))
                        .count();
            }
        }
        assertThat(found).isGreaterThan(100);
        assertThat(routed).isGreaterThan(5);
    }

    @Test
    void withoutAQuarterFollowUpsOfTheLastYearAndTheNextQuarterAreShown() {
        side.upTo(tail);
        String member = members(cards(tail)).getFirst();
        int each = Stream.of("2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
                .mapToInt(quarter -> ((List<?>) json.answer("/api/members/" + member + "/follow-ups?quarter=" + quarter)
                                .getOrDefault("followUps", List.of()))
                        .size())
                .sum();

        assertThat((List<?>)
                        json.answer("/api/members/" + member + "/follow-ups").getOrDefault("followUps", List.of()))
                .hasSize(each);
    }

    @Test
    void aMemberWhoHelpedNobodyHasFiguresOfZeroAndWhoIsNoMemberHasNone() {
        side.upTo(tail);
        String member = members(cards(tail)).getFirst();

        assertThat(json.answer("/api/members/" + member + "/activity?quarter=2025-Q1"))
                .containsEntry("assistances", 0)
                .containsEntry("credit", 0)
                .containsEntry("records", List.of())
                .doesNotContainKey("next");
        for (String question : List.of("", "/activity", "/follow-ups", "/memberships", "/households")) {
            assertThat(json.status("/api/members/zzz" + question)).as(question).isEqualTo(404);
        }
    }

    private static List<String> members(Map<AssistanceId, Card> cards) {
        return Stream.concat(
                        cards.values().stream()
                                .flatMap(card -> card.helpers.stream())
                                .map(share -> share.member().value()),
                        cards.values().stream().flatMap(card -> Stream.ofNullable(card.dueFor)))
                .distinct()
                .sorted()
                .limit(25)
                .toList();
    }

    private Map<AssistanceId, Card> cards(long asOf) {
        Map<AssistanceId, Card> cards = new LinkedHashMap<>();
        for (Commit commit : sample.scribe.ledger.commits(1, (int) asOf)) {
            for (RecordedEvent event : commit.events()) {
                if (sample.scribe.codec.decode(event.type(), event.payload()) instanceof AssistanceEvent of) {
                    note(of, cards.computeIfAbsent(of.assistance(), id -> new Card()), commit);
                }
            }
        }
        return cards;
    }

    private static void note(AssistanceEvent event, Card card, Commit commit) {
        switch (event) {
            case AssistanceRecorded recorded -> {
                card.helpers = recorded.helpers();
                card.content = recorded.content();
                card.owner = recorded.responsible() == null
                        ? card.helpers.getFirst().member().value()
                        : recorded.responsible().member().value();
                card.due(card.owner, recorded.content().followUp(), false);
            }
            case AssistanceCorrected corrected -> correct(corrected, card);
            case AssistanceVoided voided -> {
                card.voided = true;
                card.due(null, null, false);
            }
            case AssistanceFlaggedLate late -> card.late = true;
            case AssistanceRouted routed -> {
                card.owner = routed.to().member().value();
                card.due(card.owner, card.due == null ? VietnamTime.day(commit.at()) : card.due, true);
            }
            case AssistanceFollowedUp followed ->
                card.due(followed.by().member().value(), followed.next(), false);
            case AssistanceVerified called -> card.denied = called.result() == Verification.DENIED;
            default -> {}
        }
    }

    private static void correct(AssistanceCorrected corrected, Card card) {
        AssistanceContent before = card.content();
        AssistanceContent right = corrected.content();
        if (!Objects.equals(before.followUp(), right.followUp())) {
            boolean keeps = right.followUp() == null && card.routed;
            if (!keeps) {
                card.due(card.owner, right.followUp(), card.routed);
            }
        }
        card.helpers = corrected.helpers() == null ? card.helpers : corrected.helpers();
        card.late = card.late && VietnamTime.day(before.occurredAt()).equals(VietnamTime.day(right.occurredAt()));
        card.content = right;
    }
}
