package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.allinone.CommuneClient.member;
import static vn.soto.contracts.access.Role.ADMINISTRATOR;
import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.MEMBER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.soto.allinone.recount.RawLedger;
import vn.soto.allinone.recount.Recount;

/**
 * The third quarter of 2026 in one commune, as its people lived it, over HTTP. It has formation, help of every kind, an
 * offline batch, a departure, a merger, a split, an import, reports, corrections and an audit. After the last part every
 * figure and list is counted again from the stored events. At length every figure is, after each part, and lists on more
 * days.
 */
@Tag("threads")
@Tag("slow")
final class QuarterInACommuneIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final String QUARTER = "2026-Q3";
    private static final List<String> QUARTERS = List.of(QUARTER, "2026-Q4");
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 7, 31), LocalDate.of(2026, 8, 20), LocalDate.of(2026, 10, 1));
    private static final String FOUNDING = "\"instrument\":{\"number\":\"01/NQ-HĐND\",\"signedOn\":\"2026-01-05\"},";

    @TempDir
    private static Path folder;

    private String river = "";
    private String hill = "";
    private String east = "";

    @Test
    void everyFigureOfTheQuarterIsTheOneTheEventsGive() {
        try (CommuneClient commune = new CommuneClient(folder, LocalDate.of(2026, 6, 25))) {
            formation(commune);
            Map<String, String> homes = households(commune);
            july(commune, homes);
            figuresOf(commune, "after July");
            merger(commune, homes);
            figuresOf(commune, "after the merger");
            split(commune, homes);
            importedHouseholds(commune);
            figuresOf(commune, "after the split and the import");
            reports(commune);
            long submitted = commune.tail();
            corrections(commune, homes);
            audit(commune, homes, submitted);
            recount(commune, "after the audit").everything(QUARTERS, LONG ? DAYS : DAYS.subList(1, 2));
        }
    }

    private static void figuresOf(CommuneClient commune, String when) {
        if (LONG) {
            recount(commune, when).figures(QUARTER);
        }
    }

    private static Recount recount(CommuneClient commune, String when) {
        return new Recount(RawLedger.of(commune.ledger()), commune.tail(), commune::ask, when);
    }

    private static void unit(CommuneClient commune, String id, String kind, String name, String more, String from) {
        commune.tell(
                OFFICER,
                "/api/units",
                "{\"unit\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\",%s%s\"effectiveFrom\":\"%s\"}"
                        .formatted(id, kind, name, more, FOUNDING, from));
    }

    private void formation(CommuneClient commune) {
        unit(commune, "city", "MUNICIPALITY", "Hồ Chí Minh", "\"officialCode\":\"79\",", "2026-01-10");
        unit(
                commune,
                "commune",
                "COMMUNE",
                "An Thới Đông",
                "\"officialCode\":\"27673\",\"parent\":\"city\",",
                "2026-01-10");
        for (String name : List.of("An Hòa", "An Bình", "An Đông")) {
            unit(commune, id(name), "HAMLET", name, "\"parent\":\"commune\",", "2026-01-10");
        }
        commune.on("2026-06-26");
        river = commune.team(OFFICER, "Tổ CNSCĐ ấp An Hòa", id("An Hòa"), 1);
        hill = commune.team(OFFICER, "Tổ CNSCĐ ấp An Bình", id("An Bình"), 11);
        east = commune.team(OFFICER, "Tổ CNSCĐ ấp An Đông", id("An Đông"), 21);
    }

    private static String id(String name) {
        return Map.of("An Hòa", "an-hoa", "An Bình", "an-binh", "An Đông", "an-dong")
                .getOrDefault(name, name);
    }

    private Map<String, String> households(CommuneClient commune) {
        commune.on("2026-07-01");
        Map<String, String> homes = new TreeMap<>();
        for (String reference : List.of("HO-A1", "HO-A2", "HO-A3", "HO-A4", "HO-A5")) {
            homes.put(reference, register(commune, "an-hoa", reference));
        }
        for (String reference : List.of("HO-B1", "HO-B2", "HO-B3")) {
            homes.put(reference, register(commune, "an-binh", reference));
        }
        for (String reference : List.of("HO-C1", "HO-C2", "HO-C3", "HO-C4")) {
            homes.put(reference, register(commune, "an-dong", reference));
        }
        assign(commune, homes, river, 2, "HO-A1", "HO-A2");
        assign(commune, homes, river, 3, "HO-A3", "HO-A4");
        assign(commune, homes, hill, 12, "HO-B1", "HO-B2");
        assign(commune, homes, east, 22, "HO-C1", "HO-C2");
        assign(commune, homes, east, 23, "HO-C3");
        homes.put(
                "DN-1",
                commune.made(
                        OFFICER,
                        "/api/businesses",
                        "{\"kind\":\"HOUSEHOLD_BUSINESS\",\"unit\":\"an-hoa\",\"reference\":\"DN-1\"}"));
        return homes;
    }

    private static String register(CommuneClient commune, String unit, String reference) {
        return commune.made(
                OFFICER, "/api/households", "{\"unit\":\"%s\",\"reference\":\"%s\"}".formatted(unit, reference));
    }

    private static void assign(
            CommuneClient commune, Map<String, String> homes, String team, int member, String... references) {
        for (String reference : references) {
            commune.tell(
                    LEADER,
                    "/api/households/" + homes.get(reference) + "/assignment",
                    "{\"team\":\"%s\",\"member\":\"%s\",\"effectiveFrom\":\"2026-07-01\"}"
                            .formatted(team, member(member)));
        }
    }

    /** The body of a record of help. */
    private static String help(String team, String whom, String helpers, String said, String day, String more) {
        return "{\"team\":\"%s\",%s,\"helpers\":[%s],\"content\":{%s,\"occurredAt\":\"%sT09:30:00Z\"}%s}"
                .formatted(team, whom, helpers, said, day, more);
    }

    private static String said(String services, String channel, String mode, String outcome) {
        return "\"services\":[%s],\"channel\":\"%s\",\"mode\":\"%s\",\"outcome\":\"%s\""
                .formatted(services, channel, mode, outcome);
    }

    private static String quoted(int... members) {
        return Arrays.stream(members)
                .mapToObj(number -> "\"" + member(number) + "\"")
                .collect(Collectors.joining(","));
    }

    private static String toHousehold(Map<String, String> homes, String reference) {
        return "\"household\":\"" + homes.get(reference) + "\"";
    }

    private static final String VNEID = "\"vneid-level-2\"";

    private void july(CommuneClient commune, Map<String, String> homes) {
        commune.on("2026-07-04");
        String first = commune.made(
                MEMBER,
                "/api/assistances",
                help(
                        river,
                        toHousehold(homes, "HO-A1"),
                        quoted(2),
                        said(VNEID, "HOME_VISIT", "SELF_PERFORMED", "DONE"),
                        "2026-07-03",
                        ""));
        String second = commune.made(
                MEMBER,
                "/api/assistances",
                help(
                        river,
                        toHousehold(homes, "HO-A1"),
                        quoted(3, 2),
                        said("\"online-payment\"," + VNEID, "ZALO", "DEMONSTRATED", "NEEDS_FOLLOW_UP")
                                + ",\"followUp\":\"2026-07-10\"",
                        "2026-07-03",
                        ""));
        commune.tell(
                MEMBER,
                "/api/assistances",
                help(
                        river,
                        "\"walkIn\":\"an-hoa\"",
                        quoted(1),
                        said("\"passport\"", "PUBLIC_SERVICE_CENTRE", "DONE_ON_BEHALF", "PARTLY"),
                        "2026-07-03",
                        ""));
        commune.on("2026-07-07");
        commune.tell(
                MEMBER,
                "/api/assistances",
                help(
                        river,
                        "\"business\":\"" + homes.get("DN-1") + "\"",
                        quoted(1),
                        said("\"online-shop\"", "CLASS", "DEMONSTRATED", "DONE"),
                        "2026-07-05",
                        ""));
        String denied = commune.made(
                MEMBER,
                "/api/assistances",
                help(
                        hill,
                        toHousehold(homes, "HO-B1"),
                        quoted(12),
                        said("\"online-payment\"", "PHONE", "DEMONSTRATED", "NOT_DONE"),
                        "2026-07-06",
                        ""));
        homes.put("denied", denied);
        commune.tell(
                MEMBER,
                "/api/assistances",
                help(
                        east,
                        toHousehold(homes, "HO-C1"),
                        quoted(22),
                        said(VNEID, "HOME_VISIT", "SELF_PERFORMED", "DONE"),
                        "2026-07-06",
                        ""));
        String wrong = commune.made(
                MEMBER,
                "/api/assistances",
                help(
                        east,
                        toHousehold(homes, "HO-C2"),
                        quoted(22, 23),
                        said(VNEID, "HOME_VISIT", "DONE_ON_BEHALF", "DONE"),
                        "2026-07-06",
                        ""));
        String twice = commune.made(
                MEMBER,
                "/api/assistances",
                help(
                        east,
                        toHousehold(homes, "HO-C3"),
                        quoted(23),
                        said(VNEID, "FACEBOOK", "DEMONSTRATED", "DONE"),
                        "2026-07-06",
                        ""));
        requests(commune, homes);
        commune.on("2026-07-13");
        commune.tell(
                MEMBER,
                "/api/assistances/" + second + "/follow-ups",
                "{\"team\":\"%s\",\"member\":\"%s\",\"outcome\":\"DONE\",\"occurredAt\":\"2026-07-10T02:00:00Z\"}"
                        .formatted(river, member(2)));
        verify(commune, first, "CONFIRMED");
        verify(commune, denied, "DENIED");
        commune.tell(LEADER, "/api/assistances/" + wrong + "/correction", """
                {"content":{%s,"occurredAt":"2026-07-07T09:30:00Z"},"reason":"WRONG_ENTRY"}
                """.formatted(
                        said(VNEID, "HOME_VISIT", "SELF_PERFORMED", "DONE")));
        commune.tell(LEADER, "/api/assistances/" + twice + "/void", "{\"reason\":\"DUPLICATE\"}");
        together(commune);
        offline(commune, homes);
        departures(commune, homes);
    }

    private static void verify(CommuneClient commune, String record, String result) {
        commune.tell(
                LEADER,
                "/api/assistances/" + record + "/verifications",
                "{\"verifier\":\"%s\",\"result\":\"%s\",\"occurredAt\":\"2026-07-12T02:00:00Z\"}"
                        .formatted(member(99), result));
    }

    private void requests(CommuneClient commune, Map<String, String> homes) {
        commune.on("2026-07-08");
        String known = received(commune, toHousehold(homes, "HO-A3"));
        String unknown = received(commune, "\"unit\":\"an-binh\"");
        String elsewhere = received(commune, "\"unit\":\"an-dong\"");
        String waiting = received(commune, "\"unit\":\"an-dong\"");
        take(commune, known, river, 2);
        take(commune, unknown, hill, 12);
        assertThat(CommuneClient.texts(
                        commune.ask("/api/teams/" + east + "/requests").get("requests"), "request"))
                .containsExactly(waiting, elsewhere);
        commune.on("2026-07-09");
        String resolving = commune.made(
                MEMBER,
                "/api/assistances",
                help(
                        river,
                        toHousehold(homes, "HO-A3"),
                        quoted(2),
                        said("\"driving-licence\"", "PHONE", "SELF_PERFORMED", "DONE"),
                        "2026-07-08",
                        ""));
        commune.tell(
                MEMBER,
                "/api/requests/" + known + "/resolve",
                "{\"outcome\":\"DONE\",\"assistance\":\"%s\",\"resolvedOn\":\"2026-07-09\"}".formatted(resolving));
        commune.tell(MEMBER, "/api/requests/" + unknown + "/release", "{\"releasedOn\":\"2026-07-09\"}");
        commune.tell(
                LEADER,
                "/api/requests/" + elsewhere + "/decline",
                "{\"why\":\"OUTSIDE_THE_TASKS\",\"reason\":\"NOT_IN_SCOPE\",\"declinedOn\":\"2026-07-09\"}");
        take(commune, waiting, east, 22);
        OfferedActions east22 = new OfferedActions(commune, "2026-07-09", east, member(22));
        OfferedActions hill12 = new OfferedActions(commune, "2026-07-09", hill, member(12));
        assertThat(Stream.of(elsewhere, waiting).flatMap(request -> east22.wrong("/requests/" + request).stream()))
                .isEmpty();
        assertThat(hill12.wrong("/requests/" + unknown)).isEmpty();
        assertThat(hill12.wrong("/requests/" + known)).isEmpty();
        commune.tell(MEMBER, "/api/requests/" + waiting + "/release", "{\"releasedOn\":\"2026-07-09\"}");
        assertThat(hill12.wrong("/assistances/" + resolving)).isEmpty();
    }

    private static String received(CommuneClient commune, String from) {
        return commune.made(
                MEMBER,
                "/api/requests",
                "{%s,\"source\":\"HOTLINE\",\"topics\":[\"VNEID\"],\"receivedOn\":\"2026-07-08\"}".formatted(from));
    }

    private static void take(CommuneClient commune, String request, String team, int member) {
        commune.tell(
                MEMBER,
                "/api/requests/" + request + "/take",
                "{\"team\":\"%s\",\"member\":\"%s\",\"takenOn\":\"2026-07-08\"}".formatted(team, member(member)));
    }

    /** Outreach, groups and trainings. */
    private void together(CommuneClient commune) {
        commune.on("2026-07-14");
        String meeting = scheduled(commune, river, "an-hoa", "2026-07-18");
        String rained = scheduled(commune, river, "an-hoa", "2026-07-19");
        String mistaken = scheduled(commune, east, "an-dong", "2026-07-18");
        String group = member(70);
        commune.tell(
                LEADER,
                "/api/teams/" + river + "/community-groups",
                "{\"group\":\"%s\",\"households\":120,\"countedOn\":\"2026-07-14\"}".formatted(group));
        commune.on("2026-07-23");
        hold(commune, meeting, 40, "SIGNED_LIST", 1);
        commune.tell(LEADER, "/api/outreach/" + rained + "/cancel", "{\"reason\":\"WEATHER\"}");
        hold(commune, mistaken, 15, "ESTIMATE", 21);
        commune.tell(LEADER, "/api/outreach/" + mistaken + "/void", "{\"reason\":\"NEVER_HAPPENED\"}");
        OfferedActions offered = new OfferedActions(commune, "2026-07-23", river, member(1));
        assertThat(Stream.of(meeting, rained, scheduled(commune, river, "an-hoa", "2026-07-30"))
                        .flatMap(session -> offered.wrong("/outreach/" + session).stream()))
                .isEmpty();
        assertThat(new OfferedActions(commune, "2026-07-23", east, member(21)).wrong("/outreach/" + mistaken))
                .isEmpty();
        String training = commune.made(
                OFFICER,
                "/api/trainings",
                "{\"topics\":[\"VNEID\"],\"organiser\":\"PEOPLES_COMMITTEE\",\"on\":\"2026-07-22\",\"hours\":4}");
        commune.tell(
                OFFICER,
                "/api/trainings/" + training + "/attendance",
                attendance(attendee(river, 1) + "," + attendee(river, 2) + "," + attendee(hill, 11), ""));
        commune.tell(
                OFFICER,
                "/api/trainings/" + training + "/attendance/correction",
                attendance(attendee(river, 1) + "," + attendee(hill, 11), ",\"reason\":\"WRONG_ENTRY\""));
        commune.tell(OFFICER, "/api/trainings/" + training + "/void", "{\"reason\":\"NEVER_HAPPENED\"}");
        assertThat(commune.ask("/api/trainings/" + training).get("status").asString())
                .isEqualTo("VOIDED");
        commune.tell(OFFICER, "/api/trainings/" + training + "/restoration", "{\"reason\":\"WRONG_ENTRY\"}");
    }

    private static String scheduled(CommuneClient commune, String team, String unit, String day) {
        return commune.made(LEADER, "/api/outreach", """
                {"team":"%s","unit":"%s","startsAt":"%sT12:00:00Z","topics":["VNEID"],"channel":"RESIDENTS_MEETING"}
                """.formatted(team, unit, day));
    }

    private static void hold(CommuneClient commune, String session, int people, String basis, int holder) {
        commune.tell(LEADER, "/api/outreach/" + session + "/hold", """
                {"holding":{"heldOn":"2026-07-18","attendance":%d,"basis":"%s","holders":[%s]}}
                """.formatted(people, basis, quoted(holder)));
    }

    private static String attendee(String team, int member) {
        return "{\"team\":\"%s\",\"member\":\"%s\"}".formatted(team, member(member));
    }

    private static String attendance(String attendees, String more) {
        return "{\"attendance\":{\"on\":\"2026-07-22\",\"hours\":4,\"attendees\":[%s]}%s}".formatted(attendees, more);
    }

    /** A phone that was offline sends what it kept; one line is of a day to come, and one is sent twice. */
    private void offline(CommuneClient commune, Map<String, String> homes) {
        commune.on("2026-07-24");
        List<String> lines = List.of(
                kept(1, river, toHousehold(homes, "HO-A2"), 2, "2026-07-15"),
                kept(2, river, toHousehold(homes, "HO-A4"), 3, "2026-07-16"),
                kept(3, hill, toHousehold(homes, "HO-B2"), 12, "2026-07-17"),
                kept(4, hill, toHousehold(homes, "HO-B3"), 12, "2026-08-17"));
        assertThat(commune.batch(MEMBER, lines)).containsExactly("done", "done", "done", "refused");
        assertThat(commune.batch(MEMBER, lines.subList(0, 1))).containsExactly("repeat");
    }

    private static String kept(int number, String team, String whom, int helper, String day) {
        return "{\"id\":\"018f3e7a-0000-7000-8000-%012d\",\"name\":\"record-assistance\",\"payload\":%s}"
                .formatted(
                        number,
                        help(
                                team,
                                whom,
                                quoted(helper),
                                said("\"information-security\"", "HOME_VISIT", "DEMONSTRATED", "DONE"),
                                day,
                                ",\"reason\":\"OFFLINE\""));
    }

    private void departures(CommuneClient commune, Map<String, String> homes) {
        commune.on("2026-07-28");
        commune.tell(
                OFFICER,
                "/api/teams/" + river + "/members/" + member(3) + "/end",
                "{\"reason\":\"RESIGNED\",\"lastDay\":\"2026-07-25\"}");
        commune.tell(
                OFFICER,
                "/api/teams/" + river + "/members",
                "{\"member\":\"%s\",\"organisation\":\"TEACHER\",\"effectiveFrom\":\"2026-07-27\"}"
                        .formatted(member(4)));
        commune.tell(
                LEADER, "/api/households/" + homes.get("HO-A4") + "/departure", "{\"effectiveFrom\":\"2026-07-26\"}");
        assertThat(CommuneClient.texts(
                        commune.ask("/api/units/an-hoa/households?unassigned=true")
                                .get("items"),
                        "reference"))
                .containsExactlyInAnyOrder("HO-A3", "HO-A5");
    }

    private static String decree(String number, String signed, String from) {
        return "\"instrument\":{\"number\":\"%s\",\"signedOn\":\"%s\"},\"effectiveFrom\":\"%s\"}"
                .formatted(number, signed, from);
    }

    private void merger(CommuneClient commune, Map<String, String> homes) {
        commune.on("2026-08-03");
        unit(commune, "an-hoa-binh", "HAMLET", "An Hòa Bình", "\"parent\":\"commune\",", "2026-08-01");
        commune.tell(
                OFFICER,
                "/api/units/an-hoa-binh/merger",
                "{\"from\":[\"an-hoa\",\"an-binh\"]," + decree("20/NQ-HĐND", "2026-07-20", "2026-08-01"));
        assertThat(commune.ask("/api/units/an-hoa-binh/households").get("items").size())
                .isEqualTo(7);
        commune.on("2026-08-10");
        commune.tell(OFFICER, "/api/teams/" + river + "/consolidation", """
                {"decision":{"number":"30/QĐ-UBND","signedOn":"2026-08-05"},"absorbed":["%s"],"coverage":["an-hoa-binh"],
                 "leader":"%s","effectiveFrom":"2026-08-10"}""".formatted(hill, member(1)));
        commune.on("2026-08-13");
        for (String reference : List.of("HO-A1", "HO-B1")) {
            commune.tell(
                    MEMBER,
                    "/api/assistances",
                    help(
                            river,
                            toHousehold(homes, reference),
                            quoted(2),
                            said("\"residence\"", "HOME_VISIT", "SELF_PERFORMED", "DONE"),
                            "2026-08-12",
                            ""));
        }
    }

    private void split(CommuneClient commune, Map<String, String> homes) {
        commune.on("2026-09-01");
        unit(commune, "an-dong-1", "HAMLET", "An Đông 1", "\"parent\":\"commune\",", "2026-09-01");
        unit(commune, "an-dong-2", "HAMLET", "An Đông 2", "\"parent\":\"commune\",", "2026-09-01");
        commune.tell(
                OFFICER,
                "/api/units/an-dong/split",
                "{\"into\":[\"an-dong-1\",\"an-dong-2\"]," + decree("21/NQ-HĐND", "2026-08-20", "2026-09-01"));
        commune.tell(
                OFFICER,
                "/api/teams/" + east + "/coverage",
                "{\"coverage\":[\"an-dong-1\",\"an-dong-2\"]," + decree("31/QĐ-UBND", "2026-08-25", "2026-09-01"));
        relocate(commune, homes, "HO-C1", "an-dong-1");
        relocate(commune, homes, "HO-C2", "an-dong-2");
        JsonNode undecided = commune.ask("/api/units/commune/undecided");
        assertThat(undecided.get("households").asInt()).isEqualTo(2);
        relocate(commune, homes, "HO-C3", "an-dong-1");
        assertThat(commune.ask("/api/units/commune/undecided").get("households").asInt())
                .isEqualTo(1);
    }

    private static void relocate(CommuneClient commune, Map<String, String> homes, String reference, String unit) {
        commune.tell(
                OFFICER,
                "/api/households/" + homes.get(reference) + "/relocation",
                "{\"unit\":\"%s\",\"effectiveFrom\":\"2026-09-01\"}".formatted(unit));
    }

    private void importedHouseholds(CommuneClient commune) {
        commune.on("2026-09-05");
        String file = "Địa bàn;Xã;Mã hộ\r\nẤp An Đông 1;An Thới Đông;HO-D1\r\nẤp An Đông 1;An Thới Đông;HO-D2\r\n";
        JsonNode dryRun = commune.file(OFFICER, "/api/imports/households?dryRun=true", file, 200);
        assertThat(dryRun.get("wrong").asInt()).as(dryRun.toString()).isZero();
        JsonNode accepted = commune.file(OFFICER, "/api/imports/households", file, 202);
        JsonNode plan = commune.completed(accepted.get("plan").asString());
        assertThat(plan.get("done").asInt()).as(plan.toString()).isEqualTo(2);
        assertThat(plan.get("refused").asInt()).isZero();
        JsonNode homes = commune.ask("/api/units/an-dong-1/households").get("items");
        assertThat(CommuneClient.texts(homes, "reference"))
                .containsExactlyInAnyOrder("HO-C1", "HO-C3", "HO-D1", "HO-D2");
        String imported = StreamSupport.stream(homes.spliterator(), false)
                .filter(home -> home.get("reference").asString().equals("HO-D1"))
                .findFirst()
                .orElseThrow()
                .get("household")
                .asString();
        commune.on("2026-09-10");
        commune.tell(
                MEMBER,
                "/api/assistances",
                help(
                        east,
                        "\"household\":\"" + imported + "\"",
                        quoted(22),
                        said("\"personal-signature\"", "OTHER", "SELF_PERFORMED", "DONE"),
                        "2026-09-09",
                        ""));
    }

    private void reports(CommuneClient commune) {
        commune.on("2026-10-02");
        for (String team : List.of(river, hill, east)) {
            JsonNode draft = commune.ask(report(team));
            assertThat(draft.get("status").asString()).isEqualTo("DRAFT");
            JsonNode answer = commune.tell(LEADER, report(team), "{}");
            assertThat(answer.path("warnings").size()).as(answer.toString()).isZero();
            JsonNode submitted = commune.ask(report(team));
            assertThat(submitted.get("figures")).isEqualTo(draft.get("figures"));
            assertThat(submitted.at("/submitted/late").asBoolean()).isFalse();
            assertThat(submitted.get("outdated").asBoolean()).isFalse();
        }
        assertThat(figures(commune.ask(report(river)).get("figures"), "value"))
                .containsEntry("T02", 6L)
                // HO-A1 and HO-A2, and HO-B1 and HO-B2 of a member whom the team took over.
                .containsEntry("H02", 4L)
                .containsEntry("H05", 9L)
                .containsEntry("H04", 5L)
                .containsEntry("P02", 40L)
                .containsEntry("Q01.resolved", 1L);
    }

    private static String report(String team) {
        return "/api/teams/" + team + "/reports/" + QUARTER;
    }

    private static Map<String, Long> figures(JsonNode lines, String field) {
        Map<String, Long> figures = new TreeMap<>();
        lines.forEach(
                line -> figures.put(line.get("code").asString(), line.get(field).asLong()));
        return figures;
    }

    private void corrections(CommuneClient commune, Map<String, String> homes) {
        commune.on("2026-10-09");
        commune.tell(OFFICER, "/api/assistances/" + homes.get("denied") + "/void", "{\"reason\":\"NEVER_HAPPENED\"}");
        commune.tell(
                LEADER,
                "/api/assistances",
                help(
                        river,
                        toHousehold(homes, "HO-B3"),
                        quoted(2),
                        said(VNEID, "HOME_VISIT", "DEMONSTRATED", "DONE"),
                        "2026-09-28",
                        ",\"reason\":\"WORKLOAD\""));
        JsonNode outdated = commune.ask(report(river) + "?present=true");
        assertThat(outdated.get("outdated").asBoolean()).isTrue();
        assertThat(outdated.get("matches").asBoolean()).isTrue();
        assertThat(figures(outdated.at("/present/lines"), "difference"))
                .containsEntry("H05", 1L)
                .containsEntry("H04", 1L)
                .containsEntry("T02", 0L);
        commune.on("2026-10-12");
        commune.refused(LEADER, report(river), "{}");
        JsonNode again = commune.tell(LEADER, report(river), "{\"reason\":\"MISSING_ENTRY\"}");
        assertThat(again.path("warnings").size()).as(again.toString()).isZero();
        JsonNode report = commune.ask(report(river));
        assertThat(report.get("version").asInt()).isEqualTo(2);
        assertThat(report.get("outdated").asBoolean()).isFalse();
        assertThat(report.at("/submitted/late").asBoolean()).isFalse();
        assertThat(report.at("/submitted/whyCode").asString()).isEqualTo("MISSING_ENTRY");
        assertThat(report.at("/versions/0/late").asBoolean()).isFalse();
    }

    private void audit(CommuneClient commune, Map<String, String> homes, long submitted) {
        commune.on("2026-11-02");
        OfferedActions offered = new OfferedActions(commune, "2026-11-02", river, member(1));
        assertThat(homes.entrySet().stream()
                        .filter(home -> home.getKey().matches("(HO|DN)-.*"))
                        .flatMap(home -> offered
                                .wrong((home.getKey().startsWith("HO") ? "/households/" : "/businesses/")
                                        + home.getValue())
                                .stream()))
                .isEmpty();
        assertThat(offered.wrong("/assistances/" + homes.get("denied"))).isEmpty();
        JsonNode first = commune.ask(report(hill) + "?version=1&present=true");
        assertThat(first.get("outdated").asBoolean()).isTrue();
        JsonNode changes = commune.ask(report(hill) + "/figures/H05/changes?version=1");
        assertThat(changes.get("difference").asLong()).isEqualTo(-1);
        assertThat(changes.at("/changes/0/name").asString()).startsWith("assistance.voided");
        assertThat(changes.at("/changes/0/whyCode").asString()).isEqualTo("NEVER_HAPPENED");
        assertThat(commune.ask(report(river) + "?asOf=" + submitted)
                        .get("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(commune.ask(report(river) + "?version=1").get("matches").asBoolean())
                .isTrue();
        assertThat(commune.asked("/api/teams/" + hill + "/reports/2026-Q4", 404)
                        .get("type")
                        .asString())
                .endsWith("absent-quarter");
        assertThat(commune.ask("/api/dashboards/commune?quarter=" + QUARTER)
                        .at("/total/assistances")
                        .asInt())
                .isEqualTo(commune.ask("/api/dashboards/commune?boundaries=as-now&quarter=" + QUARTER)
                        .at("/total/assistances")
                        .asInt());
        commune.refused(ADMINISTRATOR, "/api/households", "{\"unit\":\"an-hoa\",\"reference\":\"HO-Z\"}");
    }
}
