package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.access.Role.ADMINISTRATOR;
import static vn.soto.contracts.access.Role.MEMBER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.soto.allinone.DistrictOnPaper.Help;
import vn.soto.allinone.DistrictOnPaper.Home;

/**
 * A district of Tiền Giang over 42 months, from its first file to the summer after the reform of 1 July 2025. Hamlets
 * and communes become one, a hamlet is divided, the district ends, and its communes become two wards of another
 * province. The figures of every unit's dashboard, of reports of four levels, a round of recognition and a stipend are
 * counted beside it on {@link DistrictOnPaper}. Events without figures happen in it and {@link ReformNextDoor}.
 */
@Tag("long")
@Tag("threads")
final class DistrictLifeIT {

    private static final int HOMES = 6;
    private static final int DAYS_BETWEEN = 2;
    private static final String SIGNED = "{\"number\":\"1/NQ-HĐND\",\"signedOn\":\"2023-01-01\"}";
    private static final String HELP = "/api/assistances";
    private static final String GONE_WITH_ITS_TEAM = member("c1-b", 3);
    private static final String RESIGNED = member("c5-b", 2);

    @TempDir
    private static Path folder;

    private final DistrictOnPaper paper = new DistrictOnPaper(22);

    /** Ids of households by reference. */
    private final Map<String, String> ids = new HashMap<>();

    private final List<String> hamlets = IntStream.rangeClosed(1, paper.communes)
            .boxed()
            .flatMap(commune -> List.of("c" + commune + "-a", "c" + commune + "-b").stream())
            .toList();

    private int records;

    private static String member(String hamlet, int number) {
        return "00000000-0000-4000-8000-%06d%s%05d"
                .formatted(
                        Integer.parseInt(DistrictOnPaper.commune(hamlet).substring(1)),
                        hamlet.endsWith("a") ? "a" : "b",
                        number);
    }

    private static String decree(LocalDate from) {
        return "\"instrument\":%s,\"effectiveFrom\":\"%s\"".formatted(SIGNED, from);
    }

    @Test
    void everyFigureOfTheLifeIsThatOfThePaper() {
        try (CommuneClient life = new CommuneClient(folder, DistrictOnPaper.FIRST.plusDays(4))) {
            begin(life);
            until(life, "2023-08");
            mergedHamlets(life);
            until(life, "2024-03");
            mergedCommunes(life);
            until(life, "2024-06");
            reports(life);
            round(life);
            until(life, "2024-08");
            resigned(life);
            keptOnADevice(life);
            until(life, "2024-09");
            stipend(life);
            dividedHamlet(life);
            enteredLate(life);
            until(life, "2025-02");
            life.on("2025-03-03");
            ReformNextDoor nextDoor = new ReformNextDoor(life);
            until(life, "2025-04");
            nextDoor.helpedInMay();
            until(life, "2025-06");
            reform(life);
            nextDoor.reported();
            nextDoor.reformed();
            until(life, "2026-05");
            dissolvedByMistake(life);
            life.on(DistrictOnPaper.TODAY.toString());
            everyDashboard(life);
            endedAndComing(life);
        }
    }

    private static void file(CommuneClient life, String kind, List<String> lines) {
        JsonNode accepted = life.file(ADMINISTRATOR, "/api/imports/" + kind, String.join("\n", lines) + "\n", 202);
        JsonNode plan = life.completed(accepted.get("plan").asString());
        assertThat(plan.get("refused").asInt()).as(plan.toString()).isZero();
    }

    private void begin(CommuneClient life) {
        String ends = ",1/NQ-HĐND,2023-01-01,2023-01-01";
        List<String> units = new ArrayList<>(List.of(
                "Mã,Loại,Đơn vị,Mã đơn vị hành chính,Cấp trên,Văn bản,Ngày ký,Từ ngày",
                "tg,tỉnh,Tiền Giang,82," + ends,
                "dt,tỉnh,Đồng Tháp,87," + ends,
                "cb,huyện,Cái Bè,819,tg" + ends));
        List<String> teams =
                new ArrayList<>(List.of("Mã tổ,Tên tổ,Số quyết định,Ngày ký,Địa bàn,Thành viên,Tổ trưởng,Từ ngày"));
        List<String> households =
                new ArrayList<>(List.of("Địa bàn,Mã hộ,Tổ,Người phụ trách,Phân công từ ngày,Ở từ ngày"));
        for (int commune = 1; commune <= paper.communes; commune++) {
            units.add("c%d,xã,Hậu Mỹ %d,%d,cb%s".formatted(commune, commune, 28_360 + commune, ends));
        }
        for (String hamlet : hamlets) {
            units.add("%s,ấp,%s,,%s%s".formatted(hamlet, name(hamlet), DistrictOnPaper.commune(hamlet), ends));
            teams.add("t-%s,Tổ ấp %s,1/QĐ,2023-01-01,%s,%s;%s;%s,%s,2023-01-02"
                    .formatted(
                            hamlet,
                            name(hamlet),
                            name(hamlet),
                            member(hamlet, 1),
                            member(hamlet, 2),
                            member(hamlet, 3),
                            member(hamlet, 1)));
            for (int each = 0; each < HOMES; each++) {
                String reference = hamlet.toUpperCase(java.util.Locale.ROOT) + each;
                String responsible = member(hamlet, 1 + each % 3);
                households.add(
                        "%s,%s,t-%s,%s,2023-01-03,2023-01-01".formatted(name(hamlet), reference, hamlet, responsible));
                Home home = new Home(hamlet, DistrictOnPaper.FIRST);
                home.responsible.put(LocalDate.of(2023, 1, 3), responsible);
                paper.homes.put(reference, home);
            }
        }
        file(life, "units", units);
        file(life, "teams", teams);
        file(life, "households", households);
        hamlets.forEach(hamlet -> learn(life, hamlet));
        life.grants(Map.of("member", RESIGNED, "leader", member("c5-b", 1)));
    }

    private static String name(String hamlet) {
        return "Hậu " + hamlet.toUpperCase(java.util.Locale.ROOT).replace("-", "");
    }

    private void learn(CommuneClient life, String unit) {
        life.ask("/api/units/" + unit + "/households?limit=200")
                .get("items")
                .forEach(line -> ids.put(
                        line.get("reference").asString(), line.get("household").asString()));
    }

    private static String team(String hamlet, LocalDate day) {
        return DistrictOnPaper.commune(hamlet).equals("c1") && !day.isBefore(LocalDate.of(2023, 9, 5))
                ? "t-c1-a"
                : "t-" + DistrictOnPaper.commune(hamlet)
                        + hamlet.substring(hamlet.indexOf('-'), hamlet.indexOf('-') + 2);
    }

    private String helper(String reference, LocalDate day) {
        String hamlet = paper.home(reference).hamlets.firstEntry().getValue();
        String responsible = member(hamlet, 1 + Character.digit(reference.charAt(reference.length() - 1), 10) % 3);
        return paper.gone.getOrDefault(responsible, LocalDate.MAX).isBefore(day) ? member(hamlet, 1) : responsible;
    }

    private static String content(LocalDate day) {
        return """
                {"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"SELF_PERFORMED","outcome":"DONE",
                 "occurredAt":"%sT00:30:00Z"}""".formatted(day).replace("\n", "");
    }

    private static String id(int number) {
        return "018f3e7a-0000-7000-8000-%012d".formatted(number);
    }

    /**
     * The help from the month after the last one to the end of a month, each entered on its last day. Some is put right
     * then.
     */
    private void until(CommuneClient life, String month) {
        YearMonth last = YearMonth.parse(month);
        for (YearMonth each = next; !each.isAfter(last); each = each.plusMonths(1)) {
            life.on(each.atEndOfMonth().toString());
            List<String> lines = new ArrayList<>();
            for (LocalDate day = each.atDay(2); YearMonth.from(day).equals(each); day = day.plusDays(DAYS_BETWEEN)) {
                record(day, lines);
            }
            assertThat(life.batch(ADMINISTRATOR, lines)).containsOnly("done");
            correct(life, lines.size());
        }
        next = last.plusMonths(1);
    }

    private YearMonth next = YearMonth.of(2023, 1);

    private void record(LocalDate day, List<String> lines) {
        List<String> all = List.copyOf(paper.homes.keySet());
        String reference = all.get(records * 7 % all.size());
        Home home = paper.home(reference);
        boolean undecided = home.hamlet(day).equals("c4-a") && !day.isBefore(DistrictOnPaper.HAMLET_SPLIT);
        if (!home.lives(day) || undecided) {
            reference = all.getFirst();
            home = paper.home(reference);
        }
        String helper = helper(reference, day);
        lines.add("""
                {"id":"%s","name":"record-assistance","payload":{"team":"%s","household":"%s","helpers":["%s"],"reason":"OFFLINE","content":%s}}""".formatted(id(records), team(home.hamlet(day), day), ids.get(reference), helper, content(day)));
        paper.helps.put(id(records), new Help(reference, home.hamlet(day), day, helper));
        records++;
    }

    /** Of the latest records each ninth never happened, and each eleventh was a week earlier. */
    private void correct(CommuneClient life, int latest) {
        for (int number = records - latest; number < records; number++) {
            Help help = Objects.requireNonNull(paper.helps.get(id(number)));
            LocalDate earlier = help.day().minusDays(7);
            if (number % 9 == 4) {
                life.tell(OFFICER, "/api/assistances/" + id(number) + "/void", "{\"reason\":\"WRONG_ENTRY\"}");
                paper.helps.remove(id(number));
            } else if (number % 11 == 5 && earlier.isAfter(LocalDate.of(2023, 1, 5))) {
                life.tell(
                        OFFICER,
                        "/api/assistances/" + id(number) + "/correction",
                        "{\"reason\":\"WRONG_ENTRY\",\"content\":%s}".formatted(content(earlier)));
                paper.helps.put(id(number), new Help(help.home(), help.hamlet(), earlier, help.helper()));
            }
        }
    }

    private static void established(CommuneClient life, String id, String kind, String more, LocalDate from) {
        life.tell(
                ADMINISTRATOR,
                "/api/units",
                "{\"unit\":\"%s\",\"kind\":\"%s\",%s,%s}".formatted(id, kind, more, decree(from)));
    }

    private static void merged(CommuneClient life, String into, List<String> units, LocalDate from) {
        life.tell(
                ADMINISTRATOR,
                "/api/units/" + into + "/merger",
                "{\"from\":[%s],%s}"
                        .formatted(
                                units.stream().map(unit -> "\"" + unit + "\"").collect(Collectors.joining(",")),
                                decree(from)));
    }

    /** Two hamlets of a commune become one, and their teams; one member goes, whose households are without anybody. */
    private void mergedHamlets(CommuneClient life) {
        LocalDate day = DistrictOnPaper.HAMLETS_MERGED;
        life.on("2023-09-06");
        established(life, "c1-ab", "HAMLET", "\"name\":\"Hậu Thành\",\"parent\":\"c1\"", day);
        merged(life, "c1-ab", List.of("c1-a", "c1-b"), day);
        JsonNode answer = life.tell(ADMINISTRATOR, "/api/teams/t-c1-a/consolidation", """
                {"decision":%s,"absorbed":["t-c1-b"],"coverage":["c1-ab"],"leader":"%s","effectiveFrom":"2023-09-05",
                 "members":[%s]}""".formatted(
                SIGNED,
                member("c1-a", 1),
                List.of(member("c1-a", 1), member("c1-a", 2), member("c1-a", 3), member("c1-b", 1), member("c1-b", 2))
                        .stream()
                        .map(each -> "{\"member\":\"%s\",\"organisation\":\"OTHER\"}".formatted(each))
                        .collect(Collectors.joining(","))));
        assertThat(StreamSupport.stream(answer.path("warnings").spliterator(), false)
                        .filter(warning -> warning.get("code").asString().equals("MEMBER_LEAVES_HOUSEHOLDS_BEHIND"))
                        .map(warning -> warning.get("arguments").get(1).asString()))
                .containsExactly(GONE_WITH_ITS_TEAM);
        paper.gone.put(GONE_WITH_ITS_TEAM, LocalDate.of(2023, 9, 4));
        life.tell(ADMINISTRATOR, "/api/units/tg/reporting-calendar", """
                {"calendar":"ADMINISTRATIVE","dueWorkingDays":20,"late":"AMENDMENT","instrument":%s,"from":"2024-Q1"}
                """.formatted(SIGNED));
        life.tell(ADMINISTRATOR, "/api/units/dt/reporting-calendar", """
                {"calendar":"ADMINISTRATIVE","dueWorkingDays":3,"late":"AMENDMENT","instrument":%s,"from":"2024-Q1"}
                """.formatted(SIGNED));
    }

    /** A commune becomes part of another; a household leaves. */
    private void mergedCommunes(CommuneClient life) {
        life.on("2024-04-02");
        merged(life, "c3", List.of("c2"), DistrictOnPaper.COMMUNES_MERGED);
        life.tell(OFFICER, "/api/households/" + ids.get("C3-A1") + "/departure", "{\"effectiveFrom\":\"2024-04-01\"}");
        paper.home("C3-A1").there.put(LocalDate.of(2024, 4, 1), false);
        paper.home("C3-A1").responsible.put(LocalDate.of(2024, 4, 1), DistrictOnPaper.NOBODY);
    }

    private static void accept(CommuneClient life, String report) {
        life.tell(OFFICER, report, "{}");
        life.tell(
                OFFICER,
                report + "/acceptance",
                "{\"content\":\"%s\"}".formatted(life.ask(report).get("content").asString()));
    }

    private static long value(JsonNode report, String lines, String code) {
        return StreamSupport.stream(report.get(lines).spliterator(), false)
                .filter(line -> line.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asLong();
    }

    private Set<String> members(String hamlet) {
        return Set.of(member(hamlet, 1), member(hamlet, 2), member(hamlet, 3));
    }

    /** The second quarter of 2024 goes up from the teams, but for one, by communes and the district to the province. */
    private void reports(CommuneClient life) {
        LocalDate[] days = DistrictOnPaper.days(2024, 2, false);
        life.on("2024-07-01");
        for (String hamlet : hamlets) {
            if (!Set.of("c1-b", "c5-b").contains(hamlet)) {
                String report = "/api/teams/t-" + hamlet + "/reports/2024-Q2";
                accept(life, report);
                Set<String> members = new java.util.TreeSet<>(members(hamlet));
                if (hamlet.equals("c1-a")) {
                    members.addAll(members("c1-b"));
                }
                assertThat(value(life.ask(report), "figures", "H05"))
                        .as(report)
                        .isEqualTo(paper.records(members, days));
            }
        }
        List<String> above = new ArrayList<>(IntStream.rangeClosed(1, paper.communes)
                .filter(commune -> commune != 2)
                .mapToObj(commune -> "c" + commune)
                .toList());
        above.addAll(List.of("cb", "tg"));
        for (String unit : above) {
            String report = "/api/units/" + unit + "/reports/2024-Q2";
            if (unit.equals("tg")) {
                life.tell(OFFICER, report, "{}");
            } else {
                accept(life, report);
            }
            assertThat(value(life.ask(report), "lines", "H05"))
                    .as(report)
                    .isEqualTo(paper.figures(unit, days, days[1]).getFirst()
                            - (Set.of("c5", "cb", "tg").contains(unit) ? paper.records(members("c5-b"), days) : 0));
        }
        noted(life);
    }

    /** The people's committee of the province takes note, by another hand; what was not reported below stays named. */
    private static void noted(CommuneClient life) {
        String report = "/api/units/tg/reports/2024-Q2";
        String note = "{\"content\":\"%s\",\"instrument\":{\"number\":\"214/UBND-VX\",\"signedOn\":\"2024-06-28\"}}"
                .formatted(life.ask(report).get("content").asString());
        assertThat(life.refused(OFFICER, report + "/note", note).get("type").asString())
                .endsWith("unit-report-is-noted-by-another-person");
        life.tell(ADMINISTRATOR, report + "/note", note);
        JsonNode closed = life.ask(report);
        assertThat(closed.get("state").asString()).isEqualTo("NOTED");
        assertThat(closed.at("/instrument/number").asString()).isEqualTo("214/UBND-VX");
        assertThat(closed.at("/parts/0/lacks").asInt()).isEqualTo(1);
        assertThat(life.ask("/api/units/c5/reports/2024-Q2")
                        .at("/lacking/0/team")
                        .asString())
                .isEqualTo("t-c5-b");
    }

    /** The helpers by number of households, in a commune made of two. */
    private void round(CommuneClient life) {
        LocalDate[] days = DistrictOnPaper.days(2024, 2, false);
        String round = "/api/recognition-rounds/" + life.made(OFFICER, "/api/units/c3/recognition-rounds", """
                {"kind":"INDIVIDUAL","rule":1,"firstQuarter":"2024-Q2","lastQuarter":"2024-Q2","quota":1,"objectionDays":3}
                """);
        List<String> candidates = paper.helpers(days).stream()
                .filter(member -> List.of("c2", "c3").contains("c" + Integer.parseInt(member.substring(24, 30))))
                .toList();
        for (String member : candidates) {
            life.tell(
                    OFFICER,
                    round + "/nominations",
                    "{\"candidate\":{\"kind\":\"INDIVIDUAL\",\"id\":\"%s\"}}".formatted(member));
        }
        life.tell(OFFICER, round + "/scoring", "{}");
        Map<String, Long> counted = new TreeMap<>();
        Map<String, Long> expected = new TreeMap<>();
        for (String member : candidates) {
            life.ask(round + "/candidates/member:" + member).get("criteria").forEach(criterion -> {
                if (criterion.get("criterion").asString().equals("HOUSEHOLDS_HELPED")) {
                    counted.put(member, criterion.get("counted").asLong());
                }
            });
            expected.put(member, paper.helped(Set.of(member), days));
        }
        assertThat(counted).isEqualTo(expected).hasSizeGreaterThan(1);
        decidedOnThePresent(life, round, days);
    }

    /**
     * The help behind the first place turns out never to have happened: the decision by the frozen scores says why, for
     * officials to see.
     */
    private void decidedOnThePresent(CommuneClient life, String round, LocalDate[] days) {
        life.on("2024-07-05");
        JsonNode scored = life.ask(round);
        String first = scored.at("/ranked/0/who/member").asString();
        assertThat(life.ask(round + "/present-scores").get("moved").asInt()).isZero();
        paper.helps.entrySet().stream()
                .filter(each -> each.getValue().helper().equals(first)
                        && !each.getValue().day().isBefore(days[0])
                        && !each.getValue().day().isAfter(days[1]))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(record -> {
                    life.tell(OFFICER, "/api/assistances/" + record + "/void", "{\"reason\":\"NEVER_HAPPENED\"}");
                    paper.helps.remove(record);
                });
        JsonNode present = life.ask(round + "/present-scores");
        assertThat(present.get("moved").asInt()).isPositive();
        String decision = "{\"content\":\"%s\",\"places\":[{\"candidate\":{\"kind\":\"INDIVIDUAL\",\"id\":\"%s\"}}]%s}";
        String content = scored.at("/about/pin/content").asString();
        assertThat(life.refused(OFFICER, round + "/decision", decision.formatted(content, first, ""))
                        .get("type")
                        .asString())
                .endsWith("decision-by-scores-that-changed-has-a-reason");
        String why = ",\"reason\":\"CHECKED\",\"reasonText\":\"Đã kiểm tra lại với ấp\",\"comparedAt\":" + life.tail();
        life.tell(OFFICER, round + "/decision", decision.formatted(content, first, why));
        assertThat(life.ask(round).at("/departures/0/step").asString()).isEqualTo("DECISION");
    }

    private void resigned(CommuneClient life) {
        life.tell(
                OFFICER,
                "/api/teams/t-c5-b/members/" + RESIGNED + "/end",
                "{\"reason\":\"RESIGNED\",\"lastDay\":\"2024-08-31\"}");
        paper.gone.put(RESIGNED, LocalDate.of(2024, 8, 31));
    }

    /** Help that a former member kept on a device counts at once, and for points when the leader has confirmed it. */
    private void keptOnADevice(CommuneClient life) {
        life.on("2024-09-12");
        LocalDate day = LocalDate.of(2024, 8, 30);
        String points = "/api/members/" + RESIGNED + "/activity?quarter=2024-Q3";
        int before = life.ask(points).get("credit").asInt();
        String home = Objects.requireNonNull(ids.get("C5-B1"));
        assertThat(life.status("member", HELP, kept(home, LocalDate.of(2024, 9, 2))))
                .as("after the last day")
                .isEqualTo(403);
        assertThat(life.status("member", HELP, kept(id(999_999), day)))
                .as("an unknown household")
                .isEqualTo(404);
        JsonNode accepted = life.sent("member", HELP, kept(home, day), 201);
        assertThat(accepted.at("/warnings").toString())
                .contains("ASSISTANCE_AWAITS_CONFIRMATION")
                .doesNotContain("COUNTS_IN");
        assertThat(accepted.toString()).as("nothing of today").doesNotContain("Hậu");
        String record = accepted.get("command").asString();
        paper.helps.put(record, new Help("C5-B1", "c5-b", day, RESIGNED));
        assertThat(life.status("member", HELP + "/" + record + "/confirmation", "{}"))
                .isEqualTo(403);
        assertThat(unconfirmed(life)).isEqualTo(1);
        assertThat(life.ask(points).get("credit").asInt()).isEqualTo(before);
        life.tell("leader", HELP + "/" + record + "/confirmation", "{}");
        assertThat(life.ask(points).get("credit").asInt()).isEqualTo(before + 100);
        inABatchAndByAPage(life, home);
        voidTakenBack(life, record);
    }

    private static int unconfirmed(CommuneClient life) {
        return life.ask("/api/unconfirmed-assistances").get("total").asInt();
    }

    private static String kept(String home, LocalDate day) {
        return """
                {"team":"t-c5-b","household":"%s","helpers":["%s"],"reason":"OFFLINE","content":%s}
                """.formatted(home, RESIGNED, content(day)).replace("\n", "");
    }

    /** A phone sends what it kept as lines of a batch; a browser the draft of a page, whose key says when it was opened. */
    private static void inABatchAndByAPage(CommuneClient life, String home) {
        String line = "{\"id\":\"01982a90-0000-7000-8000-000000000001\",\"name\":\"record-assistance\",\"payload\":%s}"
                .formatted(kept(home, LocalDate.of(2024, 8, 29)));
        assertThat(life.batch(MEMBER, List.of(line))).containsExactly("done");
        long opened = Instant.parse("2024-08-30T03:00:00Z").toEpochMilli();
        String draft = """
                _account=member&_key=%08x-%04x-7000-8000-000000000002&household=%s&team=t-c5-b&helpers=%s&reason=OFFLINE\
                &content.services=vneid-level-2&content.mode=DEMONSTRATED&content.channel=ZALO&content.outcome=DONE&_step=""".formatted(opened >>> 16, opened & 0xffff, home, RESIGNED);
        assertThat(life.page("member", "/visit", draft + "show")).contains("value=\"" + home + "\"");
        assertThat(life.page("member", "/visit", draft + "give"))
                .contains("id=\"receipt\"", "chờ tổ trưởng hoặc cán bộ xác nhận");
        assertThat(unconfirmed(life)).isEqualTo(2);
        life.ask("/api/unconfirmed-assistances")
                .get("records")
                .forEach(each -> life.tell(
                        OFFICER,
                        HELP + "/" + each.get("assistance").asString() + "/void",
                        "{\"reason\":\"WRONG_ENTRY\"}"));
        assertThat(unconfirmed(life)).isZero();
    }

    private static void voidTakenBack(CommuneClient life, String record) {
        String summer = "/api/dashboards/c5-b?quarter=2024-Q3";
        String before = life.ask(summer).toString();
        life.tell(OFFICER, HELP + "/" + record + "/void", "{\"reason\":\"WRONG_ENTRY\"}");
        assertThat(life.ask(summer).toString()).isNotEqualTo(before);
        life.tell(OFFICER, HELP + "/" + record + "/restoration", "{\"reason\":\"WRONG_ENTRY\"}");
        assertThat(life.ask(summer).toString()).isEqualTo(before);
        assertThat(life.ask(HELP + "/" + record).path("voided").asBoolean()).isFalse();
    }

    /** A team is dissolved for a mistyped year, then for a day of this one, then not at all. */
    private void dissolvedByMistake(CommuneClient life) {
        life.on("2026-06-20");
        String dissolution = "/api/teams/t-c4-b/dissolution";
        assertThat(life.tell(
                                ADMINISTRATOR,
                                dissolution,
                                "{\"instrument\":%s,\"lastDay\":\"2062-06-10\",\"reason\":\"REORGANISATION\"}"
                                        .formatted(SIGNED))
                        .get("warnings")
                        .toString())
                .contains("DAY_IS_FAR_AHEAD", "correct-dissolution");
        assertThat(assigned(life)).isEqualTo(HOMES);
        life.tell(
                ADMINISTRATOR, dissolution + "/correction", "{\"lastDay\":\"2026-06-10\",\"reason\":\"WRONG_ENTRY\"}");
        assertThat(assigned(life)).isZero();
        life.tell(ADMINISTRATOR, dissolution + "/correction", "{\"reason\":\"WRONG_ENTRY\"}");
        assertThat(assigned(life)).isEqualTo(HOMES);
    }

    private static int assigned(CommuneClient life) {
        return life.ask("/api/dashboards/c4-b?quarter=2026-Q2")
                .at("/total/assigned")
                .asInt();
    }

    /** A member went after the second month of the quarter; who is one for fifteen days of a month is paid for it. */
    private void stipend(CommuneClient life) {
        life.on("2024-10-02");
        life.tell(ADMINISTRATOR, "/api/stipend-policy", """
                {"terms":{"scheme":"PER_MEMBER","perMonth":60000,"perDay":150000,"perNight":200000,"fewestDays":15},
                 "instrument":%s,"effectiveFrom":"2024-01-01"}""".formatted(SIGNED));
        life.tell(OFFICER, "/api/units/c5/stipends/2024-Q3", "{}");
        Set<String> paid = new java.util.TreeSet<>(members("c5-a"));
        paid.addAll(members("c5-b"));
        JsonNode statement = life.ask("/api/stipends/c5:2024-Q3");
        assertThat(statement.get("total").asLong()).isEqualTo(60_000 * paper.months(paid, 2024, 3, 15));
        assertThat(statement.get("people").asInt()).isEqualTo(paid.size());
    }

    /** A hamlet is divided; of one household it stays open where it belongs. */
    private void dividedHamlet(CommuneClient life) {
        LocalDate day = DistrictOnPaper.HAMLET_SPLIT;
        established(life, "c4-a1", "HAMLET", "\"name\":\"Hậu Phú\",\"parent\":\"c4\"", day);
        established(life, "c4-a2", "HAMLET", "\"name\":\"Hậu Quới\",\"parent\":\"c4\"", day);
        life.tell(ADMINISTRATOR, "/api/units/c4-a/split", "{\"into\":[\"c4-a1\",\"c4-a2\"],%s}".formatted(decree(day)));
        life.tell(
                ADMINISTRATOR,
                "/api/teams/t-c4-a/coverage",
                "{\"coverage\":[\"c4-a1\",\"c4-a2\"],%s}".formatted(decree(day)));
        for (int each = 0; each < HOMES - 1; each++) {
            String into = each % 2 == 0 ? "c4-a1" : "c4-a2";
            life.tell(
                    OFFICER,
                    "/api/households/" + ids.get("C4-A" + each) + "/relocation",
                    "{\"unit\":\"%s\",\"effectiveFrom\":\"%s\"}".formatted(into, day));
            paper.home("C4-A" + each).hamlets.put(day, into);
        }
    }

    /** A household is entered in October with the help of August: from then on it counts. */
    private void enteredLate(CommuneClient life) {
        String reference = "C5-N0";
        LocalDate day = LocalDate.of(2024, 8, 20);
        LocalDate entered = LocalDate.of(2024, 10, 2);
        String home =
                life.made(OFFICER, "/api/households", "{\"unit\":\"c5-a\",\"reference\":\"%s\"}".formatted(reference));
        ids.put(reference, home);
        paper.homes.put(reference, new Home("c5-a", day));
        life.tell(
                OFFICER,
                "/api/households/" + home + "/assignment",
                "{\"team\":\"t-c5-a\",\"member\":\"%s\",\"effectiveFrom\":\"%s\"}"
                        .formatted(member("c5-a", 1), entered));
        paper.home(reference).responsible.put(entered, member("c5-a", 1));
        String record = life.made(
                ADMINISTRATOR,
                "/api/assistances",
                "{\"team\":\"t-c5-a\",\"household\":\"%s\",\"helpers\":[\"%s\"],\"reason\":\"OFFLINE\",\"content\":%s}"
                        .formatted(home, member("c5-a", 1), content(day)));
        paper.helps.put(record, new Help(reference, "c5-a", day, member("c5-a", 1)));
    }

    /** The communes become two wards of another province, and the district ends. */
    private void reform(CommuneClient life) {
        LocalDate day = DistrictOnPaper.REFORM;
        life.on("2025-07-02");
        established(life, "w1", "COMMUNE", "\"name\":\"Hậu Mỹ\",\"officialCode\":\"28501\",\"parent\":\"dt\"", day);
        established(life, "w2", "COMMUNE", "\"name\":\"Cái Bè\",\"officialCode\":\"28502\",\"parent\":\"dt\"", day);
        Map<String, List<String>> into = IntStream.rangeClosed(1, paper.communes)
                .filter(commune -> commune != 2)
                .mapToObj(commune -> "c" + commune)
                .collect(Collectors.groupingBy(DistrictOnPaper::ward));
        into.forEach((ward, communes) -> merged(life, ward, communes, day));
        life.tell(ADMINISTRATOR, "/api/units/cb/end", "{%s}".formatted(decree(day)));
        merged(life, "dt", List.of("tg"), day);
        life.tell(
                OFFICER,
                "/api/households/" + ids.get("C3-A1") + "/return",
                "{\"unit\":\"c3-a\",\"effectiveFrom\":\"2025-07-02\"}");
        paper.home("C3-A1").there.put(LocalDate.of(2025, 7, 2), true);
    }

    /** A unit that came later had no quarter before; one that ended leads to what took it over. */
    private static void endedAndComing(CommuneClient life) {
        assertThat(life.ask("/api/dashboards/w1?quarter=2024-Q1")
                        .at("/notYet/from")
                        .asString())
                .isEqualTo(DistrictOnPaper.REFORM.toString());
        assertThat(life.asked("/api/units/c1-a/households", 400).toString()).contains("c1-ab");
    }

    private static List<Long> figures(JsonNode of) {
        return List.of("assistances", "households", "registered", "assigned").stream()
                .map(name -> of.get(name).asLong())
                .toList();
    }

    /** Of each unit and quarter, in the units of then and of now, by the days of reports and of the calendar. */
    private void everyDashboard(CommuneClient life) {
        int compared = 0;
        for (int number = 0; number < 14; number++) {
            int year = 2023 + number / 4;
            int quarter = number % 4 + 1;
            for (String chosen : List.of("reporting", "calendar")) {
                LocalDate[] days = DistrictOnPaper.days(year, quarter, chosen.equals("calendar"));
                LocalDate stand = days[1].isBefore(DistrictOnPaper.TODAY) ? days[1] : DistrictOnPaper.TODAY;
                for (String lens : List.of("as-was", "as-now")) {
                    LocalDate units = lens.equals("as-was") ? stand : DistrictOnPaper.TODAY;
                    for (String unit : paper.unitsOn(units)) {
                        String address = "/api/dashboards/%s?quarter=%d-Q%d&days=%s&boundaries=%s"
                                .formatted(unit, year, quarter, chosen, lens);
                        JsonNode answer = life.ask(address);
                        assertThat(answer.get("firstDay").asString())
                                .as(address)
                                .isEqualTo(days[0].toString());
                        assertThat(answer.get("lastDay").asString()).as(address).isEqualTo(days[1].toString());
                        assertThat(figures(answer.get("total")))
                                .as(address)
                                .isEqualTo(paper.figures(unit, days, units));
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).as("dashboards").isGreaterThan(100);
    }
}
