package vn.soto.command.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lines about one hamlet: its commune and province, its team, its households. Ids are fixed. */
final class BatchFixture {

    static final UUID TEAM = id(100);
    static final String DECISION = "{\"number\":\"1/QĐ\",\"signedOn\":\"2024-01-01\"}";

    private BatchFixture() {}

    static UUID id(int number) {
        return new UUID(0x0193_76a0_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    /** From the province down to a team with a second leader; each line depends on the one before. */
    static List<String> founding() {
        return List.of(
                unit(1, "p-1", "PROVINCE", "\"officialCode\":\"74\","),
                unit(2, "d-1", "DISTRICT", "\"officialCode\":\"719\",\"parent\":\"p-1\","),
                unit(3, "c-1", "COMMUNE", "\"officialCode\":\"25822\",\"parent\":\"d-1\","),
                unit(4, "kp-1", "HAMLET", "\"parent\":\"c-1\","),
                line(TEAM, "form-team", """
                        {"name":"Tổ ấp 1","foundingDecision":%s,"coverage":["kp-1"],"leader":"00000000-0000-4000-8000-000000000001",
                         "members":[{"member":"00000000-0000-4000-8000-000000000001","organisation":"TEACHER"},{"member":"00000000-0000-4000-8000-000000000002","organisation":"TEACHER"},
                                    {"member":"00000000-0000-4000-8000-000000000003","organisation":"TEACHER"}],"effectiveFrom":"2024-01-01"}\
                        """.formatted(DECISION).replace("\n", " ")),
                enrol(101, "00000000-0000-4000-8000-000000000004"),
                line(id(102), "appoint-leader", """
                        {"team":"%s","member":"00000000-0000-4000-8000-000000000004","effectiveFrom":"2024-02-01"}""".formatted(TEAM)));
    }

    static String enrol(int number, String member) {
        return line(id(number), "enrol-member", """
                {"team":"%s","member":"%s","organisation":"TEACHER","effectiveFrom":"2024-01-15"}""".formatted(TEAM, member));
    }

    static String household(int number) {
        return line(id(number), "register-household", """
                {"unit":"kp-1","reference":"H-%d"}""".formatted(number));
    }

    static List<String> households(int first, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(household(first + i));
        }
        return lines;
    }

    static String line(UUID id, String name, String payload) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"payload\":%s,\"occurredAt\":\"2024-03-01T01:00:00Z\",\"device\":\"phone-1\"}"
                .formatted(id, name, payload);
    }

    static String unit(int number, String unit, String kind, String more) {
        return line(id(number), "establish-unit", """
                {"unit":"%s","kind":"%s","name":"%s",%s"instrument":%s,"effectiveFrom":"2024-01-01"}""".formatted(unit, kind, unit, more, DECISION));
    }

    static byte[] body(List<String> lines) {
        return String.join("\n", lines).getBytes(UTF_8);
    }
}
