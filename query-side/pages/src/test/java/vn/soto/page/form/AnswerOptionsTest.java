package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Rendered;

final class AnswerOptionsTest {

    private final PageContext page =
            Rendered.context("/do/x", Rendered.answer("/api/me", "/api/me", "{\"answer\":{\"on\":\"2026-11-29\"}}"));

    private List<Option> options(String members, String links) {
        ApiAnswer answer = Rendered.answer(
                "/api/members",
                "/api/members",
                "{\"answer\":{\"members\":[" + members + "]},\"links\":{\"ids\":" + links + "}}");
        AnswerOptions rows = new AnswerOptions(ChoiceSource.of("member").orElseThrow(), page);
        Map<String, Option> found = new LinkedHashMap<>();
        rows.of(answer).forEach(option -> found.put(option.value(), option));
        rows.tellApart(found);
        return List.copyOf(found.values());
    }

    private static String member(String id, String team) {
        return "{\"member\":\"%s\",\"name\":\"Nguyễn Thị Lan\",\"team\":\"%s\",\"role\":\"MEMBER\"}"
                .formatted(id, team);
    }

    @Test
    void twoOfOneNameAreToldApartByTheirTeams() {
        List<Option> options = options(
                member("m-1", "t-1") + "," + member("m-2", "t-2"),
                "{\"team\":{\"t-1\":{\"name\":\"Tổ ấp 1\"},\"t-2\":{\"name\":\"Tổ ấp 2\"}}}");

        assertThat(options).extracting(Option::name).containsOnly("Nguyễn Thị Lan");
        assertThat(options.getFirst().note()).contains("Tổ ấp 1");
        assertThat(options.getLast().note()).contains("Tổ ấp 2");
    }

    @Test
    void whoHoldsAnOfficeAndHasNoNameIsCalledByItAndByTheAccount() {
        ApiAnswer answer = Rendered.answer("/api/accounts", "/api/accounts", """
                {"answer":{"items":[
                 {"account":"van-hoa.bau-bang","holder":"0192d0a9-7720-76e1-93db-b2fc9f7af258","rights":[{"role":"OFFICER","unit":"u-1"}]},
                 {"account":"kiem-tra","holder":"0192d0a9-7720-76e1-93db-b2fc9f7af259","rights":[{"role":"AUDITOR"}]}]},
                 "links":{"ids":{"unit":{"u-1":{"name":"xã Bàu Bàng"}}}}}""");

        assertThat(new AnswerOptions(ChoiceSource.of("holder").orElseThrow(), page).of(answer))
                .extracting(Option::name, Option::note)
                .containsExactly(
                        tuple("Cán bộ xã, phường · xã Bàu Bàng", "tài khoản van-hoa.bau-bang"),
                        tuple("Kiểm tra viên", "tài khoản kiem-tra"));
    }

    @Test
    void twoOfOneNameRoleAndTeamAreNumberedInAnOrderThatStays() {
        String one = member("m-1", "t-1");
        String two = member("m-2", "t-1");
        String links = "{\"team\":{\"t-1\":{\"name\":\"Tổ ấp 1\"}}}";

        assertThat(options(one + "," + two, links))
                .containsExactlyInAnyOrderElementsOf(options(two + "," + one, links))
                .extracting(Option::note)
                .doesNotHaveDuplicates()
                .anyMatch(note -> note.endsWith("thứ 1 cùng tên này"))
                .anyMatch(note -> note.endsWith("thứ 2 cùng tên này"));
    }
}
